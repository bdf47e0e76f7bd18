package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

/** A Spark master, two workers, their executors and the driver, each a process of its own. */
@Tag("full")
class RealClusterTest {
    private static final Path JAR = Path.of("target", "mcp-strata.jar").toAbsolutePath();
    private static final List<String> IN_THE_JAR =
            List.of("picocli", "fastcsv", "snakeyaml", "jackson-dataformat-yaml");

    @TempDir
    Path folder;

    private final Deque<ChildJvm> cluster = new ArrayDeque<>();

    @AfterEach
    void killTheCluster() throws InterruptedException {
        while (!cluster.isEmpty()) {
            cluster.pop().close();
        }
    }

    @Test
    void theJarSubmittedToAClusterPublishesTheBytesOfALocalRun() throws IOException, InterruptedException {
        assumeTrue(Files.exists(JAR), "target/mcp-strata.jar is not packaged yet; 'mvn verify -Pfull' runs this test");
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        RunOutcome local = LocalRun.run(landing, folder.resolve("local"));
        SortedMap<String, String> bytes = FileTree.digests(folder.resolve("local/runs"));
        assertThat(bytes).containsKey(local.runId() + "/restricted/stratified_result/part-00000.parquet");

        Path home = sparkHome();
        String master = startCluster(home);
        Path out = folder.resolve("cluster");
        try (ChildJvm submitted = submit(home, master, landing, out)) {
            assertThat(submitted.exitWithin(240)).as(submitted.err()).isZero();
        }

        assertThat(FileTree.digests(out.resolve("runs"))).isEqualTo(bytes);
        assertThat(executorsThatWorked()).as("executors that were given tasks").isEqualTo(2);
    }

    private String startCluster(Path home) throws IOException, InterruptedException {
        String port = Integer.toString(freePort());
        String address = "spark://127.0.0.1:" + port;
        ChildJvm master = daemon(
                home,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                port,
                "--webui-port",
                "0");
        master.awaitText("I have been elected leader", 60);
        for (int worker = 1; worker <= 2; worker++) {
            daemon(
                            home,
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--port",
                            "0",
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            folder.resolve("work" + worker).toString(),
                            address)
                    .awaitText("Successfully registered with master", 60);
        }
        return address;
    }

    private ChildJvm daemon(Path home, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dlog4j2.configurationFile=" + logSettings(), "-cp", jars(home), mainClass));
        command.addAll(List.of(arguments));
        ChildJvm daemon = ChildJvm.start(folder.resolve("logs"), environment(home), command);
        cluster.push(daemon);
        return daemon;
    }

    private ChildJvm submit(Path home, String master, Path landing, Path out) throws IOException {
        return ChildJvm.start(
                folder.resolve("logs"),
                environment(home),
                List.of(
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jars(home),
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        master,
                        "--conf",
                        "spark.executor.memory=768m",
                        "--conf",
                        "spark.scheduler.minRegisteredResourcesRatio=1.0",
                        "--class",
                        "org.mcpstrata.cli.Main",
                        JAR.toString(),
                        "run",
                        "--landing",
                        landing.toString(),
                        "--out",
                        out.toString()));
    }

    private static Map<String, String> environment(Path home) {
        return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");
    }

    /** Spark's own libraries in the form of an installation; what a cluster lacks must come with the submitted jar. */
    private Path sparkHome() throws IOException {
        Path home = folder.resolve("spark");
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : ChildJvm.classPath()) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && IN_THE_JAR.stream().noneMatch(name::startsWith)) {
                Files.createSymbolicLink(jars.resolve(name), Path.of(entry));
            }
        }
        return home;
    }

    private static String jars(Path home) {
        return home.resolve("jars") + File.separator + "*";
    }

    /** Master and workers say what they do at level INFO. */
    private Path logSettings() throws IOException {
        return Files.writeString(folder.resolve("log4j2.properties"), """
                rootLogger.level = info
                rootLogger.appenderRef.stderr.ref = stderr
                appender.stderr.type = Console
                appender.stderr.name = stderr
                appender.stderr.target = SYSTEM_ERR
                appender.stderr.layout.type = PatternLayout
                appender.stderr.layout.pattern = %p %c{1}: %m%n
                """);
    }

    /** Workers fetch the jar for an executor before its first task, so its copy tells that the executor worked. */
    private long executorsThatWorked() throws IOException {
        long worked = 0;
        for (Path work : List.of(folder.resolve("work1"), folder.resolve("work2"))) {
            for (Path file : FileTree.files(work)) {
                worked += file.endsWith("mcp-strata.jar") ? 1 : 0;
            }
        }
        return worked;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
