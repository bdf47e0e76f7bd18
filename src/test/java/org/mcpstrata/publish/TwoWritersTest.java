package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Two writers, every interleaving of {read the pointer and open staging, write, verify, commit}. */
class TwoWritersTest {
    private static final int PHASES = 4;

    @TempDir
    Path folder;

    /** One writer that does one phase at a time. */
    private static final class Writer {
        private final Publication publication;
        private final SmallRun run;
        private final String attempt;
        private int phase;
        private Staging staging;
        private VerifiedRun verified;
        private Outcome outcome;
        private ProblemCode lost;

        Writer(Path out, SmallRun run, String attempt) {
            this.publication = SmallRun.at(out);
            this.run = run;
            this.attempt = attempt;
        }

        void step() throws IOException {
            switch (phase++) {
                case 0 -> staging = publication.stage(run.id(), attempt);
                case 1 -> run.write(staging);
                case 2 -> verified = run.verify(staging);
                case 3 -> commit();
                default -> throw new IllegalStateException("the writer is done");
            }
        }

        private void commit() throws IOException {
            try (Staging open = staging) {
                assertThat(verified.staging()).isSameAs(open);
                outcome = publication.commit(verified);
            } catch (ProblemException e) {
                lost = e.problems().get(0).code();
            }
        }
    }

    /** All 70 orders of four steps of one writer and four of another. */
    private static List<boolean[]> interleavings() {
        List<boolean[]> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << 2 * PHASES; bits++) {
            if (Integer.bitCount(bits) == PHASES) {
                boolean[] order = new boolean[2 * PHASES];
                for (int i = 0; i < order.length; i++) {
                    order[i] = (bits >> i & 1) == 1;
                }
                all.add(order);
            }
        }
        return all;
    }

    @Test
    void ofTwoDifferentRunsOneWinsOrTheyFollowOneAnother() throws IOException {
        List<boolean[]> orders = interleavings();
        assertThat(orders).hasSize(70);
        for (int i = 0; i < orders.size(); i++) {
            Path out = Files.createDirectories(folder.resolve("different-" + i));
            Writer first = new Writer(out, new SmallRun(3), "first");
            Writer second = new Writer(out, new SmallRun(8), "second");
            for (boolean turn : orders.get(i)) {
                (turn ? first : second).step();
            }
            List<Generation> published = SmallRun.at(out).generations().all();
            List<Writer> winners = new ArrayList<>();
            for (Writer writer : List.of(first, second)) {
                if (writer.outcome == null) {
                    assertThat(writer.lost).isEqualTo(ProblemCode.STALE_GENERATION);
                } else {
                    winners.add(writer);
                    RunFolder result =
                            new RunFolder(writer.publication.folder(writer.run.id()), new PosixCommitFiles());
                    assertThat(result.holds(writer.verified.runDigest())).isTrue();
                }
            }
            assertThat(published).hasSize(winners.size()).isNotEmpty();
            assertThat(Files.readString(out.resolve("CURRENT")))
                    .isEqualTo(published.get(published.size() - 1).runId() + "\n");
        }
    }

    @Test
    void ofTwoEqualRunsBothSucceedAndOneGenerationIsMade() throws IOException {
        List<boolean[]> orders = interleavings();
        for (int i = 0; i < orders.size(); i++) {
            Path out = Files.createDirectories(folder.resolve("equal-" + i));
            SmallRun run = new SmallRun(5);
            Writer first = new Writer(out, run, "first");
            Writer second = new Writer(out, run, "second");
            for (boolean turn : orders.get(i)) {
                (turn ? first : second).step();
            }
            assertThat(List.of(first.outcome.kind(), second.outcome.kind()))
                    .containsExactlyInAnyOrder(Outcome.Kind.PUBLISHED, Outcome.Kind.ALREADY_PUBLISHED);
            assertThat(SmallRun.at(out).generations().all()).hasSize(1);
            assertThat(SmallRun.tree(out.resolve("runs")).keySet()).allMatch(name -> name.startsWith(run.id() + "/"));
        }
    }

    @Test
    void ofWritersThatCommitAtTheSameMomentExactlyOneWins() throws Exception {
        int writers = 3;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int round = 0; round < 40; round++) {
                Path out = Files.createDirectories(folder.resolve("race-" + round));
                CyclicBarrier start = new CyclicBarrier(writers);
                List<Future<Boolean>> results = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    results.add(threads.submit(racer(out, new SmallRun(10 + i), "w" + i, start)));
                }
                int won = 0;
                for (Future<Boolean> result : results) {
                    won += result.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
                assertThat(SmallRun.at(out).generations().all()).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Boolean> racer(Path out, SmallRun run, String attempt, CyclicBarrier start) {
        return () -> {
            Publication publication = SmallRun.at(out);
            try (Staging staging = publication.stage(run.id(), attempt)) {
                run.write(staging);
                VerifiedRun verified = run.verify(staging);
                start.await();
                try {
                    return publication.commit(verified).kind() == Outcome.Kind.PUBLISHED;
                } catch (ProblemException e) {
                    assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.STALE_GENERATION);
                    return false;
                }
            }
        };
    }

    @Test
    void twoLivingAttemptsCannotShareAName() throws IOException {
        Path out = Files.createDirectories(folder.resolve("name"));
        SmallRun run = new SmallRun(1);
        try (Staging staging = SmallRun.at(out).stage(run.id(), "same")) {
            run.write(staging);
            assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> SmallRun.at(out)
                            .stage(run.id(), "same")))
                    .isNotNull();
            assertThat(SmallRun.at(out).commit(run.verify(staging)).kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        }
    }
}
