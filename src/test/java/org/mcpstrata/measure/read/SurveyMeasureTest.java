package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.model.ItemScore;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemException;

/** A survey measure of another instrument than the shipped one: its items, scale and minimum are data. */
class SurveyMeasureTest {
    private static final String SURVEY = """
            measure: SURVEY
            title: A survey
            version: "1"
            steward: nobody
            measurement years: { from: 2025, to: 2025 }
            source: a test
            scoring: continuous
            improvement: increase
            codes:
              Form: INSTRUMENT SHORT-FORM
            populations:
              initial population: response
              denominator: complete response
            observed:
              responses: response
              item means of: complete response
              items: 4
              answers: { from: 1, to: 5 }
              fewest responses: 20
            rates:
              - { id: stars, scale: { from: 0, to: 10 } }
            definitions:
              response:
                survey: { in: Form, during: measurement period }
              complete response:
                survey: { in: Form, value: ">= 3 {items}", during: measurement period }
            """;

    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void writeFolder() {
        measures = new MeasureFolder(folder);
        measures.write("survey.yaml", SURVEY);
    }

    @Test
    void anotherInstrumentIsOnlyAnotherFile() {
        ItemScore score = MeasureLoader.load(folder, 2025, Optional.empty())
                .measures()
                .get("SURVEY")
                .itemMeans()
                .score();
        assertThat(score.items()).isEqualTo(4);
        assertThat(score.scale("stars")).isEqualTo(new ItemScore.Scale(0, 10));
        assertThat(score.fewestOfLarge())
                .as("where large practices are not named")
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            items: 4                  | items: 12                | A survey has 1 to 11 items
            items: 4                  | items: none              | is not a whole number
            answers: { from: 1, to: 5 } | answers: { from: 0, to: 5 } | answers from 1 up
            answers: { from: 1, to: 5 } | answers: { from: 5, to: 1 } | A scale goes 'from' a number up 'to' another
            scale: { from: 0, to: 10 }  | remark: no scale       | The key 'scale' is missing
            fewest responses: 20      | fewest responses of large practices: 10 | A survey has
            item means of: complete response | item means of: full response | No definition is called 'full response'
            scoring: continuous       | scoring: ratio           | a continuous one 'item means of'
            """)
    void aMistakeIsNamed(String text, String mistake, String detail) {
        if (mistake.startsWith("fewest responses of")) {
            measures.replace("survey.yaml", text, text + "\n  " + mistake);
        } else {
            measures.replace("survey.yaml", text, mistake);
        }
        List<Problem> problems = catchThrowableOfType(
                        ProblemException.class, () -> MeasureLoader.load(folder, 2025, Optional.empty()))
                .problems();
        assertThat(problems).anySatisfy(problem -> assertThat(problem.detail()).contains(detail));
    }
}
