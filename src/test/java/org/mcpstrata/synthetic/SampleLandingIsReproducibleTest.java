package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.ProblemException;

/** The same options give the same bytes, and the committed sample is what its command writes. */
class SampleLandingIsReproducibleTest {
    @TempDir
    private Path folder;

    @Test
    void committedLandingIsWhatTheCommandOfTheReadmeWrites() throws IOException {
        AtomicInteger told = new AtomicInteger();
        Generator.generate(GeneratorOptions.of(2_000, 1), folder.resolve("again"), told::set);
        assertThat(told).hasValue(2_000);
        assertSameBytes(SampleLanding.FOLDER, folder.resolve("again"));
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOtherPeople() throws IOException {
        generate("one", 50, 7);
        generate("two", 50, 7);
        generate("other", 50, 8);
        assertSameBytes(folder.resolve("one"), folder.resolve("two"));
        Path one = SampleLanding.tree(folder.resolve("one")).get("medicare-ffs/20260115T060000Z-001/eligibility.csv");
        Path other =
                SampleLanding.tree(folder.resolve("other")).get("medicare-ffs/20260115T060000Z-001/eligibility.csv");
        assertThat(Files.readString(one)).isNotEqualTo(Files.readString(other));
    }

    @Test
    void peopleOfASmallPopulationComeFirstInALargerOne() {
        generate("few", 40, 3);
        generate("many", 120, 3);
        var many = SampleLanding.files(folder.resolve("many"));
        var few = SampleLanding.files(folder.resolve("few"));
        assertThat(few).hasSameSizeAs(many);
        for (int i = 0; i < few.size(); i++) {
            if (!few.get(i).type().equals("cclf0")) {
                var first = few.get(i).records();
                assertThat(many.get(i).records().subList(0, first.size())).isEqualTo(first);
            }
        }
    }

    @Test
    void truthIsWrittenOnlyWhenAskedAndOutsideTheLanding() {
        Path truth = folder.resolve("truth.csv");
        generate("plain", 5, 1);
        assertThat(truth).doesNotExist();
        Generator.generate(GeneratorOptions.of(5, 1).withTruthFile(truth), folder.resolve("asked"), done -> {});
        assertThat(truth).content().hasLineCount(6);
        assertThat(SampleLanding.tree(folder.resolve("asked")).keySet())
                .isEqualTo(SampleLanding.tree(folder.resolve("plain")).keySet());
    }

    @Test
    void truthInsideTheLandingIsRefused() {
        GeneratorOptions options = GeneratorOptions.of(5, 1).withTruthFile(folder.resolve("inside/truth.csv"));
        assertThatThrownBy(() -> Generator.generate(options, folder.resolve("inside"), done -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("truth");
    }

    @Test
    void folderWithSomethingInItIsRefused() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> Generator.generate(GeneratorOptions.of(5, 1), folder, done -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not empty");
    }

    private void generate(String name, int people, long seed) {
        Generator.generate(GeneratorOptions.of(people, seed), folder.resolve(name), done -> {});
    }

    private static void assertSameBytes(Path expected, Path actual) throws IOException {
        SortedMap<String, Path> left = SampleLanding.tree(expected);
        SortedMap<String, Path> right = SampleLanding.tree(actual);
        assertThat(right.keySet()).isEqualTo(left.keySet());
        for (String name : left.keySet()) {
            assertThat(Files.mismatch(left.get(name), right.get(name)))
                    .as("first different byte of %s", name)
                    .isEqualTo(-1);
        }
    }
}
