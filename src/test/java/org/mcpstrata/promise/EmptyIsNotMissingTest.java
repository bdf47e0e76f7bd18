package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.run.DropEntry;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.Status;

/**
 * Promise 21: a file without rows counts as zero rows, a folder without a manifest waits, a listed file that is not there is
 * a fault, and a payer of the program without anything is named as absent.
 */
class EmptyIsNotMissingTest {
    private static final String MEMBERS =
            "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state\n";

    @TempDir
    private Path folder;

    @Test
    void aListedFileThatIsNotThereRejectsItsDrop() {
        BrokenDrop missing = BrokenDrop.rejected("missing", ProblemCode.FILE_MISSING, "a.csv", draft -> {
            BrokenDrop.sound(draft);
            assertThat(draft.folder().resolve("a.csv").toFile().delete()).isTrue();
            return draft;
        });

        missing.requireTold(missing.check(folder));
    }

    @Test
    void aFileWithoutRowsIsZeroAPendingFolderWaitsAndAnAbsentPayerIsNamed() throws IOException {
        Path landing = folder.resolve("landing");
        new DropDraft(landing, "alpha", "d1")
                .csv(
                        "eligibility.csv",
                        "eligibility",
                        MEMBERS + "a1,1970-05-01,female,2023-01-01,2025-12-31,COMMERCIAL,CO\n",
                        1)
                .send();
        new DropDraft(landing, "empty", "d1")
                .csv("eligibility.csv", "eligibility", MEMBERS, 0)
                .fhir("Patient.ndjson", "Patient", "")
                .send();
        new DropDraft(landing, "late", "d1").csv("eligibility.csv", "eligibility", MEMBERS, 0);
        Path program = Files.writeString(
                folder.resolve("program.yaml"),
                Files.readString(Path.of("measures/programs/mcp.yaml"))
                        .replace("payer order: []", "payers: [alpha, never-sent]"));

        RunOutcome outcome = LocalRun.runProgram(landing, folder.resolve("out"), program);

        assertThat(outcome.counts()).containsEntry("persons", 1L).containsEntry("lines delivered", 1L);
        assertThat(outcome.program()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.list("payers_present")).containsExactly("alpha", "empty");
            assertThat(row.list("payers_absent")).containsExactly("late", "never-sent");
        });
        assertThat(Status.of(folder.resolve("out").toString(), new Configuration())
                        .drops())
                .extracting(DropEntry::payer, DropEntry::state, DropEntry::delivered)
                .containsExactly(
                        tuple("alpha", DropState.ACCEPTED, 1L),
                        tuple("empty", DropState.ACCEPTED, 0L),
                        tuple("late", DropState.PENDING, 0L));
        assertThat(Files.readString(folder.resolve("out/drops/empty/d1/report.md")))
                .contains("ACCEPTED");
    }
}
