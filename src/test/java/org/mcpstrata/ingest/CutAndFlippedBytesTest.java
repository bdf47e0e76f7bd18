package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.BrokenDrop.attributions;
import static org.mcpstrata.ingest.DropDraft.bytes;
import static org.mcpstrata.ingest.DropDraft.gzip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Bytes that were lost or changed on the way, with a manifest that knows of it and with one that does not. */
class CutAndFlippedBytesTest {
    private static final long SEED = 11;
    private static final int ROWS = 40;

    @TempDir
    Path landing;

    @TempDir
    Path out;

    @Test
    void aCutFileIsNotTheOneTheManifestSpeaksOf() {
        for (Delivered delivered : both()) {
            for (int cut : offsets(delivered.whole.length)) {
                DropOutcome outcome = check(
                        draft(delivered, delivered.whole).write(delivered.name, Arrays.copyOf(delivered.whole, cut)));

                assertThat(outcome.state()).isEqualTo(DropState.REJECTED);
                assertThat(outcome.problems())
                        .extracting(Problem::code)
                        .as("%s cut at %d", delivered.name, cut)
                        .containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
            }
        }
    }

    @Test
    void aCutFileWithAManifestOfItsOwnIsCaughtAllTheSame() {
        for (Delivered delivered : both()) {
            for (int cut : offsets(delivered.whole.length)) {
                DropOutcome outcome = check(draft(delivered, Arrays.copyOf(delivered.whole, cut)));

                boolean onlyTheLineEnd = delivered.name.equals("a.csv") && cut == delivered.whole.length - 1;
                assertThat(outcome.state() == DropState.ACCEPTED)
                        .as("%s cut at %d: %s", delivered.name, cut, outcome.problems())
                        .isEqualTo(onlyTheLineEnd);
            }
        }
    }

    @Test
    void aFlippedBitIsNotTheOneTheManifestSpeaksOf() {
        for (Delivered delivered : both()) {
            for (int at : offsets(delivered.whole.length)) {
                DropOutcome outcome =
                        check(draft(delivered, delivered.whole).write(delivered.name, flipped(delivered.whole, at)));

                assertThat(outcome.problems())
                        .extracting(Problem::code)
                        .as("%s bit %d", delivered.name, at)
                        .containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
            }
        }
    }

    @Test
    void aFlippedBitThatTheManifestKnowsLosesNoRecordFromTheCount() {
        for (Delivered delivered : both()) {
            for (int at : offsets(delivered.whole.length)) {
                DropOutcome outcome = check(draft(delivered, flipped(delivered.whole, at)));

                accounted(outcome);
            }
        }
    }

    @Test
    void aRunCountsNoneOfThemEither() {
        List<String> stated = new ArrayList<>();
        int number = 0;
        for (Delivered delivered : both()) {
            List<Integer> some = List.copyOf(offsets(delivered.whole.length));
            for (int i = 0; i < some.size(); i += 3) {
                number++;
                int at = some.get(i);
                send("cut-" + number, delivered, delivered.whole, Arrays.copyOf(delivered.whole, at));
                stated.add("cut-" + number);
                byte[] rest = Arrays.copyOf(delivered.whole, Math.min(at, delivered.whole.length - 2));
                send("cut-and-stated-" + number, delivered, rest, rest);
                stated.add("cut-and-stated-" + number);
                send("flip-" + number, delivered, delivered.whole, flipped(delivered.whole, at));
                stated.add("flip-" + number);
                byte[] changed = flipped(delivered.whole, at);
                send("flip-and-stated-" + number, delivered, changed, changed);
            }
        }
        IngestResult result;
        try (Intake intake = new Intake()) {
            result = intake.read(landing, out);
        }

        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        for (DropOutcome outcome : result.outcomes()) {
            accounted(outcome);
            if (stated.contains(outcome.payer())) {
                assertThat(outcome.state())
                        .as("%s %s", outcome.payer(), outcome.problems())
                        .isIn(DropState.REJECTED, DropState.QUARANTINED);
            }
        }
        assertThat(result.outcomes()).hasSizeGreaterThan(stated.size());
    }

    private static void accounted(DropOutcome outcome) {
        if (outcome.state() == DropState.REJECTED) {
            assertThat(outcome.problems()).isNotEmpty();
        } else {
            assertThat(outcome.files()).singleElement().satisfies(file -> {
                assertThat(file.delivered()).isEqualTo(ROWS);
                assertThat(file.accepted() + file.rejectedRecords()).isEqualTo(ROWS);
            });
        }
    }

    private record Delivered(String name, byte[] whole) {}

    private static List<Delivered> both() {
        byte[] text = bytes(attributions(ROWS));
        return List.of(new Delivered("a.csv", text), new Delivered("a.csv.gz", gzip(text)));
    }

    /** Forty places, the ends among them. */
    private static SortedSet<Integer> offsets(int length) {
        Random random = new Random(SEED);
        SortedSet<Integer> offsets =
                new TreeSet<>(List.of(0, 1, length - 9, length - 8, length - 4, length - 2, length - 1));
        while (offsets.size() < 40) {
            offsets.add(random.nextInt(length));
        }
        return offsets;
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << at % 8);
        return changed;
    }

    private void send(String payer, Delivered delivered, byte[] stated, byte[] sent) {
        new DropDraft(landing, payer, "d1")
                .file(delivered.name, "attribution", "canonical-csv", stated, ROWS)
                .write(delivered.name, sent)
                .send();
    }

    private DropDraft draft(Delivered delivered, byte[] stated) {
        Path folder = landing.resolve(delivered.name.replace('.', '-'));
        return new DropDraft(folder, "payer", "d1").file(delivered.name, "attribution", "canonical-csv", stated, ROWS);
    }

    private static DropOutcome check(DropDraft draft) {
        draft.send();
        return DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
    }
}
