package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.MemberExplanation;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.story.CanonicalDrop;

/** A payer's profile chooses how its cancellations settle: the choice is in the run's id, and nothing kept outlives it. */
class AnotherFinalActionIsAnotherRunTest {
    private static final String PAYER = "medicare-ffs";
    private static final String MEMBER = "1S00E00AA11";

    @TempDir
    private Path folder;

    @Test
    void theChoiceIsRecordedChangesTheRunAndIsNotAnsweredFromWhatWasKept() throws IOException {
        Path landing = folder.resolve("landing");
        deliver(landing);
        Path nightly = folder.resolve("nightly");
        Path latest = profiles("latest-wins");

        RunOutcome pairedOff = LocalRun.runWithProfiles(landing, nightly, profiles("pair-off"));
        RunOutcome byTheLatest = LocalRun.runWithProfiles(landing, nightly, latest);
        RunOutcome fromScratch = LocalRun.runWithProfiles(landing, folder.resolve("scratch"), latest);

        assertThat(byTheLatest.runId()).isNotEqualTo(pairedOff.runId());
        assertThat(recorded(pairedOff)).isEqualTo("no payer");
        assertThat(recorded(byTheLatest)).isEqualTo(PAYER);
        assertThat(byTheLatest.counts()).containsEntry("persons taken over", 0L);
        assertThat(visits(pairedOff)).as("two originals of one key").isEqualByComparingTo("2");
        assertThat(visits(byTheLatest)).as("the later of them").isEqualByComparingTo("1");
        assertThat(FileTree.digests(Path.of(byTheLatest.folder())))
                .isEqualTo(FileTree.digests(Path.of(fromScratch.folder())));
        assertThat(explained(nightly, pairedOff)).isNotEqualTo(explained(nightly, byTheLatest));
    }

    private Path profiles(String rule) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve(rule));
        Files.writeString(
                profiles.resolve(PAYER + ".yaml"),
                "payer: " + PAYER + "\nfinal action: { rule: " + rule + ", reason: compared with their own totals }\n");
        return profiles;
    }

    private static void deliver(Path landing) throws IOException {
        try (CanonicalDrop drop = CanonicalDrop.open(landing, PAYER, LineOfBusiness.MEDICARE_FFS, 2025)) {
            drop.add(
                    Table.ELIGIBILITY,
                    MEMBER,
                    Map.of(
                            "birth_date", "1950-05-17",
                            "gender", "female",
                            "enrollment_start_date", "2023-01-01",
                            "enrollment_end_date", "2025-12-31",
                            "address_state", "NY"));
            visit(drop, "21", "2025-03-01");
            visit(drop, "22", "2025-04-01");
        }
    }

    /** An original under the control number that both have. */
    private static void visit(CanonicalDrop drop, String claim, String day) throws IOException {
        drop.add(
                Table.MEDICAL_CLAIM,
                MEMBER,
                Map.ofEntries(
                        Map.entry("claim_id", claim),
                        Map.entry("claim_line_number", "1"),
                        Map.entry("claim_type", "professional"),
                        Map.entry("record_version", "0"),
                        Map.entry("adjustment_type", "ORIGINAL"),
                        Map.entry("final_action_key", "B|C1"),
                        Map.entry("effective_date", day),
                        Map.entry("claim_start_date", day),
                        Map.entry("claim_end_date", day),
                        Map.entry("hcpcs_code", "99283"),
                        Map.entry("claim_status", "paid"),
                        Map.entry("line_status", "paid"),
                        Map.entry("paid_amount", "100.00")));
    }

    private static String recorded(RunOutcome outcome) throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(Path.of(outcome.folder()).resolve("run.json").toFile());
        return run.path("inputs").path("final action by latest-wins").asText();
    }

    /** Emergency department visits of everybody, outliers included. */
    private static BigDecimal visits(RunOutcome outcome) {
        return outcome.program().stream()
                .filter(row -> row.text("measure_id").equals("EDU"))
                .filter(row -> row.text("stratifier_id").equals("TOTAL"))
                .map(row -> row.decimal("observation_sum"))
                .filter(visits -> visits != null)
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    private static String explained(Path out, RunOutcome outcome) {
        MemberExplanation.Question question = new MemberExplanation.Question(
                "EDU",
                new Member(PAYER, MEMBER),
                out.toString(),
                Optional.of(outcome.runId()),
                new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                Optional.empty());
        return MemberExplanation.of(question, new Configuration()).replace(outcome.runId(), "");
    }
}
