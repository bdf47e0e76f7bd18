package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;

/** What the texts of the three measurement years say of the same events. */
class DepressionYearsTest {
    private static final String POSITIVE = "SNOMED|428181000124104";
    private static final String NEGATIVE = "SNOMED|428171000124102";

    private static Verdict verdict(int year, String measure, Story story) {
        Evaluator evaluator = new Evaluator(MeasureLoader.load(Path.of("measures"), year, Optional.empty()));
        return evaluator.evaluate(story.person(), story.rows()).stream()
                .filter(verdict ->
                        verdict.measureId().equals(measure) && verdict.rateId().equals("overall"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2024, , true", "2025, , true", "2026, , false",
        "2024, 30, true", "2025, 30, true", "2026, 30, true",
        "2024, 1, true", "2025, 1, true", "2026, 1, false",
    })
    void onlyIn2026APrescriptionMustRunPastTheVisit(int year, Integer days, boolean met) {
        String day = year + "-06-15";
        Story story = Story.born("1980-05-01")
                .visit(day, "CPT|99213")
                .answer("LOINC|73832-8", day, day, POSITIVE)
                .medicationOrder("RXNORM|312941", day, days, 0);

        assertThat(verdict(year, "CMS2", story).numerator()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"2024, false", "2025, false", "2026, true"})
    void onlyIn2026AnAmendedScreeningCounts(int year, boolean met) {
        String day = year + "-06-15";
        Story story =
                Story.born("1980-05-01").visit(day, "CPT|99213").answer("LOINC|73832-8", "amended", day, day, NEGATIVE);

        assertThat(verdict(year, "CMS2", story).numerator()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"2024, false", "2025, false", "2026, true"})
    void onlyIn2026ADiagnosisNeedNotBeConfirmed(int year, boolean in) {
        String index = (year - 1) + "-06-10";
        Story story = Story.born("1980-05-01")
                .condition("c1", "ICD10CM|F33.1", "active", "provisional", "2015-01-01", null)
                .visit(index, "CPT|99213")
                .lab("LOINC|44261-6", index, "12", "{score}");

        assertThat(verdict(year, "CMS159", story).initialPopulation()).isEqualTo(in);
    }

    @Test
    void aTotalWithoutAScoreDoesNotSilenceTheNineAnswers() {
        String index = "2024-06-10";
        Story story = Story.born("1980-05-01")
                .condition("ICD10CM|F33.1", "2015-01-01")
                .visit(index, "CPT|99213");
        for (String item : List.of(
                "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8")) {
            story = story.lab("LOINC|" + item, index, "2", "{score}");
        }
        assertThat(verdict(2025, "CMS159", story).initialPopulation()).isTrue();
        assertThat(verdict(2025, "CMS159", story.lab("LOINC|44261-6", index, null))
                        .initialPopulation())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024, 2023-02-28, 2024-04-28", "2025, 2024-02-29, 2025-04-29", "2026, 2025-02-28, 2026-04-29"})
    void theAssessmentEndsSixtyDaysAfterTheAnniversary(int year, String index, String last) {
        Story story = Story.born("1980-05-01")
                .condition("ICD10CM|F33.1", "2015-01-01")
                .visit(index, "CPT|99213")
                .lab("LOINC|44261-6", index, "12", "{score}");
        String tooLate = Story.date(last).plusDays(1).toString();

        assertThat(verdict(year, "CMS159", story.lab("LOINC|44261-6", tooLate, "2", "{score}"))
                        .numerator())
                .isFalse();
        assertThat(verdict(year, "CMS159", story.lab("LOINC|44261-6", last, "2", "{score}"))
                        .numerator())
                .isTrue();
    }
}
