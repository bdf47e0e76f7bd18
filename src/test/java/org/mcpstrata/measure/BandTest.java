package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A band proves a threshold only where every number in it does, and disproves it only where none does. */
class BandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "< 9 %;            < 9 %;  true;  false",
                "<= 9 %;           < 9 %;  false; false",
                "<= 8.99 %;        < 9 %;  true;  false",
                "> 8 %;            < 9 %;  false; false",
                ">= 9 %;           < 9 %;  false; true",
                "<= 9 %;           <= 9 %; true;  false",
                "<= 9.01 %;        <= 9 %; false; false",
                "> 9 %;            <= 9 %; false; true",
                ">= 9 %;           <= 9 %; false; false",
                "> 9 %;            > 9 %;  true;  false",
                ">= 9 %;           > 9 %;  false; false",
                ">= 9.01 %;        > 9 %;  true;  false",
                "<= 9 %;           > 9 %;  false; true",
                "< 10 %;           > 9 %;  false; false",
                ">= 9 %;           >= 9 %; true;  false",
                ">= 8.99 %;        >= 9 %; false; false",
                "< 9 %;            >= 9 %; false; true",
                "<= 9 %;           >= 9 %; false; false",
                "= 9 %;            = 9 %;  true;  false",
                "= 8 %;            = 9 %;  false; true",
                "= 10 %;           = 9 %;  false; true",
                ">= 8 %, <= 9 %;   = 9 %;  false; false",
                ">= 9 %, <= 10 %;  = 9 %;  false; false",
                "< 9 %;            = 9 %;  false; true",
                "> 9 %;            = 9 %;  false; true",
                ">= 9 %;           = 9 %;  false; false",
                "< 9 mmol/mol;     < 9 %;  false; false",
                ">= 9 mmol/mol;    < 9 %;  false; false",
            })
    void aThresholdIsProvedOrDisprovedByTheWholeBandOnly(
            String band, String threshold, boolean proved, boolean disproved) {
        assertThat(Band.parse(band).whollySatisfies(Threshold.parse(threshold))).isEqualTo(proved);
        assertThat(Band.parse(band).whollyFails(Threshold.parse(threshold))).isEqualTo(disproved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ">= 10, <= 27; 9;  false",
                ">= 10, <= 27; 10; true",
                ">= 10, <= 27; 27; true",
                ">= 10, <= 27; 28; false",
                "> 10, < 27;   10; false",
                "> 10, < 27;   11; true",
                "> 10, < 27;   26; true",
                "> 10, < 27;   27; false",
                "< 3;          -9; true",
                ">= 3;         99; true",
            })
    void aScoreAtTheEndOfItsBandIsInItWhereTheEndIs(String band, String number, boolean in) {
        assertThat(Band.parse(band).holds(new BigDecimal(number))).isEqualTo(in);
    }

    @Test
    void theLowestOfSeveralBandsEndsFirstAndThenBeginsFirst() {
        List<String> lowestFirst = List.of(
                "< 7", "<= 7", "< 8", ">= 6, < 8", "> 6, < 8", ">= 7, < 8", ">= 7, <= 8", "> 1", ">= 2", "> 2", "> 9");
        List<Band> bands = new ArrayList<>(lowestFirst.stream().map(Band::parse).toList());
        Collections.reverse(bands);
        Collections.sort(bands);

        assertThat(bands).extracting(Band::toString).containsExactlyElementsOf(lowestFirst);
        assertThat(bands.get(3)).isEqualByComparingTo(Band.parse(">= 6.0, < 8.0"));
        assertThat(bands.get(0)).isEqualByComparingTo(Band.parse("< 7"));
        assertThat(bands.get(10)).isEqualByComparingTo(Band.parse("> 9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "< 7, >= 6",
                ">= 6, >= 7",
                "< 6, < 7",
                ">= 7 %, < 8 mmol/mol",
                "> 7, < 7",
                ">= 7, < 7",
                "> 8, < 7",
                "> 1, < 2, < 3"
            })
    void aBandWithoutANumberOrWithoutSenseIsRefused(String band) {
        assertThatThrownBy(() -> Band.parse(band)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBandOfOneNumberHasBothItsEnds() {
        assertThat(Band.parse(">= 7, <= 7")).hasToString("= 7");
        assertThat(Band.parse(">= 7, <= 7").holds(new BigDecimal("7.00"))).isTrue();
    }
}
