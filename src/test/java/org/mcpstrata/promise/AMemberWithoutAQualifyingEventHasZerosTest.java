package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.MemberExplanation;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;
import org.mcpstrata.stratify.MemberResult;

/**
 * A payer may name somebody by care alone that no measure asks for, and describe them nowhere: they are linked, have zeros,
 * and stop nobody.
 */
class AMemberWithoutAQualifyingEventHasZerosTest {
    private static final String PLAN = "plan";
    private static final String MEDICARE = "medicare-ffs";
    private static final String MBI = "1S00E00AA11";
    private static final String COVERED = "m1";
    private static final List<String> COLUMNS =
            List.of("initial_population", "denominator", "denominator_exclusion", "numerator");

    @TempDir
    private Path folder;

    @Test
    void peopleWhomOnlyIrrelevantCareNamesAreEvaluatedHoweverTheWorkIsCut() throws IOException {
        Path landing = folder.resolve("landing");
        deliver(landing);

        RunOutcome outcome = LocalRun.run(landing, folder.resolve("out"));
        RunOutcome inSeven = LocalRun.run(
                landing.toString(),
                folder.resolve("seven").toString(),
                Clock.systemUTC(),
                Map.of("spark.master", "local[2]", "spark.default.parallelism", "7"));

        SortedMap<String, SortedSet<String>> results = results(outcome);
        assertThat(outcome.counts()).containsEntry("persons", 4L);
        assertThat(results.keySet())
                .as("everybody with all their members, those of whom no row counts among them")
                .containsExactly(MEDICARE + ":" + MBI + " plan:m1", "plan:order", "plan:stranger", "plan:stranger2");
        for (String stranger : List.of("plan:order", "plan:stranger", "plan:stranger2")) {
            assertThat(results.get(stranger)).as(stranger).isNotEmpty().allMatch(row -> row.endsWith("no no no no"));
        }
        assertThat(FileTree.digests(Path.of(inSeven.folder()))).isEqualTo(FileTree.digests(Path.of(outcome.folder())));
        assertThat(explained(outcome, new Member(PLAN, "stranger"))).contains("stranger");
    }

    @Test
    void nightsThatBringSuchPeopleAndTakeThemAwayAddUpToOneRunFromScratch() throws IOException {
        Path landing = folder.resolve("landing");
        Path nightly = folder.resolve("nightly");
        deliver(landing);
        LocalRun.run(landing, nightly);
        drop(landing, "d2", "newcomer");
        RunOutcome second = LocalRun.run(landing, nightly);
        new DropDraft(landing, "other", "d3")
                .csv("observations.csv", "observation", observations("elsewhere"), 1)
                .send();
        RunOutcome third = LocalRun.run(landing, nightly);
        RunOutcome full = LocalRun.run(landing, folder.resolve("full"));
        new DropDraft(landing, PLAN, "d4")
                .createdAt("2026-06-01T00:00:00Z")
                .set(root -> root.withArray("supersedes").add("d2"))
                .csv("observations.csv", "observation", observations("stranger"), 1)
                .send();
        RunOutcome fourth = LocalRun.run(landing, nightly);
        RunOutcome fullAgain = LocalRun.run(landing, folder.resolve("full-again"));

        assertThat(second.counts()).containsEntry("persons taken over", 4L);
        assertThat(third.counts()).containsEntry("persons taken over", 5L).containsEntry("persons evaluated", 1L);
        assertThat(FileTree.digests(Path.of(third.folder()))).isEqualTo(FileTree.digests(Path.of(full.folder())));
        assertThat(results(fourth)).doesNotContainKey("plan:newcomer").containsKey("plan:stranger");
        assertThat(FileTree.digests(Path.of(fourth.folder()))).isEqualTo(FileTree.digests(Path.of(fullAgain.folder())));
    }

