package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

class MeasureSchemaTest {
    private static final Path MEASURES = Path.of("measures");
    private static final Node.Fields SCHEMA = (Node.Fields) read(MEASURES.resolve("measure.schema.json"));
    private static final SchemaCheck CHECK = new SchemaCheck(SCHEMA);

    private static Node read(Path file) {
        Problems problems = new Problems();
        Node node = DocumentReader.read(file, file.toString(), ProblemCode.DEFINITION_INVALID, problems)
                .orElseThrow(() -> new AssertionError(problems.list().toString()));
        return node;
    }

    private static Node parse(String text) {
        return DocumentReader.parse(text, "file.yaml", ProblemCode.DEFINITION_INVALID, new Problems())
                .orElseThrow();
    }

    @Test
    void everyShippedFileSatisfiesTheSchema() {
        for (Path file : MeasureLoader.files(MEASURES)) {
            assertThat(CHECK.check(read(file))).as(file.toString()).isEmpty();
        }
        assertThat(CHECK.check(read(Path.of("sample-data/local-measures/cms125.yaml"))))
                .isEmpty();
    }

    @Test
    void theSchemaAndTheLoaderKnowTheSameKeys() {
        assertThat(properties("measure")).isEqualTo(new TreeSet<>(SourceFileReader.MEASURE_KEYS));
        assertThat(properties("library")).isEqualTo(new TreeSet<>(SourceFileReader.LIBRARY_KEYS));
        assertThat(properties("event")).isEqualTo(new TreeSet<>(EventReader.KEYS));
        assertThat(properties("definition")).containsAll(ClauseReader.WORDS).hasSize(ClauseReader.WORDS.size() + 2);
    }

    private static Set<String> properties(String definition) {
        Node.Fields definitions = (Node.Fields) SCHEMA.fields().get("$defs");
        Node.Fields found = (Node.Fields) definitions.fields().get(definition);
        return new TreeSet<>(
                ((Node.Fields) found.fields().get("properties")).fields().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steward: nobody                      | stewart: nobody
            scoring: proportion                  | scoring: proportional
            in: Visits, during                   | inn: Visits, during
            encounter: { in: Visits              | encountr: { in: Visits
            at: end of measurement period }      | at: the last day }
            missing: decides                     | missing: maybe
            """)
    void whatTheLoaderRefusesTheSchemaRefusesToo(String text, String mistake) {
        assertThat(CHECK.check(parse(MeasureFolder.measure()))).isEmpty();
        assertThat(CHECK.check(parse(MeasureFolder.measure().replace(text, mistake))))
                .isNotEmpty();
    }
}
