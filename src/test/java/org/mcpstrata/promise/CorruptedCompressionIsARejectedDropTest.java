package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.BrokenEnvelopes;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Promise 10: compressed bytes that changed on the way reject their drop, and the others are read all the same. */
class CorruptedCompressionIsARejectedDropTest {
    private static final long SEED = 11;
    private static final int FLIPS = 100;
    private static final int HEADER = 10;

    @TempDir
    private Path folder;

    /** Bad checksum, members one behind the other, rubbish behind, plain called gzip and the reverse, empty, bombs. */
    static List<BrokenDrop> envelopes() {
        return BrokenEnvelopes.compression();
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void eachIsToldByItsCode(BrokenDrop broken) {
        broken.requireTold(broken.check(folder));
    }

    @Test
    void aFlippedBitIsNotTheFileTheManifestSpeaksOf() {
        for (DeliveredBytes delivered : DeliveredBytes.both()) {
            for (int at : places(delivered.whole().length)) {
                DropOutcome outcome = delivered.check(folder, delivered.whole(), flipped(delivered.whole(), at));

                assertThat(outcome.problems())
                        .extracting(Problem::code)
                        .as("%s bit %d", delivered.name(), at)
                        .containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
            }
        }
    }

    @Test
    void aFlippedBitThatTheManifestKnowsIsRefusedOrLosesNoRecord() {
        int refused = 0;
        DeliveredBytes delivered = DeliveredBytes.gzipped();
        for (int at : places(delivered.whole().length)) {
            byte[] changed = flipped(delivered.whole(), at);
            DropOutcome outcome = delivered.check(folder, changed, changed);

            DeliveredBytes.accounted(outcome);
            // Bits of the header that say when and where a file was packed, and those that fill its last byte, mean
            // nothing.
            if (outcome.state() == DropState.ACCEPTED) {
                assertThat(at < HEADER || at == delivered.whole().length - 9)
                        .as("bit of byte %d", at)
                        .isTrue();
            } else {
                refused++;
                assertThat(outcome.problems()).extracting(Problem::code).contains(ProblemCode.COMPRESSION_BROKEN);
            }
        }
        assertThat(refused).isGreaterThan(FLIPS - 10);
    }

    @Test
    void aFlippedBitOfPlainTextThatTheManifestKnowsLosesNoRecordFromTheCount() {
        DeliveredBytes delivered = DeliveredBytes.plain();
        for (int at : places(delivered.whole().length)) {
            byte[] changed = flipped(delivered.whole(), at);
            DeliveredBytes.accounted(delivered.check(folder, changed, changed));
        }
    }

    @Test
    void aRunGoesOnAndReadsTheSoundDropBesideThem() {
        Path landing = folder.resolve("landing");
        DeliveredBytes delivered = DeliveredBytes.gzipped();
        List<Integer> some = List.copyOf(places(delivered.whole().length));
        for (int i = 0; i < some.size(); i += 10) {
            byte[] changed = flipped(delivered.whole(), Math.max(10, some.get(i)));
            delivered.send(landing, "flipped-" + i, changed, changed);
        }
        envelopes().forEach(broken -> broken.putInto(landing));
        delivered.send(landing, "sound", delivered.whole(), delivered.whole());
        IngestResult result;
        try (Intake intake = new Intake()) {
            result = intake.read(landing, folder.resolve("out"));
        }

        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(Intake.states(result))
                .hasSize(1 + 10 + envelopes().size())
                .contains("sound/d1 ACCEPTED")
                .filteredOn(state -> !state.startsWith("sound/"))
                .allMatch(state -> state.endsWith(" REJECTED"));
    }

    private static SortedSet<Integer> places(int length) {
        Random random = new Random(SEED);
        SortedSet<Integer> places =
                new TreeSet<>(List.of(0, 1, length - 9, length - 8, length - 4, length - 2, length - 1));
        while (places.size() < FLIPS) {
            places.add(random.nextInt(length));
        }
        return places;
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << at % 8);
        return changed;
    }
}
