package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Promise 14: a drop that names another payer, in its manifest or in one of its rows, counts for nobody. */
class OnePayerCannotSpeakForAnotherTest {
    private static final String OWN_ROWS = ATTRIBUTION_HEADER.replace("member_id", "payer_id,member_id");

    @TempDir
    private Path folder;

    private Path landing() {
        return folder.resolve("landing");
    }

    private DropDraft draft(String payer, String drop) {
        return new DropDraft(landing(), payer, drop);
    }

    @Test
    void wholeDropsAreRejectedWhereverTheOtherNameStandsAndOtherPayersAreRead() {
        BrokenDrop.sound(draft("victim", "d1")).send();
        BrokenDrop.sound(draft("in-manifest", "d1"))
                .set(root -> root.put("payer", "victim"))
                .send();
        BrokenDrop.sound(draft("in-capitals", "d1"))
                .set(root -> root.put("payer", "IN-CAPITALS"))
                .send();
        draft("in-one-row", "d1")
                .csv(
                        "a.csv",
                        "attribution",
                        OWN_ROWS + rows("in-one-row", 100, 300) + "victim," + attribution(1)
                                + rows("in-one-row", 300, 301),
                        202)
                .send();
        draft("in-every-row", "d1")
                .csv("a.csv", "attribution", OWN_ROWS + rows("victim", 10, 13), 3)
                .send();
        draft("withdraws", "d1")
                .set(root -> root.withArray("supersedes").add("d1"))
                .csv("b.csv", "attribution", ATTRIBUTION_HEADER + attribution(9), 1)
                .send();
        draft("own-rows", "d1")
                .csv("c.csv", "attribution", OWN_ROWS + rows("own-rows", 10, 13), 3)
                .send();

        IngestResult result;
        List<CanonicalRow> rows;
        try (Intake intake = new Intake()) {
            result = intake.read(landing(), folder.resolve("out"));
            rows = intake.rows(result, Table.ATTRIBUTION);
        }

        assertThat(Intake.states(result))
                .contains(
                        "victim/d1 ACCEPTED",
                        "own-rows/d1 ACCEPTED",
                        "in-manifest/d1 REJECTED",
                        "in-capitals/d1 REJECTED",
                        "in-one-row/d1 REJECTED",
                        "in-every-row/d1 REJECTED");
        assertThat(result.outcomes())
                .filteredOn(outcome -> outcome.payer().startsWith("in-"))
                .allSatisfy(outcome -> assertThat(codes(outcome)).contains(ProblemCode.WRONG_PAYER));
        assertThat(rows).extracting(CanonicalRow::payerId).doesNotContain("in-one-row", "in-every-row", "in-manifest");
        assertThat(rows)
                .as("a payer withdraws its own drops only")
                .filteredOn(row -> row.payerId().equals("victim"))
                .hasSize(3);
    }

    private static List<ProblemCode> codes(DropOutcome outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private static String rows(String payer, int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int member = from; member < to; member++) {
            rows.append(payer).append(',').append(attribution(member));
        }
        return rows.toString();
    }
}
