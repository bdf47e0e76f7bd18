package org.mcpstrata.measure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class LintTest {
    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void writeFolder() {
        measures = new MeasureFolder(folder);
    }

    private void finds(String... details) {
        assertThat(Lint.check(folder))
                .extracting(Problem::detail)
                .hasSize(details.length)
                .allSatisfy(detail -> assertThat(details).anyMatch(detail::contains));
    }

    @Test
    void theShippedMeasuresAreClean() {
        assertThat(Lint.check(Path.of("measures"))).isEmpty();
    }

    @Test
    void aFolderWithoutMistakeIsClean() {
        finds();
    }

    @Test
    void aDeclaredValueSetThatNothingUsesIsFound() {
        measures.replace("test.yaml", "  Diabetes: 1.2\n", "  Diabetes: 1.2\n  Diabetes again: 1.2\n");
        finds("'Diabetes again' is never used");
    }

    @Test
    void aDefinitionThatDecidesNothingIsFound() {
        measures.write("test.yaml", MeasureFolder.measure() + "  older visit:\n    encounter: { in: Visits }\n");
        finds("'older visit' decides nothing");
    }

    @Test
    void aShippedValueSetThatNobodyNamesIsFound() {
        measures.write("value-sets/more.yaml", MeasureFolder.valueSet("More", "1.3", "CPT: [99211]"));
        finds("No measure or library names this value set");
    }

    @Test
    void aValueSetWithoutAMemberInTheYearIsFound() {
        measures.write(
                "value-sets/visits.yaml", MeasureFolder.valueSet("Visits", "1.1", "CPT: [99202]\n    from: 2026"));
        finds("empty in 2025");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsFound() {
        measures.replace("test.yaml", "- 1 year", "+ 1 year");
        finds("ends before it begins");
    }

    @Test
    void agesThatNobodyHasAreFound() {
        measures.replace("test.yaml", "from: 18, to: 75, at", "from: 75, to: 18, at");
        finds("at least 75 and at most 18", "at least 75 and at most 18");
    }

    @Test
    void agesThatExcludeOneAnotherAreFound() {
        measures.replace("test.yaml", "all: [18 to 75, visit, diabetes]", "all: [18 to 75, visit, diabetes, over 80]");
        measures.replace(
                "test.yaml",
                "  visit:\n",
                "  over 80:\n    age: { from: 81, at: end of measurement period }\n  visit:\n");
        finds("at least 81 and at most 75");
    }

    @Test
    void aThresholdInAnotherUnitThanItsResultIsFound() {
        measures.replace("test.yaml", "< 8 %", "< 64 mmol/mol");
        finds("The threshold is in 'mmol/mol'");
    }

    @Test
    void aBandInAnotherUnitThanItsResultIsFound() {
        measures.replace("shared/results.yaml", "< 7 %", "< 53 mmol/mol");
        finds("The band of code 3044F");
    }

    @Test
    void twoFilesOfOneMeasureMustNotShareAYear() {
        measures.write("again.yaml", MeasureFolder.measure().replace("to: 2025 }", "to: 2026 }"));
        measures.write("shared/results.yaml", MeasureFolder.library().replace("to: 2025", "to: 2026"));
        finds("Another file has the same measure and year");
    }

    @Test
    void twoFilesOfOneLibraryMustNotShareAYear() {
        measures.write(
                "shared/unused.yaml",
                "library: shared/unused\nmeasurement years: { from: 2024, to: 2025 }\nsource: a test\n");
        measures.write(
                "shared/unused2.yaml",
                "library: shared/unused\nmeasurement years: { from: 2025, to: 2025 }\nsource: a test\n");
        finds("Its years overlap those of shared/unused.yaml");
    }

    @Test
    void aGapBetweenTheYearsOfAMeasureIsFound() {
        measures.write(
                "test-2027.yaml", MeasureFolder.measure().replace("from: 2025, to: 2025", "from: 2027, to: 2027"));
        measures.write(
                "shared/results-2027.yaml",
                MeasureFolder.library().replace("from: 2025, to: 2025", "from: 2026, to: 2027"));
        finds("There is a gap after the years of test.yaml");
    }

    @Test
    void aNamedValueSetThatIsNotThereIsFound() {
        measures.replace("test.yaml", "Visits: 1.1", "Visits: 1.9");
        finds("No value set has the id");
    }

    @Test
    void anExclusionThatTakesOutEverybodyIsFound() {
        excluding("diabetes");
        finds("'diabetes' decides the initial population and the denominator exclusions");
    }

    @Test
    void anExceptionForPeopleWhoAreCountedAnywayIsFound() {
        measures.replace(
                "test.yaml",
                "  numerator:\n",
                "  denominator exceptions:\n    any: [latest A1c is low]\n  numerator:\n");
        finds("'latest A1c is low' decides the numerator and the denominator exceptions");
    }

    @Test
    void agesOfTwoRatesThatOverlapAreFound() {
        rates("from: 50, to: 75", "from: 46, to: 50");
        finds("The ages of the rates 'older' and 'younger' overlap");
    }

    @Test
    void agesOfRatesThatMeetOrHoldOneAnotherAreNoMistake() {
        rates("from: 50, to: 75", "from: 46, to: 49");
        finds();
        rates("from: 18, to: 75", "from: 46, to: 49");
        finds();
    }

    private void rates(String older, String younger) {
        writeFolder();
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "rates:\n  - { id: older, only: older }\n  - { id: younger, only: younger }\ndefinitions:\n"
                        + "  older:\n    age: { " + older + ", at: end of measurement period }\n"
                        + "  younger:\n    age: { " + younger + ", at: end of measurement period }\n");
    }

    private void excluding(String name) {
        measures.replace(
                "test.yaml", "  numerator:\n", "  denominator exclusions:\n    any: [" + name + "]\n  numerator:\n");
    }

    @Test
    void somethingTogetherWithItsAbsenceIsFound() {
        excluding("visit without a visit");
        measures.replace(
                "test.yaml",
                "definitions:\n",
                "definitions:\n  visit without a visit:\n    all: [visit, no visit]\n"
                        + "  no visit:\n    none: [visit]\n");
        finds("It asks for 'visit' and for its absence");
    }

    @Test
    void aListThatNamesOneDefinitionTwiceIsFound() {
        measures.replace("test.yaml", "all: [latest A1c is low]", "all: [latest A1c is low, latest A1c is low]");
        finds("'latest A1c is low' is named twice");
    }

    @Test
    void anAgeOutOfReachInOneMeasureAndNotInAnotherIsNoMistakeOfTheirLibrary() {
        excluding("over 80");
        measures.write(
                "shared/results.yaml",
                MeasureFolder.library()
                        + "definitions:\n  over 80:\n    age: { from: 81, at: end of measurement period }\n");
        finds("No one in the initial population satisfies it");
        measures.write(
                "old.yaml",
                MeasureFolder.measure()
                        .replace("measure: TEST", "measure: OLD")
                        .replace("to: 75, at", "to: 99, at")
                        .replace("  numerator:\n", "  denominator exclusions:\n    any: [over 80]\n  numerator:\n"));
        finds();
    }

    @Test
    void anUnknownNameIsFoundWithASuggestion() {
        measures.replace("test.yaml", "all: [18 to 75, visit, diabetes]", "all: [18 to 75, vist, diabetes]");
        finds("No definition is called 'vist'. Did you mean 'visit'?");
    }

    /** Also where the folder is the wrong one, for example the landing folder. */
    @Test
    void aFolderWithoutAMeasureIsNotCalledSound(@TempDir Path other) throws IOException {
        assertThat(Lint.check(new MeasureFolders(folder, Optional.of(other))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_MEASURE_FOR_YEAR);

        Files.delete(folder.resolve("test.yaml"));
        assertThat(Lint.check(folder)).extracting(Problem::code).containsExactly(ProblemCode.NO_MEASURE_FOR_YEAR);
    }
}
