package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class NoValueOfThePersonInALogTest {
    /** What stands in generated drops for a family name, of the same length as the canary that replaces it. */
    private static final String FAMILY_NAME = "testperson";

    private static final String EVERYTHING_IS_LOGGED = """
            rootLogger.level = info
            rootLogger.appenderRef.stderr.ref = stderr
            appender.stderr.type = Console
            appender.stderr.name = stderr
            appender.stderr.target = SYSTEM_ERR
            appender.stderr.layout.type = PatternLayout
            appender.stderr.layout.pattern = %p %c{1}: %m%n%ex
            """;

    @TempDir
    Path folder;

    @Test
    void noNameNumberOrClaimOfAPersonLeavesTheRestrictedTables() throws IOException, InterruptedException {
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        for (Path manifest : FileTree.files(landing)) {
            if (manifest.endsWith("manifest.json")) {
                RewrittenDrop.rewrite(manifest.getParent(), (entry, lines) -> lines.stream()
                        .map(line -> line.replace(FAMILY_NAME, BrokenDrops.CANARY_NAME))
                        .toList());
            }
        }
        TreeSet<String> canaries = identifiers(landing);
        canaries.addAll(List.of(BrokenDrops.CANARY_NAME, BrokenDrops.CANARY_MBI, BrokenDrops.CANARY_CLAIM));
        List<String> broken = BrokenDrops.addTo(landing);
        Path out = folder.resolve("out");

        Path logging = Files.writeString(folder.resolve("log4j2.properties"), EVERYTHING_IS_LOGGED);
        String stdout;
        String stderr;
        try (ChildJvm run =
                ChildJvm.run(landing, out, folder.resolve("logs"), "-Dlog4j2.configurationFile=" + logging)) {
            int exit = run.exitWithin(240);
            stdout = run.out();
            stderr = run.err();
            assertThat(exit).as(stderr).isEqualTo(3);
        }

        assertThat(broken).allSatisfy(payer -> assertThat(stderr).contains(payer));
        assertThat(stderr).contains("INFO");
        assertThat(found(canaries, stdout)).as("standard output").isEmpty();
        assertThat(found(canaries, stderr)).as("standard error").isEmpty();
        int rejects = 0;
        StringBuilder accepted = new StringBuilder();
        for (Path file : FileTree.files(out)) {
            String name = out.relativize(file).toString();
            if (name.startsWith("drops/") && name.contains("/accepted/")) {
                accepted.append(text(file));
            } else if (!isRestricted(name)) {
                rejects += name.contains("/rejects/") ? 1 : 0;
                assertThat(found(canaries, text(file))).as(name).isEmpty();
            }
        }
        assertThat(rejects).isGreaterThan(10);
        // The same search finds the same canaries where they belong.
        assertThat(found(canaries, accepted.toString()))
                .contains(BrokenDrops.CANARY_NAME)
                .hasSizeGreaterThan(50);
    }

    /** Results of people, and what is kept of drops and people for the next night. */
    private static boolean isRestricted(String name) {
        return name.startsWith("runs/") || name.startsWith("state/intake/") || name.startsWith("state/people/");
    }

    /** Numbers of people and claims in the generated drops, all of them impossible in the world. */
    private static TreeSet<String> identifiers(Path landing) throws IOException {
        Pattern identifier = Pattern.compile("^[^,]{8,},|\\|(S[CX]\\d{12}|[A-Z]{2,3}\\d{9})\\|", Pattern.MULTILINE);
        TreeSet<String> found = new TreeSet<>();
        for (Path file : FileTree.files(landing)) {
            if (file.toString().endsWith(".csv") || file.toString().endsWith(".txt")) {
                Matcher matcher = identifier.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (matcher.find()) {
                    found.add(matcher.group().replaceAll("[,|]", ""));
                }
            }
        }
        found.remove("member_id");
        return found;
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".parquet")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        StringBuilder rows = new StringBuilder();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.append(row).append('\n');
            }
        }
        return rows.toString();
    }

    private static TreeSet<String> found(TreeSet<String> canaries, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        TreeSet<String> found = new TreeSet<>(canaries);
        found.removeIf(canary -> !lower.contains(canary.toLowerCase(Locale.ROOT)));
        return found;
    }
}
