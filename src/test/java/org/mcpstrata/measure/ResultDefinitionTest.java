package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.read.MeasureLoader;

/** The shipped kinds of results: how delivered numbers and codes become comparable. */
class ResultDefinitionTest {
    private static final MeasureSet SET = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());
    private static final Threshold ABOVE_9 = Threshold.parse("> 9 %");

    private static ResultDefinition result(String measure, String definition) {
        return ((EventClause) SET.measures().get(measure).definition(definition).clause()).result();
    }

    private static final ResultDefinition GLYCEMIC = result("CMS122", "glycemic status");

    @ParameterizedTest
    @CsvSource({
        "9, %, false",
        "9.0, %, false",
        "9.01, %, true",
        "9.04, %, true",
        "8.9, %, false",
        "75, mmol/mol, true",
        "74, mmol/mol, false"
    })
    void nothingIsRoundedBeforeTheComparison(String number, String unit, boolean above) {
        BigDecimal value = GLYCEMIC.inUnit(new BigDecimal(number), unit).orElseThrow();
        assertThat(ABOVE_9.holds(value)).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"9.5, ''", "9.5, g/dL", "1.9, %", "25.1, %", "300, mmol/mol", "9.5, percent"})
    void aNumberThatCannotBeComparedIsNotCompared(String number, String unit) {
        assertThat(GLYCEMIC.inUnit(new BigDecimal(number), unit)).isEmpty();
    }

    @Test
    void everyCodeOfGlycemicStatusDecidesOrDocumentsNothing() {
        assertThat(GLYCEMIC.coded().values()).allSatisfy(coded -> assertThat(!coded.documented()
                        || coded.band().whollySatisfies(ABOVE_9)
                        || coded.band().whollyFails(ABOVE_9))
                .as(coded.code())
                .isTrue());
    }

    @Test
    void thePairsOfBloodPressureCodesDecideTheirThresholds() {
        Threshold below140 = Threshold.parse("< 140 mm[Hg]");
        Threshold below90 = Threshold.parse("< 90 mm[Hg]");
        assertThat(result("CMS165", "systolic reading").coded().values().stream()
                        .filter(coded -> coded.documented() && coded.band().whollySatisfies(below140))
                        .map(CodedResult::code))
                .containsExactly("3074F", "3075F", "G8752");
        assertThat(result("CMS165", "diastolic reading").coded().values().stream()
                        .filter(coded -> coded.documented() && coded.band().whollySatisfies(below90))
                        .map(CodedResult::code))
                .containsExactly("3078F", "3079F", "G8754");
    }
}
