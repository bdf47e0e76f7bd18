package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.run.Status;

/**
 * People of the sample, explained. To accept a changed page, run with {@code -Dexplain.accept=true} and read the difference
 * before committing it.
 */
@ExtendWith(Tutorial.Done.class)
class ExplainMemberTest {
    private static final Path GOLDEN = Path.of("src/test/resources/explain/members");

    @ParameterizedTest
    @CsvSource({
        "CMS122, state-medicaid:MD851552700, no-result-recorded-two-payers",
        "CMS122, summit-ma:SMT798690304, above-nine-by-code",
        "CMS122, medicare-ffs:2BF1P85HX05, test-without-result",
        "CMS122, medicare-ffs:4SQ6A53EK32, in-control-three-members",
        "CMS130, medicare-ffs:6O31M16VX21, excluded-for-two-reasons",
        "CMS130, medicare-ffs:1I13JA7FT51, not-in-the-population",
        "CMS130, state-medicaid:MD189785072, met",
        "CMS165, bluestone-commercial:BLS516994607, both-readings-too-high",
        "EDU, summit-ma:SMT342011380, four-visits",
        "TPCC, summit-ma:SMT342011380, months-and-their-lines",
        "CMS125, bluestone-commercial:BLS381164338, mammogram-too-early"
    })
    void thePageSaysWhatTheReviewedOneSaid(String measure, String member, String story, Tutorial tutorial)
            throws IOException {
        CommandLineRun outcome = tutorial.explain(measure, member);

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        String page = outcome.out().replace(runId(tutorial), "<run>");
        Path golden = GOLDEN.resolve(measure + "-" + story + ".txt");
        if (Boolean.getBoolean("explain.accept")) {
            Files.writeString(golden, page);
        }
        assertThat(page).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        assertThat(page).startsWith("RESTRICTED").contains(member);
    }

    @Test
    void peopleFromAllOverTheSampleAreExplainedAsPublished(Tutorial tutorial) throws IOException {
        List<String> members = new ArrayList<>();
        for (Path file : landing(tutorial, "procedure.csv")) {
            String payer = file.getParent().getParent().getFileName().toString();
            List<String> rows = Files.readAllLines(file);
            for (int i = 1; i < rows.size(); i += 40) {
                members.add(payer + ":" + rows.get(i).split(",")[0]);
            }
        }

        assertThat(members).hasSizeGreaterThan(8);
        List<String> measures = List.of("CMS125", "CMS130", "CMS165", "EDU", "TPCC");
        for (int i = 0; i < members.size(); i++) {
            CommandLineRun outcome = tutorial.explain(measures.get(i % measures.size()), members.get(i));
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }
    }

    @Test
    void anUnknownMemberIsRefusedWithoutRepeatingTheId(Tutorial tutorial) {
        CommandLineRun outcome = tutorial.explain("CMS122", "state-medicaid:MD0SECRET0");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("MEMBER_UNKNOWN").doesNotContain("MD0SECRET0");
    }

    @Test
    void otherDefinitionsThanTheRunsAreRefusedNamingTheOption(Tutorial tutorial) {
        CommandLineRun outcome = CommandLineRun.of(
                "explain",
                "CMS122",
                "--member",
                "summit-ma:SMT798690304",
                "--out",
                tutorial.results().toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("BAD_OPTION [--measures]").doesNotContain("SMT798690304");
    }

    @Test
    void oneRateIsExplainedAlone(Tutorial tutorial) {
        String page = tutorial.printedBy("explain CMS125 --member");

        assertThat(page).contains("Rate: overall").doesNotContain("Rate: age 42-51");
    }

    @Test
    void rowsThatChangedAfterTheRunAreNeverExplainedAway(Tutorial tutorial, @TempDir Path copy) throws IOException {
        Path results = tutorial.results();
        try (Stream<Path> all = Files.walk(results)) {
            for (Path path : all.sorted().toList()) {
                Path target = copy.resolve(results.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.toString().contains("/accepted/observation/")) {
                    Files.copy(path, target);
                }
            }
        }

        CommandLineRun outcome = CommandLineRun.of(
                "explain",
                "CMS165",
                "--member",
                "bluestone-commercial:BLS516994607",
                "--out",
                copy.toString(),
                "--measures",
                tutorial.measures().toString());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("VERDICT_DIFFERS");
    }

    private static List<Path> landing(Tutorial tutorial, String name) throws IOException {
        try (Stream<Path> all = Files.walk(tutorial.folder().resolve("landing"))) {
            return all.filter(path -> path.endsWith(name)).sorted().toList();
        }
    }

    private static String runId(Tutorial tutorial) {
        return Status.of(tutorial.results().toString(), new Configuration())
                .current()
                .orElseThrow()
                .runId();
    }
}