    /** A member with coverage; one more of the same person, and three others, of whom no row counts. */
    private static void deliver(Path landing) throws IOException {
        try (CanonicalDrop drop = CanonicalDrop.open(landing, PLAN, LineOfBusiness.COMMERCIAL, 2025)) {
            drop.add(
                    Table.ELIGIBILITY,
                    COVERED,
                    Map.of(
                            "mbi", MBI,
                            "birth_date", "1970-05-17",
                            "gender", "female",
                            "enrollment_start_date", "2025-01-01",
                            "enrollment_end_date", "2025-12-31",
                            "address_state", "NY"));
            drop.add(Table.PHARMACY_CLAIM, "stranger", fill("f1", "ORIGINAL"));
            drop.add(Table.OBSERVATION, "stranger", observation("o1"));
            drop.add(Table.OBSERVATION, "stranger2", observation("o2"));
            drop.add(
                    Table.SERVICE_REQUEST,
                    "order",
                    Map.of(
                            "request_id", "r1",
                            "kind", "SERVICE",
                            "status", "active",
                            "code_system", "LOCAL",
                            "code", "nothing",
                            "authored_date", "2025-03-03"));
        }
        try (CanonicalDrop drop = CanonicalDrop.open(landing, MEDICARE, LineOfBusiness.MEDICARE_FFS, 2025)) {
            drop.add(Table.PHARMACY_CLAIM, MBI, fill("f2", "ORIGINAL"));
        }
    }

    private static void drop(Path landing, String drop, String member) {
        new DropDraft(landing, PLAN, drop)
                .createdAt("2026-05-01T00:00:00Z")
                .csv("observations.csv", "observation", observations(member), 1)
                .send();
    }

    private static Map<String, String> fill(String claim, String adjustment) {
        return Map.of(
                "claim_id", claim,
                "claim_line_number", "1",
                "record_version", "0",
                "adjustment_type", adjustment,
                "dispensing_date", "2025-03-03",
                "ndc_code", "99999000001",
                "claim_status", "paid",
                "paid_amount", "10.00");
    }

    private static Map<String, String> observation(String id) {
        return Map.of(
                "observation_id", id,
                "status", "final",
                "observation_date", "2025-03-03",
                "code_system", "LOINC",
                "code", "2339-0",
                "value_kind", "QUANTITY",
                "value", "90",
                "unit", "mg/dL");
    }

    private static String observations(String member) {
        return String.join(",", CanonicalDrop.header(Table.OBSERVATION))
                + '\n'
                + String.join(",", CanonicalDrop.record(Table.OBSERVATION, member, observation("of-" + member)))
                + '\n';
    }

    private String explained(RunOutcome outcome, Member member) {
        return MemberExplanation.of(
                new MemberExplanation.Question(
                        "CMS122",
                        member,
                        folder.resolve("out").toString(),
                        Optional.of(outcome.runId()),
                        new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                        Optional.empty()),
                new Configuration());
    }

    /** Rates with their populations, by all members of the person. */
    private static SortedMap<String, SortedSet<String>> results(RunOutcome outcome) throws IOException {
        SortedMap<String, SortedSet<String>> results = new TreeMap<>();
        for (Path part : FileTree.files(Path.of(outcome.folder()).resolve("restricted/member_result"))) {
            if (part.toString().endsWith(".parquet")) {
                try (TableReader rows = TableReader.open(
                        new org.apache.hadoop.fs.Path(part.toUri()), MemberResult.SCHEMA, new Configuration())) {
                    rows.forEachRemaining(row -> results.computeIfAbsent(members(row), any -> new TreeSet<>())
                            .add(result(row)));
                }
            }
        }
        return results;
    }

    private static String members(Object[] row) {
        List<?> members = (List<?>) value(row, "source_members");
        return members.stream()
                .map(Object[].class::cast)
                .map(member -> member[0] + ":" + member[1])
                .collect(Collectors.joining(" "));
    }

    private static String result(Object[] row) {
        return Stream.concat(
                        Stream.of("measure_id", "rate_id")
                                .map(column -> value(row, column).toString()),
                        COLUMNS.stream().map(column -> Boolean.TRUE.equals(value(row, column)) ? "yes" : "no"))
                .collect(Collectors.joining(" "));
    }

    private static Object value(Object[] row, String column) {
        return row[MemberResult.SCHEMA.column(column).index()];
    }
}
