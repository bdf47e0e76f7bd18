package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.quality.PayerProfileReader;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.RuleBook;

/** APCD files that a payer's profile says differ from the common data layout. */
class AgreedApcdFilesTest {
    private static final RuleBook NO_RULES = new RuleBook(List.of(), List.of());
    private static final int ELEMENTS = 80;

    @TempDir
    private Path folder;

    private DropOutcome check(int columns, String... profile) throws IOException {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
        cells.set(4, "2025");
        cells.set(5, "02");
        cells.set(60, "M1");
        cells.set(columns - 1, "ME");
        String text = "HD|S|P|Plan|ME|202501|202512|P|\n" + String.join("|", cells) + "\nTR|S|P|Plan|ME|20260101||1\n";
        DropDraft draft = new DropDraft(folder.resolve("landing"), "plan", "d1")
                .file(
                        "me.txt",
                        "member-eligibility",
                        "apcd-cdl",
                        DropDraft.bytes(text),
                        1,
                        entry -> entry.put("layoutVersion", "2"));
        draft.send();
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("plan.yaml"), "payer: plan\n" + String.join("\n", profile) + '\n');
        return DropCheck.check(
                new org.apache.hadoop.fs.Path(draft.folder().toUri()),
                Configuration::new,
                new PayerRules(NO_RULES, PayerProfileReader.read(profiles, NO_RULES)));
    }

    @Test
    void columnsThatWereAgreedAreCountedAndNoOthers() throws IOException {
        String[] two = {"apcd:", "  extra columns: { member-eligibility: [OREC, ESRD] }"};

        assertThat(check(ELEMENTS + 2, two).state()).isEqualTo(DropState.ACCEPTED);
        assertThat(check(ELEMENTS, two).state()).isEqualTo(DropState.QUARANTINED);
        assertThat(check(ELEMENTS + 2).state()).isEqualTo(DropState.QUARANTINED);
        assertThat(check(ELEMENTS).state()).isEqualTo(DropState.ACCEPTED);
    }

    @Test
    void aHeaderThatNamesAnotherPayerThanAgreedIsRefused() throws IOException {
        DropOutcome refused = check(ELEMENTS, "apcd: { payer code: Q }");

        assertThat(refused.state()).isEqualTo(DropState.REJECTED);
        assertThat(refused.problems()).extracting(Problem::code).containsExactly(ProblemCode.WRONG_PAYER);
        assertThat(check(ELEMENTS, "apcd: { payer code: P }").state()).isEqualTo(DropState.ACCEPTED);
    }
}
