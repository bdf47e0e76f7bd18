package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.promise.LocalRun;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;

/**
 * Fills of drugs that no measure asks for are left behind before a person's rows come together. Their cancellations are no
 * defect of the delivery: rule 30 asks those of drugs that count.
 */
class CancelledFillsThroughTheFrontDoorTest {
    private static final TableSchema SCHEMA = TableSchema.load("dq_result", List.of());
    private static final String PLAN = "plan";
    private static final String ASKED_FOR = "00054009001";
    private static final String ANY = "99999000001";

    @TempDir
    private Path folder;

    @Test
    void cancellationOfAFillThatWasLeftBehindIsNotCalledOrphaned() throws IOException {
        drop(
                "d1",
                fill("f1", ANY, "ORIGINAL", "", ""),
                fill("v1", ANY, "CANCELLATION", "f1", ""),
                fill("f2", ANY, "ORIGINAL", "", "key"),
                fill("f2", "", "CANCELLATION", "", "key"),
                fill("f3", ANY, "ORIGINAL", "", ""));
        drop("d2", fill("v3", ANY, "CANCELLATION", "f3", ""));

        RunOutcome outcome = LocalRun.run(folder.resolve("landing"), folder.resolve("out"));

        assertThat(rule30(outcome)).allMatch(row -> row.endsWith("0/0 NO_DATA"));
        assertThat(versions(outcome, "ORPHANED_VOID")).isZero();
    }

    @Test
    void cancellationsOfDrugsThatCountAreHeldAgainstTheirFills() throws IOException {
        drop(
                "d1",
                fill("f1", ASKED_FOR, "ORIGINAL", "", ""),
                fill("v1", ASKED_FOR, "CANCELLATION", "f1", ""),
                fill("f2", ASKED_FOR, "ORIGINAL", "", "key"),
                fill("f2", "", "CANCELLATION", "", "key"),
                fill("v3", ASKED_FOR, "CANCELLATION", "never delivered", ""));

        RunOutcome outcome = LocalRun.run(folder.resolve("landing"), folder.resolve("out"));

        assertThat(rule30(outcome)).anyMatch(row -> row.endsWith("1/2 WARN"));
        assertThat(versions(outcome, "ORPHANED_VOID")).isOne();
        assertThat(versions(outcome, "VOIDED"))
                .as("two fills and what withdrew them")
                .isEqualTo(4);
        assertThat(versions(outcome, "FINAL_ACTION")).isZero();
    }

    @SafeVarargs
    private void drop(String drop, Map<String, String>... fills) {
        StringBuilder text =
                new StringBuilder(String.join(",", CanonicalDrop.header(Table.PHARMACY_CLAIM))).append('\n');
        List.of(fills)
                .forEach(fill -> text.append(String.join(",", CanonicalDrop.record(Table.PHARMACY_CLAIM, "m1", fill)))
                        .append('\n'));
        String member = "m1,1950-05-17,female,2025-01-01,2025-12-31,COMMERCIAL\n";
        new DropDraft(folder.resolve("landing"), PLAN, drop)
                .createdAt("2026-01-0" + drop.charAt(1) + "T00:00:00Z")
                .csv(
                        "members.csv",
                        "eligibility",
                        "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type\n" + member,
                        1)
                .csv("fills.csv", "pharmacy_claim", text.toString(), fills.length)
                .send();
    }

    private static Map<String, String> fill(String claim, String drug, String type, String replaces, String key) {
        Map<String, String> fill = new HashMap<>();
        fill.put("claim_id", claim);
        fill.put("claim_line_number", "1");
        fill.put("record_version", "0");
        fill.put("adjustment_type", type);
        fill.put("replaces_claim_id", replaces);
        fill.put("final_action_key", key);
        fill.put("effective_date", type.equals("ORIGINAL") ? "2025-03-03" : "2025-04-03");
        fill.put("dispensing_date", "2025-03-03");
        fill.put("ndc_code", drug);
        fill.put("claim_status", "paid");
        fill.put("paid_amount", type.equals("ORIGINAL") ? "10.00" : "-10.00");
        return fill;
    }

    private static List<String> rule30(RunOutcome outcome) throws IOException {
        List<String> found = new ArrayList<>();
        Path part = Path.of(outcome.folder()).resolve("restricted/dq_result/part-00000.parquet");
        try (TableReader rows =
                TableReader.open(new org.apache.hadoop.fs.Path(part.toUri()), SCHEMA, new Configuration())) {
            rows.forEachRemaining(values -> {
                TableRow row = new TableRow(SCHEMA, values);
                if (row.text("rule").equals("DQ30_CANCELLATION_HAS_TARGET")) {
                    found.add(row.text("payer") + " " + row.value("bad") + "/" + row.value("denominator") + " "
                            + row.text("status"));
                }
            });
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static long versions(RunOutcome outcome, String fate) throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(Path.of(outcome.folder()).resolve("run.json").toFile());
        JsonNode versions = run.findPath("claimVersions").path(fate);
        assertThat(versions.isNumber()).as(fate).isTrue();
        return versions.asLong();
    }
}
