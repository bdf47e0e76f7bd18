package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A tutorial, done as its page says: every command once for all tests that look at what came of it. */
final class Tutorial implements AutoCloseable {
    static final Path LOCAL_MEASURE = Path.of("src/site/markdown/tutorial-local-measure.md");
    static final Path PAYER = Path.of("src/site/markdown/tutorial-payer.md");

    private static final String FOLDER = "target/tutorial";
    private static final String COMMAND = "jobs/mcp-strata ";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    private final Path folder;
    private final Map<String, CommandLineRun> outcomes = new LinkedHashMap<>();

    private Tutorial(Path folder) {
        this.folder = folder;
    }

    /** Hands the finished tutorial of a local measure to tests; it is done once in this process. */
    static final class Done implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Tutorial.class;
        }

        @Override
        public Tutorial resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Tutorial.class))
                    .getOrComputeIfAbsent(Tutorial.class, any -> done(LOCAL_MEASURE), Tutorial.class);
        }
    }

    /** Does what a page says. */
    static Tutorial done(Path page) {
        try {
            Tutorial tutorial = new Tutorial(Files.createTempDirectory("tutorial"));
            for (String block : blocks(page, "sh")) {
                for (String line : block.lines().toList()) {
                    tutorial.run(line);
                }
            }
            return tutorial;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the tutorial could not be done", e);
        }
    }

    /** The blocks of one language on the page, in order. */
    static List<String> blocks(Path page, String language) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(page, StandardCharsets.UTF_8));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    private void run(String line) throws IOException, InterruptedException {
        String here = line.replace(FOLDER, folder.toString());
        if (here.startsWith(COMMAND)) {
            // A value with blanks would need quotes, which no line of the page has.
            outcomes.put(
                    line, CommandLineRun.of(here.substring(COMMAND.length()).split(" ")));
        } else {
            int exitCode =
                    new ProcessBuilder("bash", "-c", here).inheritIO().start().waitFor();
            assertThat(exitCode).as(line).isZero();
        }
    }

    /** What each command of the program came to, by its line. */
    Map<String, CommandLineRun> outcomes() {
        return outcomes;
    }

    /** What the one command printed that starts so. */
    String printedBy(String start) {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey().startsWith(COMMAND + start))
                .findFirst()
                .orElseThrow()
                .getValue()
                .out();
    }

    Path folder() {
        return folder;
    }

    Path results() {
        return folder.resolve("out");
    }

    Path measures() {
        return folder.resolve("measures");
    }

    /** Explains a member of the tutorial's run. */
    CommandLineRun explain(String measure, String member) {
        return CommandLineRun.of(
                "explain",
                measure,
                "--member",
                member,
                "--out",
                results().toString(),
                "--measures",
                measures().toString());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
