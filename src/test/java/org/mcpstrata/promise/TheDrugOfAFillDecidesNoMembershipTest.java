package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.MemberExplanation;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.MemberStratum;

/**
 * A payer that sends fills alone makes everybody of whom it sends one a member of its line of business (founding decision 4),
 * whether or not a measure asks for the drug.
 */
class TheDrugOfAFillDecidesNoMembershipTest {
    private static final String PAYER = "pdp";
    private static final String DONEPEZIL = "00054009013";
    private static final String ANOTHER_DRUG = "99999000001";
    private static final List<String> MEDICARE = List.of("MEDICARE_FFS", "payer:pdp");

    @TempDir
    private Path folder;

    @Test
    void everybodyWithAFillIsAMemberOfThePayersLineHoweverTheWorkIsCut() throws IOException {
        Path landing = folder.resolve("landing");
        fills(landing, "d1");

        RunOutcome outcome = LocalRun.run(landing, folder.resolve("out"));
        RunOutcome inSeven = LocalRun.run(
                landing.toString(),
                folder.resolve("seven").toString(),
                Clock.systemUTC(),
                Map.of("spark.master", "local[2]", "spark.default.parallelism", "7"));

        assertThat(scopes(outcome))
                .containsOnlyKeys("m3", "m4")
                .allSatisfy((member, scopes) -> assertThat(scopes).as(member).isEqualTo(MEDICARE));
        assertThat(duals(outcome)).containsOnlyKeys("m3", "m4").containsEntry("m3", "UNKNOWN");
        assertThat(duals(outcome).get("m4")).isEqualTo("UNKNOWN");
        assertThat(FileTree.digests(Path.of(inSeven.folder()))).isEqualTo(FileTree.digests(Path.of(outcome.folder())));
        assertThat(explained(outcome, "m4")).contains("m4");
    }

    @Test
    void aSecondDropMakesNobodyAMemberWhoWasNone() throws IOException {
        Path landing = folder.resolve("landing");
        fills(landing, "d1");
        RunOutcome first = LocalRun.run(landing, folder.resolve("out"));
        drop(landing, "d2", "2026-02-01T00:00:00Z", Table.PHARMACY_CLAIM, fill("m5", "f5", ANOTHER_DRUG))
                .send();

        RunOutcome second = LocalRun.run(landing, folder.resolve("out"));

        assertThat(second.counts()).containsEntry("persons taken over", 2L).containsEntry("persons evaluated", 1L);
        assertThat(scopes(second)).containsAllEntriesOf(scopes(first)).containsEntry("m5", MEDICARE);
        assertSameAsInOneNight(landing, second);
    }

    @Test
    void aMembershipThatOnlySuchAFillGaveGoesWithTheFill() throws IOException {
        Path landing = folder.resolve("landing");
        fills(landing, "d1");
        drop(landing, "d2", "2026-02-01T00:00:00Z", Table.MEDICAL_CLAIM, claim("m4", "c4"))
                .set(root -> root.put("lineOfBusiness", "COMMERCIAL"))
                .send();
        RunOutcome before = LocalRun.run(landing, folder.resolve("out"));
        drop(landing, "d3", "2026-03-01T00:00:00Z", Table.PHARMACY_CLAIM, fill("m5", "f5", ANOTHER_DRUG))
                .mode("replace")
                .set(root -> root.putObject("period").put("start", "2025-01-01").put("end", "2025-12-31"))
                .send();

        RunOutcome after = LocalRun.run(landing, folder.resolve("out"));

        assertThat(scopes(before)).containsEntry("m4", List.of("COMMERCIAL", "MEDICARE_FFS", "payer:pdp"));
        assertThat(scopes(after)).containsEntry("m4", List.of("COMMERCIAL", "payer:pdp"));
        assertSameAsInOneNight(landing, after);
    }

    private void assertSameAsInOneNight(Path landing, RunOutcome nightly) throws IOException {
        RunOutcome full = LocalRun.run(landing, folder.resolve("full"));
        assertThat(FileTree.digests(Path.of(nightly.folder()))).isEqualTo(FileTree.digests(Path.of(full.folder())));
    }

