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
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemException;

/** A definition that cannot mean what it says is refused, whichever clause says it. */
class ClauseMistakesTest {
    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void writeFolder() {
        measures = new MeasureFolder(folder);
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemException.class, () -> MeasureLoader.load(folder, 2025, Optional.empty()))
                .problems();
    }

    private void asked(String probe) {
        measures.replace("test.yaml", "definitions:\n", "definitions:\n  probe: { " + probe + " }\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            all: [latest day]                                   | gives a day, but a truth is needed here
            value: { of: A1c result, on day: visit, same day: { missing: ignored, then: lowest value }, is: present } | but a day is needed here
            value: { of: 18 to 75, is: present }                | gives a truth, but one event is needed here
            value: { of: A1c result, on day: latest day, is: present } | 'on day' and 'same day' go together
            value: { of: latest A1c }                           | A value needs 'is' or 'answer in'
            age: { from: 18, at: start of visit }               | gives a list of events, but one event is needed here
            encounter: { in: Visits, starts: { from: start of 18 to 75 } } | gives a truth, but
            first: { of: 18 to 75 }                             | gives a truth, but
            among: { of: 18 to 75, starts: measurement period } | gives a truth, but
            beneficiary months: { at least: 0 }                 | Everybody has no month at least
            total: { of: A1c result }                           | A total needs 'each of'
            death: { during: { to: start of 18 to 75 } }        | gives a truth, but
            count: { events of: 18 to 75, is: ">= 2" }          | gives a truth, but a list of events is needed here
            visits: { once a day: visit, not followed by: visit } | 'not followed by' and 'within' go together
            visits: { once a day: 18 to 75 }                    | gives a truth, but a list of events is needed here
            coverage: { during: { from: start of visit, to: end of measurement period } } | needs one that is the same for everybody
            consecutive stay: { of: visit, during: { from: start of visit, to: end of measurement period }, next within: 1 day, longer than: 9 days } | needs one that is the same for everybody
            condition: { in: Diabetes, on claims: { diagnosis lasts: from first claim, diagnosis within: { from: start of visit } } } | needs one that is the same for everybody
            encounter: { in: Visits, starts: { from: start of visit, to: end of visit, until: end of visit } } | either 'to' or 'until'
            """)
    void aDefinitionInTheWrongPlaceIsRefused(String probe, String detail) {
        asked(probe);
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "definitions:\n  latest day: { most recent day: { with any: [A1c result] } }\n");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sufficient when: latest day                         | but a truth is needed here
            partial when: latest day                            | but a truth is needed here
            rates: [{ id: a, only: latest day }]                | but a truth is needed here
            rates: [{ id: a, without: latest day }]             | but a truth is needed here
            """)
    void whatDecidesAboutPeopleIsTrueOrFalse(String line, String detail) {
        measures.replace("test.yaml", "steward: nobody", "steward: nobody\n" + line);
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "definitions:\n  latest day: { most recent day: { with any: [A1c result] } }\n");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains(detail));
    }

    @Test
    void anIdOfAValueSetThatLooksLikeACodeIsRefused() {
        measures.replace("test.yaml", "value sets:\n", "value sets:\n  Barred: local|visits\n");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("An id has no bar"));
    }

    @Test
    void aRuleForTheSameDayThatCannotBeReadIsToldOnceAndIsNoDefect() {
        asked(
                "value: { of: A1c result, on day: latest day, same day: { missing: guessed, then: lowest value }, is: present }");
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "definitions:\n  latest day: { most recent day: { with any: [A1c result] } }\n");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void aNoteOfAYearThatTheFileDoesNotHaveIsRefused() {
        measures.replace("test.yaml", "steward: nobody", "steward: nobody\nunverified: { 2205: a year misspelt }");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("2205"));
    }

    @Test
    void twoNamesOfOneValueSetAndACodeMustDiffer() {
        measures.replace("test.yaml", "  A1c: LOINC 4548-4\n", "  A1c: LOINC 4548-4\n  Visits: LOINC 4549-2\n");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("A value set has the same name"));
    }

    @Test
    void yearsNeedBothTheirEndsInOrder() {
        measures.replace("test.yaml", "from: 2025, to: 2025", "from: 2026, to: 2025");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("The years need a 'from' and a 'to'"));
    }

    @Test
    void aCountOfWhatIsNoEventIsNotObserved() {
        ratio();
        measures.replace("test.yaml", "count: visit", "count: 18 to 75");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("but a list of events is needed here"));
    }

    private void ratio() {
        measures.replace("test.yaml", "scoring: proportion", "scoring: ratio");
        measures.replace("test.yaml", "  numerator:\n    all: [latest A1c is low]\n", "");
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "observed:\n  count: visit\n  per: member months\n  times: 1000\n  unit: visits\ndefinitions:\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            per: member months | per: people      | An observation is per member months
            times: 1000        | times: 100       | 'times' is 1000
            """)
    void anObservationIsPerThousandMemberMonths(String text, String mistake, String detail) {
        ratio();
        measures.replace("test.yaml", text, mistake);
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains(detail));
    }

    @Test
    void onlyAMeasureGivesALibraryAWindow() {
        measures.write(
                "shared/more.yaml",
                "library: shared/more\nmeasurement years: { from: 2025, to: 2025 }\nsource: a test\n"
                        + "uses: [{ library: shared/results, measurement period: all time }]\n"
                        + "windows:\n  all time: { to: end of measurement period }\n");
        measures.replace("test.yaml", "uses: [shared/results]", "uses: [shared/results, shared/more]");
        assertThat(problems()).anySatisfy(problem -> assertThat(problem.detail())
                .contains("Only a measure gives a library a window"));
    }
}
