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
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class MeasureLoaderTest {
    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void writeFolder() {
        measures = new MeasureFolder(folder);
    }

    private MeasureSet load(int year) {
        return MeasureLoader.load(folder, year, Optional.empty());
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemException.class, () -> load(2025)).problems();
    }

    @Test
    void aMeasureIsResolvedWithItsLibraries() {
        MeasureSet set = load(2025);
        MeasureDefinition measure = set.measures().get("TEST");
        EventClause visit = (EventClause) measure.definition("visit").clause();
        EventClause a1c = (EventClause) measure.definition("A1c result").clause();
        assertThat(visit.record().statuses())
                .as("from the event rules of the library")
                .containsExactly("finished");
        assertThat(a1c.result().coded()).containsOnlyKeys("3044F");
        assertThat(set.valueSets().all()).extracting("id").containsExactly("1.1", "1.2", "LOINC|4548-4");
    }

    @Test
    void aYearWithoutAMeasureIsRefused() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> load(2031))
                        .problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.NO_MEASURE_FOR_YEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            improvement: increase                | improvement: better             | 'better' is not increase or decrease
            scoring: proportion                  | scoring: proportional           | 'proportional' is not proportion, ratio or continuous
            steward: nobody                      | stewart: nobody                 | The key 'stewart' is not known here. Did you mean 'steward'?
            uses: [shared/results]               | uses: [shared/result]           | No library 'shared/result' is valid for 2025. Did you mean 'shared/results'?
            Visits: 1.1                          | Visits: 9.9                     | No value set has this id
            A1c: LOINC 4548-4                    | A1c: LOINK 4548-4               | is not a code system and a code
            age: { from: 18                      | age: { from: eighteen           | is not a whole number
            at: end of measurement period }      | at: end of the year }           | 'start of measurement period' or 'end of measurement period'
            - 1 year                             | - 1 decade                      | is not in days, months or years
            in: Visits, during                   | in: Visit, during               | No value set or code is called 'Visit' here. Did you mean 'Visits'?
            in: Visits, during                   | inn: Visits, during             | The key 'inn' is not known here
            encounter: { in: Visits              | encountr: { in: Visits          | 'encountr' is not a kind of clause. Did you mean 'encounter'?
            overlaps: the year before            | overlaps: the year after        | is not a window
            overlaps: the year before            | overlaps: the year before, during: measurement period | one of during, overlaps, starts and ends
            result: A1c }                        | result: A1d }                   | No result is called 'A1d' here
            then: lowest value                   | then: lowest                    | is not lowest value, highest value or last time
            missing: decides                     | missing: maybe                  | is not decides or ignored
            is: "< 8 %"                          | is: "< eight %"                 | is not a threshold
            value: { of: latest A1c              | value: { of: A1c result         | gives a list of events, but one event is needed here
            most recent: { of: A1c result        | most recent: { of: 18 to 75     | gives a truth, but a list of events is needed here
            all: [latest A1c is low]             | all: []                         | 'all' of nothing
            denominator: initial population      | denominator: everyone           | No definition is called 'everyone'
            """)
    void aMistakeIsNamedWhereItIs(String text, String mistake, String detail) {
        measures.replace("test.yaml", text, mistake);
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.detail()).contains(detail);
            assertThat(problem.code()).isEqualTo(ProblemCode.DEFINITION_INVALID);
            assertThat(problem.place().source()).isEqualTo("test.yaml");
        });
    }

    @Test
    void theLineColumnAndPathOfAMistakeAreGiven() {
        measures.replace("test.yaml", "in: Visits, during", "in: Visit, during");
        assertThat(problems())
                .singleElement()
                .extracting(problem -> problem.place().toString())
                .isEqualTo("test.yaml, line 29, definitions > visit > encounter > in (column 22)");
    }

    @Test
    void allMistakesOfAllFilesAreReportedTogether() {
        measures.replace("test.yaml", "steward: nobody", "stewart: nobody")
                .replace("test.yaml", "is: \"< 8 %\"", "is: eight")
                .replace("shared/results.yaml", "path: CPT2", "path: CPT")
                .replace("value-sets/visits.yaml", "CPT:", "CPTT:");
        assertThat(problems())
                .extracting(problem -> problem.place().source())
                .contains("test.yaml", "shared/results.yaml", "value-sets/visits.yaml");
    }

    @Test
    void aDefinitionThatLeadsBackToItselfIsRefused() {
        measures.replace(
                "test.yaml",
                "  visit:\n    encounter: { in: Visits, during: measurement period }\n",
                "  visit:\n    any: [visits]\n  visits:\n    any: [visit]\n");
        assertThat(problems()).extracting(Problem::detail).contains("The definition leads back to itself.");
    }

    @Test
    void oneNameInTwoFilesIsRefused() {
        measures.write(
                "shared/results.yaml",
                MeasureFolder.library()
                        + "definitions:\n  visit:\n    age: { from: 1, at: end of measurement period }\n");
        assertThat(problems())
                .extracting(Problem::detail)
                .anyMatch(detail -> detail.contains("another definition of this name"));
    }
}
