package org.mcpstrata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a citation can open what it names, or is told in {@code sources.md} what that is. */
class CitedDocumentsTest {
    private static final Pattern CITED = Pattern.compile("([\\w-]+\\.md)\\b");
    private static final Pattern EXPLAINED = Pattern.compile("`([\\w-]+\\.md)`");
    private static final Path SOURCES = Path.of("src/site/markdown/sources.md");
    private static final List<String> CITING = List.of("src/main", "src/test", "measures", "src/site/markdown");
    private static final List<String> TREE = List.of("src", "measures", "jobs", "sample-data");

    @Test
    void noDocumentIsCitedThatIsNeitherInTheTreeNorExplained() throws IOException {
        Set<String> known = names(SOURCES, EXPLAINED).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.forEach(file -> known.add(file.getFileName().toString()));
        }
        files(TREE).forEach(file -> known.add(file.getFileName().toString()));
        Set<String> dangling = new TreeSet<>();
        for (Path file : files(CITING)) {
            names(file, CITED).filter(name -> !known.contains(name)).forEach(name -> dangling.add(file + ": " + name));
        }

        assertThat(dangling).isEmpty();
    }

    @Test
    void noDocumentIsExplainedThatNothingCites() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path file : files(CITING)) {
            if (!file.equals(SOURCES)) {
                names(file, CITED).forEach(cited::add);
            }
        }

        assertThat(cited).containsAll(names(SOURCES, EXPLAINED).toList());
    }

    private static List<Path> files(List<String> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** Bytes are taken for characters one by one, so that no file is too odd to be searched. */
    private static Stream<String> names(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(match -> match.group(1));
    }
}
