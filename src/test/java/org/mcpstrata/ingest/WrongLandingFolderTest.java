package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class WrongLandingFolderTest {
    @TempDir
    Path data;

    private Path landing;

    @BeforeEach
    void deliver() {
        landing = data.resolve("landing");
        BrokenDrop.sound(new DropDraft(landing, "payer", "d1")).send();
    }

    @Test
    void theFolderOfADropIsTwoTooDeep() {
        hint(landing.resolve("payer").resolve("d1")).contains("two levels above");
    }

    @Test
    void theFolderOfAPayerIsOneTooDeep() {
        hint(landing.resolve("payer")).contains("one payer's folder").contains("one level above");
    }

    @Test
    void theFolderAroundTheLandingFolderIsOneTooHigh() {
        hint(data).contains("'landing'");
    }

    @Test
    void aLandingFolderOfAnotherNameIsNotNamed() {
        BrokenDrop.sound(new DropDraft(data.resolve("other/in"), "payer", "d1")).send();

        hint(data.resolve("other")).contains("one of the folders in it").doesNotContain("'in'");
    }

    @Test
    void aLandingFolderWithDropsOrWithoutAnyIsLeftAlone() throws Exception {
        require(landing);
        new DropDraft(data.resolve("pending"), "payer", "d1");
        require(data.resolve("pending"));
        require(data.resolve("pending").resolve("payer").resolve("d1"));
    }

    private static AbstractStringAssert<?> hint(Path folder) {
        Problem[] problem = new Problem[1];
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> require(folder))
                .satisfies(thrown -> {
                    assertThat(thrown.problems()).hasSize(1);
                    problem[0] = thrown.problems().get(0);
                });
        assertThat(problem[0].code()).isEqualTo(ProblemCode.NOTHING_TO_READ);
        assertThat(problem[0].place().source()).isEqualTo("--landing");
        return assertThat(problem[0].detail());
    }

    private static void require(Path folder) throws java.io.IOException {
        LandingHint.requireLanding(new FileStore(new Configuration()), new org.apache.hadoop.fs.Path(folder.toUri()));
    }
}
