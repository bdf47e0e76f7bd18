package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            scoring: proportion                  | scoring: continuous             | a continuous one 'item means of'
            age: { from: 18, to: 75, at: end of measurement period } | at age: { events of: visit } | An age needs 'from', 'to' or both
            age: { from: 18, to: 75, at: end of measurement period } | at age: { events of: visit, from: 19, to: 18 } | Nobody has an age in this range
            age: { from: 18, to: 75, at: end of measurement period } | at age: { events of: latest A1c, from: 18 } | gives one event, but a list of events is needed here
            observation: { in: A1c, during       | observation: { in: A1c, value: present, answer not in: A1c, during | one of 'value', 'answer in' and 'answer not in'
            steward: nobody                      | stewart: nobody                 | The key 'stewart' is not known here. Did you mean 'steward'?
            uses: [shared/results]               | uses: [shared/result]           | No library 'shared/result' is valid for 2025. Did you mean 'shared/results'?
            Visits: 1.1                          | Visits: 9.9                     | No value set has the id '9.9'
            A1c: LOINC 4548-4                    | A1c: LOINK 4548-4               | is not a code system and a code
            age: { from: 18                      | age: { from: eighteen           | is not a whole number
            at: end of measurement period }      | at: end of the year }           | No definition is called 'the year'
            at: end of measurement period }      | at: the last day }              | is not 'start of' or 'end of'
            - 1 year                             | - 1 decade                      | is not in days, months or years
            in: Visits, during                   | in: Visit, during               | No value set or code is called 'Visit' here. Did you mean 'Visits'?
            in: Visits, during                   | inn: Visits, during             | The key 'inn' is not known here
            encounter: { in: Visits              | encountr: { in: Visits          | 'encountr' is not a kind of clause. Did you mean 'encounter'?
            overlaps: the year before            | overlaps: the year after        | is not a window
            overlaps: the year before            | overlaps: the year before, during: measurement period | one of during, overlaps, starts, ends, covers and recorded
            result: A1c }                        | result: A1d }                   | No result is called 'A1d' here
            then: lowest value                   | then: lowest                    | is not lowest value, highest value or last time
            missing: decides                     | missing: maybe                  | is not decides, ignored or in turn
            is: "< 8 %"                          | is: "< eight %"                 | is not a threshold
            value: { of: latest A1c              | value: { of: A1c result         | gives a list of events, but one event is needed here
            most recent: { of: A1c result        | most recent: { of: 18 to 75     | gives a truth, but a list of events is needed here
            all: [latest A1c is low]             | all: []                         | 'all' of nothing
            age: { from: 18, to: 75, at: end of measurement period } | age: { at: end of measurement period } | An age needs 'from', 'to' or both
            age: { from: 18, to: 75, at: end of measurement period } | remark: nobody asks | exactly one clause, this one has 0
            age: { from: 18, to: 75, at: end of measurement period } | most recent day: { with any: [visit], with all: [visit] } | 'with any' or 'with all'
            age: { from: 18, to: 75, at: end of measurement period } | among: { of: visit } | by a window or a value
            age: { from: 18, to: 75, at: end of measurement period } | among: { of: visit, value: present, answer in: A1c } | either 'value' or 'answer in'
            age: { from: 18, to: 75, at: end of measurement period } | count: { events of: visit, different days of: visit, is: ">= 2" } | A count is of 'events of' or
            age: { from: 18, to: 75, at: end of measurement period } | count: { events of: visit } | has 'is' or 'limit'
            age: { from: 18, to: 75, at: end of measurement period } | coverage: { during: measurement period, gaps: 1 } | 'gaps' and 'longest gap' go together
            uses: [shared/results]               | uses: [{ library: shared/results, measurement period: never }] | No window is called 'never' here
            steward: nobody                      | expected: { model: none }       | this measure has no 'expected'
            all: [latest A1c is low]             | some: [latest A1c is low]       | A population is one of 'all', 'any' and 'none'
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            denominator: initial population  | denominator: everyone                       | line 22, populations > denominator (column 16)
            all: [latest A1c is low]         | all:¶      - latest A1c is low¶      - nobody | line 26, populations > numerator > all[2] (column 9)
            steward: nobody                  | steward: nobody¶sufficient when: never      | line 5, sufficient when (column 18)
            steward: nobody                  | steward: nobody¶rates:¶  - id: all¶  - { id: some, only: some } | line 7, rates[2] > only (column 23)
            value: { of: latest A1c,         | value: { of: last A1c,                      | line 37, definitions > latest A1c is low > value > of (column 18)
            value: { of: latest A1c,         | remark: last A1c¶    value: { of: last A1c, | line 38, definitions > latest A1c is low > value > of (column 18)
            """)
    void aNameThatIsNotThereIsFoundOnItsOwnLine(String text, String mistake, String place) {
        measures.replace("test.yaml", text, mistake.replace('¶', '\n'));
        assertThat(problems())
                .singleElement()
                .extracting(problem -> problem.place().toString())
                .isEqualTo("test.yaml, " + place);
    }

    @Test
    void aWrongKeyIsFoundOnItsOwnLineThoughItsValueBeginsBelow() {
        measures.replace("test.yaml", "windows:\n", "window:\n");
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.detail()).startsWith("The key 'window' is not known here.");
            assertThat(problem.place().line()).isEqualTo(15);
        });
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

    private static final String BY_EVENT = "  first visit:\n    first: { of: visit }\n  18 to 75:\n";

    @Test
    void aLibraryMayBeAskedOfAnotherWindow() {
        measures.write("shared/care.yaml", """
                        library: shared/care
                        measurement years: { from: 2025, to: 2025 }
                        source: a test
                        value sets:
                          Visits: 1.1
                        definitions:
                          care:
                            encounter: { in: Visits, overlaps: measurement period }
                          early care:
                            encounter: { in: Visits, overlaps: first 6 months of measurement period }
                        """)
                .replace(
                        "test.yaml",
                        "uses: [shared/results]",
                        "uses: [shared/results, { library: shared/care, measurement period: the year before }]");
        MeasureDefinition measure = load(2025).measures().get("TEST");
        EventClause care = (EventClause) measure.definition("care").clause();
        EventClause early = (EventClause) measure.definition("early care").clause();
        assertThat(care.timing().windowName()).isEqualTo("the year before");
        assertThat(care.timing().window().toString())
                .isEqualTo("from start of measurement period - 1 year until start of measurement period");
        assertThat(early.timing().window().toString()).contains("+ 6 months");
    }

    @Test
    void anAgeMayBeThatOfOneEventButNotOfSeveral() {
        measures.replace("test.yaml", "  18 to 75:\n", BY_EVENT)
                .replace("test.yaml", "at: end of measurement period }", "at: start of first visit }");
        assertThat(load(2025)
                        .measures()
                        .get("TEST")
                        .definition("18 to 75")
                        .clause()
                        .uses())
                .containsExactly("first visit");
        measures.replace("test.yaml", "at: start of first visit }", "at: start of visit }");
        assertThat(problems())
                .extracting(Problem::detail)
                .containsExactly("'visit' gives a list of events, but one event is needed here.");
    }

    @Test
    void coverageIsNeverAskedAtAnEvent() {
        measures.replace(
                "test.yaml",
                "  18 to 75:\n",
                "  covered:\n    coverage: { during: { from: start of visit, to: end of measurement period } }\n"
                        + "  18 to 75:\n");
        assertThat(problems())
                .extracting(Problem::detail)
                .containsExactly(
                        "The window lies at 'visit', but this clause needs one that is the same for everybody.");
    }

    @Test
    void theMeasuresOwnEventRulesWinInTheirYears() {
        String rule = "event rules:\n  encounter: { status: [arrived], to: %d }\nvalue sets:\n";
        measures.replace("test.yaml", "value sets:\n", rule.formatted(2025));
        assertThat(statuses()).containsExactly("arrived");
        measures.replace("test.yaml", "to: 2025 }\nvalue sets", "to: 2024 }\nvalue sets");
        assertThat(statuses()).containsExactly("finished");
    }

    private Set<String> statuses() {
        return ((EventClause)
                        load(2025).measures().get("TEST").definition("visit").clause())
                .record()
                .statuses();
    }

    @Test
    void aScoreStandsForAnAnswer() {
        measures.replace(
                "shared/results.yaml",
                "    coded:\n",
                "    scored:\n      - { code: LOINC 44261-6, is: \">= 10 %, <= 27 %\", answer: SNOMED 428181000124104 }\n"
                        + "    coded:\n");
        EventClause a1c = (EventClause)
                load(2025).measures().get("TEST").definition("A1c result").clause();
        assertThat(a1c.result().scored()).singleElement().satisfies(score -> {
            assertThat(score.code()).hasToString("LOINC|44261-6");
            assertThat(score.band().holds(new BigDecimal("10"))).isTrue();
            assertThat(score.band().holds(new BigDecimal("9.99"))).isFalse();
            assertThat(score.band().holds(new BigDecimal("27.01"))).isFalse();
            assertThat(score.answer()).hasToString("SNOMED|428181000124104");
        });
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
