package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Person;

/**
 * By hand: how many people all measures judge in a second of processor time, on the newest run below the folder named by
 * {@code -Dmcp.benchmark=OUT} (measurements.md). Only the time of the evaluating threads counts, and in it neither
 * reading nor decoding of rows; the garbage collector works in threads of its own.
 */
class EvaluatorSpeedTest {
    private static final int PEOPLE = 10_000;
    private static final int ROUNDS = 5;
    private static final int BATCH = 100;

    /** Processor time of one thread, in nanoseconds, and over how many people. */
    private record Spent(long people, long judging, long everything) {
        Spent plus(Spent other) {
            return new Spent(people + other.people, judging + other.judging, everything + other.everything);
        }
    }

    /** A person as the evaluator gets them. */
    private record Ready(Person person, List<CanonicalRow> rows) {}

    @Test
    void peoplePerSecondOfProcessorTime() throws IOException, InterruptedException, ExecutionException {
        String out = System.getProperty("mcp.benchmark");
        assumeTrue(out != null, "no run is named: -Dmcp.benchmark=OUT");
        BenchmarkPeople people = BenchmarkPeople.of(out, PEOPLE);
        Evaluator evaluator = new Evaluator(people.measures());
        int threads = Runtime.getRuntime().availableProcessors();

        System.out.printf(
                Locale.ROOT,
                "%,d people, %d measures (%s), %d threads%n",
                people.rows().size(),
                people.measures().measures().size(),
                String.join(", ", people.measures().measures().keySet()),
                threads);
        Spent last = new Spent(0, 0, 0);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                last = round(people, evaluator, pool, threads);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,.0f people a CPU second judged; %,.0f with final action, person and year before%n",
                        round,
                        last.people() / (last.judging() / 1e9),
                        last.people() / (last.everything() / 1e9));
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(last.people()).isEqualTo(people.rows().size());
        assertThat(last.judging()).isPositive();
    }

    private static Spent round(BenchmarkPeople people, Evaluator evaluator, ExecutorService pool, int threads)
            throws InterruptedException, ExecutionException {
        List<String> ids = List.copyOf(people.rows().keySet());
        List<Future<Spent>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<String> own = ids.subList(ids.size() * thread / threads, ids.size() * (thread + 1) / threads);
            parts.add(pool.submit(() -> evaluate(people, evaluator, own)));
        }
        Spent all = new Spent(0, 0, 0);
        for (Future<Spent> part : parts) {
            all = all.plus(part.get());
        }
        return all;
    }

    private static Spent evaluate(BenchmarkPeople people, Evaluator evaluator, List<String> ids) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        PersonEvaluation whole = new PersonEvaluation(
                new EvaluationRules(
                        people.run().drops(),
                        people.measures().period(),
                        people.policy(),
                        CancellationRules.PAIR_OFF,
                        RunOut.of(Optional.empty())),
                evaluator,
                new Evaluator(people.measures().yearBefore()));
        PersonResolver resolver =
                new PersonResolver(people.measures().period(), people.run().drops(), people.policy());
        FinalAction finalAction = new FinalAction(people.run().drops());
        Spent spent = new Spent(0, 0, 0);
        for (int first = 0; first < ids.size(); first += BATCH) {
            List<String> batch = ids.subList(first, Math.min(first + BATCH, ids.size()));
            List<PersonRows> delivered = new ArrayList<>();
            List<Ready> ready = new ArrayList<>();
            for (String id : batch) {
                PersonRows reached = PersonRows.of(people.rows().get(id));
                List<CanonicalRow> counting = finalAction.of(reached.rows()).rows();
                delivered.add(reached);
                ready.add(new Ready(resolver.resolve(id, counting), counting));
            }
            long start = clock.getCurrentThreadCpuTime();
            for (Ready each : ready) {
                evaluator.judge(each.person(), each.rows());
            }
            long judged = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < batch.size(); i++) {
                whole.evaluate(batch.get(i), delivered.get(i));
            }
            long done = clock.getCurrentThreadCpuTime();
            spent = spent.plus(new Spent(batch.size(), judged - start, done - judged));
        }
        return spent;
    }
}
