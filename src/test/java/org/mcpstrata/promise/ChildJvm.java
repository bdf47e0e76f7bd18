package org.mcpstrata.promise;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A Java process of its own, with its output in files; closing it kills it. */
final class ChildJvm implements AutoCloseable {
    private static final String COMMAND_LINE = "org.mcpstrata.cli.Main";

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildJvm(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code mcp-strata run} of 2025 on two cores, from the compiled classes. */
    static ChildJvm run(Path landing, Path results, Path logs, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dspark.master=local[2]"));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), COMMAND_LINE, "run"));
        command.addAll(List.of("--landing", landing.toString(), "--out", results.toString()));
        return start(logs, Map.of(), command);
    }

    /**
     * Starts Java with Spark's module options before the given ones.
     *
     * @param logs folder for what the process prints
     */
    static ChildJvm start(Path logs, Map<String, String> environment, List<String> arguments) throws IOException {
        Files.createDirectories(logs);
        Path out = Files.createTempFile(logs, "child", ".out");
        Path err = Files.createTempFile(logs, "child", ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new ChildJvm(requireNonNull(builder.start()), out, err);
    }

    /** What the program itself needs: neither test classes nor the HDFS servers of the tests. */
    static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("minicluster"))
                .toList();
    }

    /** Waits for the end; a process that takes longer is killed and fails the test. */
    int exitWithin(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("the process did not end within " + seconds + " s:\n" + err());
        }
        return process.exitValue();
    }

    /**
     * Lets the process run for some time and then kills it without warning.
     *
     * @return whether it was still running
     */
    boolean killAfter(long millis) throws InterruptedException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        close();
        return !ended;
    }

    /** Asks the process to end, as a scheduler or an operator does. */
    void askToEnd() {
        process.destroy();
    }

    /** Waits until the process has printed a text. */
    void awaitText(String text, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!(err() + out()).contains(text)) {
            if (System.nanoTime() > deadline || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process never printed '" + text + "':\n" + err());
            }
        }
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("a killed process did not end");
        }
    }
}
