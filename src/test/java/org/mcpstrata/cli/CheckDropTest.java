package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.problem.ProblemCode;

class CheckDropTest {
    private static final String CANARY = "CANARY1S00E00AA00";

    @TempDir
    Path landing;

    @Test
    void soundDropEndsWithOneSentenceAndZero() {
        CommandLineRun outcome = check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(1200), 1200));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("a\\.csv +attribution +1,200 +1,200 +0\n")
                .endsWith("\nThis drop would be ACCEPTED with all of its 1,200 records.\n");
    }

    @Test
    void rejectedRowsOfAnAcceptedDropAreSaidPlainly() {
        String bad = attribution(200).replace("2025-12-31", "2025-02-29");
        CommandLineRun outcome = check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(200) + bad, 201));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("IMPOSSIBLE_DATE [payer/d1, a.csv, line 202, end_date]")
                .contains(ProblemCode.IMPOSSIBLE_DATE.remedy())
                .endsWith(
                        "\nThis drop would be ACCEPTED with 200 of its 201 records; 1 rejected, which would not count.\n");
    }

    @Test
    void rejectedQuarantinedAndPendingAreThree() throws IOException {
        CommandLineRun rejected = check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(3), 4));
        assertThat(rejected.exitCode()).isEqualTo(3);
        assertThat(rejected.out())
                .contains("RECORD_COUNT_MISMATCH [payer/d1, a.csv]")
                .contains("\nThis drop would be REJECTED: ")
                .endsWith("corrected.\n");

        CommandLineRun quarantined =
                check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(3) + attribution(0), 4));
        assertThat(quarantined.exitCode()).isEqualTo(3);
        assertThat(quarantined.out())
                .contains("DUPLICATE_KEY [payer/d1, a.csv, line 5]")
                .contains("\nThis drop would be QUARANTINED: 1 of its 4 records rejected");

        DropDraft unsent = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0);
        Files.delete(unsent.folder().resolve("manifest.json"));
        CommandLineRun pending = CommandLineRun.of("check-drop", unsent.folder().toString());
        assertThat(pending.exitCode()).isEqualTo(3);
        assertThat(pending.out()).startsWith("This drop is PENDING: ").hasLineCount(1);
    }

    @Test
    void folderThatIsNoDropIsTwo() throws IOException {
        check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0));
        Path file = Files.writeString(landing.resolve("file"), "x");
        for (String wrong : new String[] {
            landing.resolve("nowhere").toString(),
            file.toString(),
            landing.resolve("payer").toString(),
            "/",
            "",
            "a\0b",
            "x:/y"
        }) {
            CommandLineRun outcome = CommandLineRun.of("check-drop", wrong);

            assertThat(outcome.exitCode()).as(wrong).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).startsWith("BAD_OPTION [DROP] ").hasLineCount(1);
        }
        assertThat(CommandLineRun.of("check-drop").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("check-drop", "--no-such", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void folderNamesThatNoRunWouldReadAreRejected() {
        DropDraft draft = new DropDraft(landing, "Payer Name", "d1").csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0);

        CommandLineRun outcome = check(draft);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("FILE_NAME [DROP]").contains("would be REJECTED");
    }

    @Test
    void relativePathWithAnEndingSlashIsTheSameDrop() {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1);
        draft.send();
        Path relative = Path.of("").toAbsolutePath().relativize(draft.folder().toAbsolutePath());

        assertThat(CommandLineRun.of("check-drop", relative + "/").out()).endsWith("ACCEPTED with its one record.\n");
    }

    @Test
    void machinesReadTheSameAndNeverAValue() throws IOException {
        String bad = "m9," + CANARY + ",x,y,z," + CANARY + ",9," + CANARY + "," + CANARY + ",2025-02-29\n";
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(300) + bad, 301);
        draft.send();

        CommandLineRun outcome = CommandLineRun.of("check-drop", draft.folder().toString(), "--json");

        assertThat(outcome.exitCode()).isZero();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(json.get("verdict").asText()).contains("300 of its 301 records");
        assertThat(json.at("/files/0/accepted").asLong()).isEqualTo(300);
        assertThat(json.at("/files/0/rejected").asLong()).isEqualTo(1);
        assertThat(json.at("/problems/0/line").asLong()).isEqualTo(302);
        assertThat(json.at("/problems/0/remedy").asText()).isNotEmpty();
        assertThat(outcome.out() + check(draft).out()).doesNotContain(CANARY);
    }

    @Test
    void whatIsAgreedWithThePayerHoldsAsInARun() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + rows(4) + attribution(1), 5);
        Path profiles = Files.createDirectories(landing.resolveSibling(landing.getFileName() + "-profiles"));
        Path profile = profiles.resolve("payer.yaml");
        Files.writeString(profile, "payer: payer\nmost rejected: { share: 0.2, until: 2026-01-15, reason: agreed }\n");
        assertThat(check(draft).exitCode()).isEqualTo(3);

        String drop = draft.folder().toString();
        CommandLineRun agreed = CommandLineRun.of("check-drop", drop, "--payer-profiles", profiles.toString());
        Files.writeString(profile, "payer: payer\nmost rejected: { share: 0.2, until: 2026-01-14, reason: agreed }\n");
        CommandLineRun ended = CommandLineRun.of("check-drop", drop, "--payer-profiles", profiles.toString());
        Files.delete(profile);
        Files.delete(profiles);

        assertThat(agreed.exitCode()).as(agreed.err()).isZero();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(CommandLineRun.of("check-drop", drop, "--payer-profiles", profiles.toString())
                        .exitCode())
                .isEqualTo(2);
    }

    private DropDraft draft() {
        return new DropDraft(landing, "payer", "d1");
    }

    private static CommandLineRun check(DropDraft draft) {
        draft.send();
        return CommandLineRun.of("check-drop", draft.folder().toString());
    }

    private static String rows(int count) {
        return IntStream.range(0, count).mapToObj(DropDraft::attribution).collect(Collectors.joining());
    }
}
