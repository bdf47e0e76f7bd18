package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** cron starts jobs in the locale C, in which Java cannot name a folder that is called läden. */
class LaunchersNameFilesInUtf8Test {
    private static final String TELLS_ITS_LOCALE = "#!/bin/sh\nprintf 'locale <%s>' \"${LC_ALL:-}\"\n";

    @TempDir
    private Path home;

    /** A home whose program is built, and whose Java and Spark only tell what they were started with. */
    @BeforeEach
    void bringLaunchers() throws IOException {
        for (String name : new String[] {"mcp-strata", "submit-standalone", "java-modules.args", "nightly.conf"}) {
            Path copy = home.resolve("jobs").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("jobs", name), copy);
        }
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target/lib"));
        Path jar = Files.createFile(home.resolve("target/mcp-strata.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        for (String program : new String[] {"jdk/bin/java", "spark/bin/spark-submit"}) {
            Path file = home.resolve(program);
            Files.createDirectories(file.getParent());
            Files.writeString(file, TELLS_ITS_LOCALE);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    private String started(String launcher, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder start =
                new ProcessBuilder(home.resolve("jobs").resolve(launcher).toString(), "status");
        start.redirectErrorStream(true);
        start.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        start.environment().remove("SPARK_HOME");
        start.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        start.environment().putAll(environment);
        Process process = start.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "en_US.ISO-8859-1"})
    void whateverTheScheduleSaysTheProgramStartsInUtf8(String locale) throws Exception {
        Map<String, String> spark =
                Map.of("LC_ALL", locale, "SPARK_HOME", home.resolve("spark").toString(), "SPARK_MASTER", "local");

        assertThat(started("mcp-strata", Map.of("LC_ALL", locale))).endsWith("locale <C.UTF-8>");
        assertThat(started("mcp-strata", spark)).endsWith("locale <C.UTF-8>");
        assertThat(started("submit-standalone", spark)).endsWith("locale <C.UTF-8>");
    }

    @Test
    void whoHasALocaleInUtf8KeepsIt() throws Exception {
        assertThat(started("mcp-strata", Map.of("LANG", "C.UTF-8"))).isEqualTo("locale <>");
    }
}
