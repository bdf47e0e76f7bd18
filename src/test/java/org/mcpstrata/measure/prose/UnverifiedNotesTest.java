package org.mcpstrata.measure.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.run.DefinitionFiles;

/** A note that something was not checked is worth nothing where readers of a measure do not see it. */
class UnverifiedNotesTest {
    private static final Path MEASURES = Path.of("measures");
    private static final StringBuilder EXPLAINED = new StringBuilder();
    private static final SortedSet<String> NOTES = new TreeSet<>();

    @BeforeAll
    static void explainEveryMeasureOfEveryYear() {
        for (int year : List.of(2024, 2025, 2026)) {
            DefinitionFiles files =
                    new DefinitionFiles(MeasureFolders.of(MEASURES), Optional.empty(), Optional.empty());
            MeasureSet set = MeasureLoader.load(MEASURES, year, Optional.empty());
            for (MeasureDefinition measure : set.measures().values()) {
                EXPLAINED.append(Prose.of(measure, set.valueSets(), files.programOf(year)));
                NOTES.addAll(measure.unverifiedNotes(set.valueSets()));
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(MEASURES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> notes(Path file) {
        Problems problems = new Problems();
        List<String> notes = new ArrayList<>();
        collect(
                DocumentReader.read(file, file.toString(), ProblemCode.DEFINITION_INVALID, problems)
                        .orElseThrow(),
                false,
                notes);
        assertThat(problems.list()).isEmpty();
        return notes;
    }

    private static void collect(Node node, boolean inNote, List<String> notes) {
        if (node instanceof Node.Text text && inNote) {
            notes.add(oneLine(text.value()));
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> collect(item, inNote, notes));
        } else if (node instanceof Node.Fields body) {
            body.fields().forEach((key, value) -> collect(value, inNote || key.equals("unverified"), notes));
        }
    }

    private static String oneLine(String text) {
        return text.trim().replaceAll("\\s+", " ");
    }

    @Test
    void noNoteBelowMeasuresIsParsedAndThrownAway() throws IOException {
        String explained = oneLine(EXPLAINED.toString());
        int found = 0;
        for (Path file : files("")) {
            for (String note : notes(file)) {
                assertThat(explained).as(file.toString()).contains(note);
                found++;
            }
        }
        assertThat(found).isGreaterThan(80);
    }

    @Test
    void theNoteOfAValueSetNamesTheSet() throws IOException {
        String explained = oneLine(EXPLAINED.toString());
        for (Path file : files("value-sets")) {
            String name = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("value set: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("value set: ".length());
            for (String note : notes(file)) {
                String said = "value set " + name + ": " + note;
                assertThat(explained).as(file.toString()).contains("UNVERIFIED: " + said);
                assertThat(NOTES).extracting(UnverifiedNotesTest::oneLine).contains(said);
            }
        }
    }

    @Test
    void bandsOfBillingCodesFromMemoryAreToldWithTheMeasuresThatReadThemAndWithNoOther() {
        MeasureSet set = MeasureLoader.load(MEASURES, 2025, Optional.empty());
        for (String measure : List.of("CMS122", "CMS165")) {
            assertThat(set.measures().get(measure).unverifiedNotes(set.valueSets()))
                    .anyMatch(note -> note.startsWith("result ") && note.contains("bands of the"))
                    .doesNotHaveDuplicates();
        }
        assertThat(set.measures().get("CMS122").unverifiedNotes(set.valueSets()))
                .noneMatch(note -> note.contains("blood pressure"));
        assertThat(set.measures().get("EDU").unverifiedNotes(set.valueSets()))
                .noneMatch(note -> note.contains("bands of the"));
    }

    @Test
    void notesOfSingleCodesAndOfEventRulesAreKept(@TempDir Path folder) throws IOException {
        copy(folder);
        Path results = folder.resolve("shared/coded-results.yaml");
        Files.writeString(
                results,
                Files.readString(results)
                        .replaceFirst(
                                "\\{ code: 3044F, is: \"< 7 %\",",
                                "{ code: 3044F, unverified: seen nowhere, is: \"< 7 %\","));
        Path rules = folder.resolve("shared/event-rules.yaml");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .replaceFirst("(?m)^  observation: *\\n", "  observation:\n    unverified: heard of\n")
                        .replaceFirst("(?m)^  observation: \\{ ", "  observation: { unverified: heard of, "));
        MeasureSet set = MeasureLoader.load(folder, 2025, Optional.empty());
        assertThat(set.measures().get("CMS122").unverifiedNotes(set.valueSets()))
                .anyMatch(note -> note.endsWith("3044F: seen nowhere"))
                .contains("event rule of 'observation': heard of");
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(MEASURES)) {
            for (Path path : all.toList()) {
                Path target = folder.resolve(MEASURES.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
