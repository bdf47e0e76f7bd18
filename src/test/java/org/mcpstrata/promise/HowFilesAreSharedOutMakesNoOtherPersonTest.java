package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.story.CanonicalDrop;

/**
 * A payer changed its line of business from one drop to the next, and names its members by claims alone: the drop in which a
 * member's number is a Medicare number tells who it is, whichever drop's file a task happens to read first.
 */
class HowFilesAreSharedOutMakesNoOtherPersonTest {
    private static final String MBI = "1S00E00AA11";

    @TempDir
    private Path folder;

    @Test
    void memberOfTwoLinesOfBusinessIsOnePersonInOneTaskAndInMany() {
        Path landing = folder.resolve("landing");
        deliver(landing);

        RunOutcome inOne = run(landing, "one", 1);
        RunOutcome inSeven = run(landing, "seven", 7);

        assertThat(inSeven.counts()).containsEntry("members", 2L).containsEntry("persons", 1L);
        assertThat(inOne.counts()).containsEntry("members", 2L).containsEntry("persons", 1L);
        assertThat(inOne.program()).hasSameSizeAs(inSeven.program());
    }

    private RunOutcome run(Path landing, String out, int tasks) {
        return LocalRun.run(
                landing.toString(),
                folder.resolve(out).toString(),
                Clock.systemUTC(),
                Map.of("spark.master", "local[2]", "spark.default.parallelism", Integer.toString(tasks)));
    }

    private static void deliver(Path landing) {
        String member = String.join(
                ",",
                CanonicalDrop.record(
                        Table.ELIGIBILITY,
                        "m1",
                        Map.of(
                                "mbi", MBI,
                                "birth_date", "1950-05-17",
                                "gender", "female",
                                "enrollment_start_date", "2025-01-01",
                                "enrollment_end_date", "2025-12-31",
                                "payer_type", "COMMERCIAL")));
        new DropDraft(landing, "plan", "d1")
                .csv(
                        "members.csv",
                        "eligibility",
                        String.join(",", CanonicalDrop.header(Table.ELIGIBILITY)) + '\n' + member + '\n',
                        1)
                .send();
        claims(landing, "d1", "MEDICARE_FFS", "2026-01-15T12:04:05Z", 1);
        claims(landing, "d2", "MEDICARE_ADVANTAGE", "2026-02-15T12:04:05Z", 400);
    }

    /** @param count so many that a larger file comes first in its task */
    private static void claims(Path landing, String drop, String line, String createdAt, int count) {
        StringBuilder text =
                new StringBuilder(String.join(",", CanonicalDrop.header(Table.MEDICAL_CLAIM))).append('\n');
        for (int i = 0; i < count; i++) {
            String[] claim = CanonicalDrop.record(
                    Table.MEDICAL_CLAIM,
                    MBI,
                    Map.of(
                            "claim_id", drop + '-' + i,
                            "claim_line_number", "1",
                            "claim_type", "professional",
                            "record_version", "0",
                            "adjustment_type", "ORIGINAL",
                            "claim_start_date", "2025-03-03",
                            "claim_end_date", "2025-03-03",
                            "hcpcs_code", "99213",
                            "claim_status", "paid",
                            "line_status", "paid"));
            text.append(String.join(",", claim)).append('\n');
        }
        new DropDraft(landing, "medicare", drop)
                .createdAt(createdAt)
                .set(root -> root.put("lineOfBusiness", line))
                .csv("claims.csv", "medical_claim", text.toString(), count)
                .send();
    }
}