    private static void fills(Path landing, String drop) {
        drop(
                        landing,
                        drop,
                        "2026-01-15T12:04:05Z",
                        Table.PHARMACY_CLAIM,
                        fill("m3", "f1", DONEPEZIL),
                        fill("m4", "f2", ANOTHER_DRUG),
                        fill("m3", "f3", ANOTHER_DRUG),
                        fill("m4", "f4", ANOTHER_DRUG))
                .send();
    }

    private static DropDraft drop(Path landing, String drop, String createdAt, Table table, String[]... records) {
        StringBuilder text = new StringBuilder(String.join(",", CanonicalDrop.header(table))).append('\n');
        for (String[] record : records) {
            text.append(String.join(",", record)).append('\n');
        }
        return new DropDraft(landing, PAYER, drop)
                .createdAt(createdAt)
                .set(root -> root.put("lineOfBusiness", "MEDICARE_FFS"))
                .csv(table.tableName() + ".csv", table.tableName(), text.toString(), records.length);
    }

    private static String[] fill(String member, String claim, String drug) {
        return CanonicalDrop.record(
                Table.PHARMACY_CLAIM,
                member,
                Map.of(
                        "claim_id", claim,
                        "claim_line_number", "1",
                        "record_version", "0",
                        "adjustment_type", "ORIGINAL",
                        "dispensing_date", "2025-03-03",
                        "ndc_code", drug,
                        "claim_status", "paid",
                        "paid_amount", "10.00"));
    }

    private static String[] claim(String member, String claim) {
        return CanonicalDrop.record(
                Table.MEDICAL_CLAIM,
                member,
                Map.of(
                        "claim_id", claim,
                        "claim_line_number", "1",
                        "claim_type", "professional",
                        "record_version", "0",
                        "adjustment_type", "ORIGINAL",
                        "claim_start_date", "2025-03-03",
                        "claim_end_date", "2025-03-03",
                        "hcpcs_code", "99213",
                        "claim_status", "paid",
                        "line_status", "paid"));
    }

    private String explained(RunOutcome outcome, String member) {
        return MemberExplanation.of(
                new MemberExplanation.Question(
                        "CMS122",
                        new Member(PAYER, member),
                        folder.resolve("out").toString(),
                        Optional.of(outcome.runId()),
                        new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                        Optional.empty()),
                new Configuration());
    }

    /** By member, each of whom is a person of their own. */
    private static SortedMap<String, List<?>> scopes(RunOutcome outcome) throws IOException {
        SortedMap<String, List<?>> scopes = new TreeMap<>();
        read(outcome, "member_result", MemberResult.SCHEMA, row -> {
            Object told = row.value("payer_scopes");
            scopes.put(member(row), told == null ? List.of() : (List<?>) told);
        });
        return scopes;
    }

    private static SortedMap<String, String> duals(RunOutcome outcome) throws IOException {
        SortedMap<String, String> members = new TreeMap<>();
        read(outcome, "member_result", MemberResult.SCHEMA, row -> members.put(row.text("person_id"), member(row)));
        SortedMap<String, String> duals = new TreeMap<>();
        read(outcome, "member_stratum", MemberStratum.SCHEMA, row -> {
            if (row.text("stratifier_id").equals("dual")) {
                duals.put(members.get(row.text("person_id")), row.text("stratum_id"));
            }
        });
        return duals;
    }

    private static String member(TableRow row) {
        return ((Object[]) ((List<?>) row.value("source_members")).get(0))[1].toString();
    }

    private static void read(RunOutcome outcome, String table, TableSchema schema, Consumer<TableRow> each)
            throws IOException {
        for (Path part : FileTree.files(Path.of(outcome.folder()).resolve("restricted/" + table))) {
            if (part.toString().endsWith(".parquet")) {
                try (TableReader rows =
                        TableReader.open(new org.apache.hadoop.fs.Path(part.toUri()), schema, new Configuration())) {
                    rows.forEachRemaining(row -> each.accept(new TableRow(schema, row)));
                }
            }
        }
    }
}
