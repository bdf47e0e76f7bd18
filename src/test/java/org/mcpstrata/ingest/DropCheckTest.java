package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class DropCheckTest {
    private static final String CANARY = "CANARY1S00E00AA00";

    @TempDir
    Path landing;

    @Test
    void wellFormedDropIsAcceptedWithItsCounts() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2);

        DropOutcome outcome = check(draft);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
        assertThat(outcome.files()).singleElement().satisfies(file -> {
            assertThat(file.delivered()).isEqualTo(2);
            assertThat(file.accepted()).isEqualTo(2);
        });
    }

    @Test
    void allManifestFaultsAreNamedAtOnce() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0)
                .set(root -> {
                    root.put("mode", "sometimes")
                            .put("createdAt", "2026-02-30T00:00:00Z")
                            .put(CANARY, 1);
                    ((ObjectNode) root.withArray("files").get(0))
                            .put("records", -1)
                            .remove("sha256");
                });

        DropOutcome outcome = check(draft);

        assertThat(outcome.problems()).extracting(Problem::code).containsOnly(ProblemCode.MANIFEST_FIELD);
        assertThat(outcome.problems())
                .extracting(problem -> problem.place().field())
                .contains("mode", "createdAt", "files[0].records", "files[0].sha256");
        assertThat(outcome.problems().toString()).doesNotContain(CANARY);
    }

    @Test
    void anEndlessLineTakesNoOtherLineWithIt() throws IOException {
        String endless = ATTRIBUTION_HEADER + attribution(1).replace("First", "x".repeat(70_000)) + attribution(2);

        DropOutcome outcome = check(draft().csv("a.csv", "attribution", endless, 2));
        assertThat(outcome.files().get(0).rejected()).containsOnlyKeys(ProblemCode.FIELD_TOO_LONG);
        assertThat(outcome.files().get(0).accepted()).isEqualTo(1);
    }

    @Test
    void headerIsReadByNameAndNeverByPosition() throws IOException {
        String[] faulty = {
            "",
            attribution(1),
            ATTRIBUTION_HEADER.replace("state,", ""),
            ATTRIBUTION_HEADER.replace("tin,", "state,"),
            ATTRIBUTION_HEADER.replace("tin", "TIN"),
            ATTRIBUTION_HEADER.replace("tin", CANARY),
        };
        for (String header : faulty) {
            DropOutcome outcome = check(draft().csv("a.csv", "attribution", header, 0));

            assertThat(codes(outcome)).isNotEmpty().containsOnly(ProblemCode.HEADER_INVALID);
            assertThat(outcome.problems().toString()).doesNotContain(CANARY).doesNotContain("First");
        }
    }

    @Test
    void noValueOfTheDataReachesAMessageOrReport() throws IOException {
        String good = IntStream.range(0, 300).mapToObj(DropDraft::attribution).collect(Collectors.joining());
        String bad = "m9," + CANARY + ",x,y,z," + CANARY + ",9," + CANARY + "," + CANARY + ",2025-02-29\n";
        DropOutcome outcome = check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + good + bad, 301));

        assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
        assertThat(outcome.files().get(0).rejectedRecords()).isEqualTo(1);
        assertThat(outcome.problems().toString()
                        + new String(DropReport.json(outcome), StandardCharsets.UTF_8)
                        + new String(DropReport.markdown(outcome), StandardCharsets.UTF_8))
                .doesNotContain(CANARY);
    }

    @Test
    void unlistedFilesAreNamedWhereTheirNamesMayBeSaid() throws IOException {
        DropDraft draft = draft().write("b.csv", bytes("x")).write(CANARY + " b.csv", bytes("x"));

        DropOutcome outcome = check(draft);

        assertThat(outcome.problems())
                .extracting(problem -> problem.place().file())
                .containsExactly("", "b.csv");
        assertThat(outcome.problems().get(0).detail()).contains("number 1 of 2");
        assertThat(outcome.problems().toString()).doesNotContain(CANARY);
        for (int i = 0; i < 300; i++) {
            draft.write("more-" + i + ".csv", bytes("x"));
        }
        assertThat(check(draft).problems()).hasSize(21).last().satisfies(problem -> assertThat(problem.detail())
                .contains("282 more files"));
    }

    private DropDraft draft() throws IOException {
        Path folder = landing.resolve("payer").resolve("d1");
        new FileStore(new Configuration()).delete(new org.apache.hadoop.fs.Path(folder.toUri()));
        return new DropDraft(landing, "payer", "d1");
    }

    private DropOutcome check(DropDraft draft) throws IOException {
        draft.send();
        return checkUnsent(draft);
    }

    private static DropOutcome checkUnsent(DropDraft draft) throws IOException {
        return DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
    }

    private static List<ProblemCode> codes(DropOutcome outcome) {
        return outcome.problems().stream().map(Problem::code).distinct().toList();
    }
}
