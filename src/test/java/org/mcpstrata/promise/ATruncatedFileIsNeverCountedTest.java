package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Promise 9: a file cut anywhere, plain or compressed, whether its manifest knows of the cut or not. */
class ATruncatedFileIsNeverCountedTest {
    private static final int PARTS = 64;
    private static final int GZIP_TRAILER = 8;

    @TempDir
    private Path folder;

    @Test
    void aCutFileIsNotTheOneTheManifestSpeaksOf() {
        for (DeliveredBytes delivered : DeliveredBytes.both()) {
            for (int cut : cuts(delivered.whole())) {
                DropOutcome outcome = delivered.check(folder, delivered.whole(), cut(delivered, cut));

                assertThat(outcome.state()).isEqualTo(DropState.REJECTED);
                assertThat(outcome.files()).isEmpty();
                assertThat(outcome.problems())
                        .extracting(Problem::code)
                        .as("%s cut at %d", delivered.name(), cut)
                        .containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
            }
        }
    }

    @Test
    void aManifestMadeOfTheCutFileDoesNotHelpIt() {
        for (DeliveredBytes delivered : DeliveredBytes.both()) {
            for (int cut : cuts(delivered.whole())) {
                byte[] rest = cut(delivered, cut);
                DropOutcome outcome = delivered.check(folder, rest, rest);

                // The last line may do without its end; nothing else may be missing.
                boolean onlyTheLineEnd = delivered.name().equals("a.csv") && cut == delivered.whole().length - 1;
                assertThat(outcome.state() == DropState.ACCEPTED)
                        .as("%s cut at %d: %s", delivered.name(), cut, outcome.problems())
                        .isEqualTo(onlyTheLineEnd);
            }
        }
    }

    @Test
    void aRunCountsNoRowOfAnyOfThem() {
        List<String> stated = new ArrayList<>();
        for (DeliveredBytes delivered : DeliveredBytes.both()) {
            List<Integer> some = List.copyOf(cuts(delivered.whole()));
            for (int i = 0; i < some.size(); i += 5) {
                byte[] rest = cut(delivered, Math.min(some.get(i), delivered.whole().length - 2));
                stated.add("cut-" + stated.size());
                delivered.send(folder.resolve("landing"), stated.get(stated.size() - 1), delivered.whole(), rest);
                stated.add("cut-and-stated-" + stated.size());
                delivered.send(folder.resolve("landing"), stated.get(stated.size() - 1), rest, rest);
            }
        }
        IngestResult result;
        try (Intake intake = new Intake()) {
            result = intake.read(folder.resolve("landing"), folder.resolve("out"));
            assertThat(intake.rows(result, Table.ATTRIBUTION)).isEmpty();
        }

        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(result.outcomes()).hasSameSizeAs(stated);
        for (DropOutcome outcome : result.outcomes()) {
            DeliveredBytes.accounted(outcome);
            assertThat(outcome.state())
                    .as("%s %s", outcome.payer(), outcome.problems())
                    .isIn(DropState.REJECTED, DropState.QUARANTINED);
        }
    }

    private static byte[] cut(DeliveredBytes delivered, int length) {
        return Arrays.copyOf(delivered.whole(), length);
    }

    /** Every 64th of the length, both sides of each line end around the middle, and each byte of a gzip trailer. */
    private static SortedSet<Integer> cuts(byte[] whole) {
        SortedSet<Integer> cuts = new TreeSet<>();
        for (int part = 0; part < PARTS; part++) {
            cuts.add(whole.length * part / PARTS);
        }
        for (int i = whole.length / 3; i < whole.length * 2 / 3; i++) {
            if (whole[i] == '\n') {
                cuts.addAll(List.of(i, i + 1));
            }
        }
        for (int missing = 1; missing <= GZIP_TRAILER + 1; missing++) {
            cuts.add(whole.length - missing);
        }
        return cuts;
    }
}
