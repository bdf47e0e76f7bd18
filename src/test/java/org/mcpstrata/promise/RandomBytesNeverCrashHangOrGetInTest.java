package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * Random bytes never crash, hang or get in: whatever is done to a delivered file, a manifest or a definition ends in
 * coded problems, soon. {@code -Dmcp.seed} takes other inputs, {@code -Dmcp.fuzz.seconds} and {@code -Dmcp.fuzz.rounds}
 * make it longer, {@code -Dmcp.fuzz.only} keeps to inputs with that text in their names.
 */
@Tag("full")
class RandomBytesNeverCrashHangOrGetInTest {
    private static final long SECONDS_EACH = 5;

    @TempDir
    Path work;

    @Test
    void spoiledInputEndsInCodedProblemsSoon() throws IOException, InterruptedException {
        // The same seed every night; new ones are for whoever looks for new mistakes.
        long seed = Long.getLong("mcp.seed", 20_260_115);
        System.out.println("Seed " + seed + "; repeat with -Dmcp.seed=" + seed);
        List<FuzzedInput> inputs = new ArrayList<>(
                FuzzedDrop.all(Path.of("sample-data/landing").toAbsolutePath(), work.resolve("landing")));
        inputs.addAll(FuzzedDefinition.all(
                Path.of("measures").toAbsolutePath(), Files.createDirectories(work.resolve("definitions"))));
        String only = System.getProperty("mcp.fuzz.only", "");
        inputs.removeIf(input -> !input.toString().contains(only));
        ExecutorService reader = Executors.newSingleThreadExecutor();
        SortedMap<String, Long> ends = new TreeMap<>();
        long rounds = 0;
        try {
            // Classes and layouts are loaded once; that is not the time of one input.
            for (FuzzedInput input : inputs) {
                attempt(reader, input, new Mutation(new SplittableRandom(0)), 60, "first reading of " + input);
            }
            long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("mcp.fuzz.seconds", 60));
            long most = Long.getLong("mcp.fuzz.rounds", 20_000);
            while (System.nanoTime() < last && rounds < most) {
                SplittableRandom random = new SplittableRandom(seed + rounds);
                FuzzedInput input = inputs.get(random.nextInt(inputs.size()));
                String end = attempt(
                        reader,
                        input,
                        new Mutation(random),
                        SECONDS_EACH,
                        "seed " + seed + ", round " + rounds + " (-Dmcp.seed=" + (seed + rounds) + " begins with it): "
                                + input);
                ends.merge(end, 1L, Long::sum);
                rounds++;
            }
        } finally {
            reader.shutdownNow();
        }
        System.out.println(rounds + " inputs spoiled: " + ends);
        // Spoiled a little, many inputs are still read to their end.
        if (only.isEmpty()) {
            assertThat(ends).containsKeys("ACCEPTED", "DEFINITION", "QUARANTINED", "REJECTED");
        }
    }

    private static String attempt(
            ExecutorService reader, FuzzedInput input, Mutation mutation, long seconds, String what)
            throws InterruptedException {
        Future<String> reading = reader.submit(() -> input.tryWith(mutation));
        try {
            return reading.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return fail(what + " takes longer than " + seconds + " seconds");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ProblemException coded)) {
                throw new AssertionError(what, e.getCause());
            }
            // A check of a folder that is there has no other way to fail than the problems of its outcome.
            assertThat(coded.problems())
                    .as(what)
                    .extracting(Problem::code)
                    .isNotEmpty()
                    .doesNotContain(ProblemCode.INTERNAL, ProblemCode.BAD_OPTION);
            return "DEFINITION";
        }
    }
}
