package org.mcpstrata.measure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.problem.Problem;

/** A mistake is found in every kind of clause that can hold it, and behind the definitions that lead to it. */
class LintReachTest {
    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void writeFolder() {
        measures = new MeasureFolder(folder);
        measures.replace(
                "test.yaml",
                "windows:\n",
                "windows:\n  backwards:\n    from: end of measurement period\n    to: start of measurement period\n"
                        + "  open:\n    to: end of measurement period\n");
    }

    /** What lint says of a measure whose numerator asks for one more definition, called probe. */
    private List<String> details(String... definitions) {
        measures.replace("test.yaml", "all: [latest A1c is low]", "all: [latest A1c is low, probe]");
        measures.replace("test.yaml", "definitions:\n", "definitions:\n  " + String.join("\n  ", definitions) + "\n");
        return Lint.check(folder).stream()
                .map(Problem::detail)
                .filter(detail -> !detail.contains("is never used"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe: { encounter: { in: Visits, during: backwards } }",
                "probe: { coverage: { during: backwards, gaps: 0, longest gap: 0 days } }",
                "probe: { consecutive stay: { of: visit, during: backwards, next within: 1 day, longer than: 9 days } }",
                "probe: { among: { of: visit, starts: backwards } }",
                "probe: { death: { during: backwards } }",
                "probe: { condition: { in: Diabetes, overlaps: measurement period, on claims: { diagnosis lasts: from first claim, diagnosis within: backwards } } }",
                "probe: { encounter: { in: Visits, starts: { from: start of visit + 3 days, to: start of visit + 2 days } } }",
                "probe: { encounter: { in: Visits, starts: { from: start of visit + 2 days, until: start of visit + 2 days } } }",
            })
    void aWindowThatEndsBeforeItBeginsIsFoundInEveryClauseThatHasOne(String probe) {
        assertThat(details(probe)).containsExactly("The window ends before it begins.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe: { encounter: { in: Visits, starts: { from: start of visit, to: start of visit } } }",
                "probe: { encounter: { in: Visits, starts: { from: start of visit, until: start of visit + 1 day } } }",
                "probe: { encounter: { in: Visits, starts: { from: end of measurement period, to: start of visit } } }",
                "probe: { encounter: { in: Visits, starts: { from: start of visit, to: start of measurement period } } }",
                "probe: { encounter: { in: Visits, starts: open } }",
                "probe: { among: { of: visit, starts: measurement period } }",
            })
    void aWindowOfOneDayAndOneThatDependsOnThePersonAreNoMistakes(String probe) {
        assertThat(details(probe)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe: { coverage: { during: open, gaps: 0, longest gap: 0 days } }",
                "probe: { consecutive stay: { of: visit, during: open, next within: 1 day, longer than: 9 days } }",
            })
    void aLengthNeedsBothEndsOfItsWindow(String probe) {
        assertThat(details(probe)).containsExactly("The window needs a beginning and an end here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value: { of: latest A1c, is: \"< 64 mmol/mol\" } | visit",
                "value: { of: latest A1c, is: \"undecided > 64 mmol/mol\" } | visit",
                "value: { of: helper, is: \"< 64 mmol/mol\" } | first: { of: A1c result }",
                "value: { of: helper, is: \"< 64 mmol/mol\" } | most recent: { of: behind, same day: { missing: ignored, then: last time } }",
                "among: { of: A1c result, value: \"> 64 mmol/mol\" } | visit",
                "among: { of: behind, value: \"> 64 mmol/mol\" } | visit",
                "observation: { in: A1c, result: A1c, value: \"> 64 mmol/mol\", during: measurement period } | visit",
            })
    void aThresholdInAnotherUnitIsFoundWhereverTheResultComesFrom(String probe, String helper) {
        String helping = helper.equals("visit") ? "any: [visit]" : helper;
        assertThat(details(
                        "probe: { all: [asked, helped] }",
                        "asked: { " + probe + " }",
                        "helped: { any: [helper] }",
                        "helper: { " + helping + " }",
                        "behind: { among: { of: A1c result, starts: measurement period } }"))
                .filteredOn(detail -> !detail.contains("decides nothing"))
                .singleElement()
                .asString()
                .contains("The threshold is in 'mmol/mol', the result in '%'");
    }

    @Test
    void aSumIsHeldAgainstTheUnitOfWhatItAddsUp() {
        assertThat(details(
                        "probe: { among: { of: sum, value: \"> 64 mmol/mol\" } }",
                        "sum: { total: { of: A1c result, each of: [A1c] } }"))
                .containsExactly("The threshold is in 'mmol/mol', the result in '%'.");
    }

    @Test
    void aScoreInAnotherUnitThanItsResultIsFound() {
        measures.replace(
                "shared/results.yaml",
                "    coded:\n",
                "    scored:\n      - { code: LOINC 4548-4, is: \"< 64 mmol/mol\", answer: SNOMED 428171000124102 }\n"
                        + "    coded:\n");
        assertThat(Lint.check(folder)).extracting(Problem::detail).contains("The band of LOINC|4548-4 is not in '%'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any: [nobody]", "all: [nobody, visit]"})
    void anAgeOutOfReachIsFoundBehindAnotherDefinition(String list) {
        assertThat(details(
                        "probe: { any: [outer, visit] }",
                        "outer: { " + list + " }",
                        "nobody: { age: { from: 81, at: end of measurement period } }"))
                .isNotEmpty()
                .allMatch(detail -> detail.contains("No one in the initial population satisfies it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "any", "none"})
    void aNameThatStandsTwiceIsFoundInEveryList(String word) {
        assertThat(details("probe: { " + word + ": [again, again] }", "again: { encounter: { in: Visits } }"))
                .containsExactly("'again' is named twice in one list.");
    }

    @ParameterizedTest
    @CsvSource({
        "'from: 46, to: 50', 'from: 50, to: 75', true",
        "'from: 50, to: 75', 'from: 46, to: 50', true",
        "'from: 46, to: 49', 'from: 50, to: 75', false",
        "'from: 50, to: 75', 'from: 50, to: 60', false",
        "'from: 50, to: 60', 'from: 50, to: 75', false",
        "'from: 46, to: 75', 'from: 50, to: 75', false",
    })
    void agesOfRatesOverlapWhenSomebodyIsInBothAndNeitherHoldsTheOther(String one, String other, boolean overlap) {
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "rates:\n  - { id: a, only: one }\n  - { id: b, only: other }\ndefinitions:\n"
                        + "  one: { age: { " + one + ", at: end of measurement period } }\n"
                        + "  other: { age: { " + other + ", at: end of measurement period } }\n");
        assertThat(Lint.check(folder).stream().map(Problem::detail).anyMatch(detail -> detail.contains("overlap")))
                .isEqualTo(overlap);
    }
}
