package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.time.MeasurementPeriod;

/** What is written and what is read are the same. */
class WrittenFormTest {
    @Test
    void everyThresholdReadsBackAsItself() {
        for (Comparison comparison : Comparison.values()) {
            for (String limit : List.of("0", "9", "9.0", "-1.25", "140", "0.001")) {
                for (String unit : List.of("", "%", "mm[Hg]", "mmol/mol")) {
                    Threshold threshold = new Threshold(comparison, new BigDecimal(limit), unit);
                    assertThat(Threshold.parse(threshold.toString())).isEqualTo(threshold);
                    Band band = Band.of(threshold);
                    assertThat(Band.parse(band.toString())).isEqualTo(band);
                }
            }
        }
    }

    @Test
    void everyWindowReadsBackAsItself() {
        List<Anchor> anchors = new ArrayList<>();
        anchors.add(null);
        for (Anchor.Base base : Anchor.Base.values()) {
            anchors.add(new Anchor(base, List.of()));
            for (Shift.Unit unit : Shift.Unit.values()) {
                anchors.add(new Anchor(base, List.of(new Shift(-1, unit))));
                anchors.add(new Anchor(base, List.of(new Shift(12, unit), new Shift(-60, Shift.Unit.DAY))));
            }
        }
        for (Anchor from : anchors) {
            for (Anchor to : anchors) {
                if (from != null || to != null) {
                    Window closed = new Window(from, to, true);
                    assertThat(Window.parse(closed.toString())).isEqualTo(closed);
                }
                if (to != null) {
                    Window open = new Window(from, to, false);
                    assertThat(Window.parse(open.toString())).isEqualTo(open);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 9%", ">9 %", "9 %", "> nine %", "> 9 % %", "", ">= 1e3", "> 9 "})
    void aThresholdIsNeverGuessed(String text) {
        assertThatThrownBy(() -> Threshold.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the period",
                "from",
                "start of measurement period",
                "to tomorrow",
                "from start of measurement period - 0 days"
            })
    void aWindowIsNeverGuessed(String text) {
        assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "measurement period, 2025-01-01, 2025-12-31",
        "first 6 months of measurement period, 2025-01-01, 2025-06-30",
        "from start of measurement period - 9 years to end of measurement period, 2016-01-01, 2025-12-31",
        "from start of measurement period - 14 months until start of measurement period - 2 months, 2023-11-01, 2024-10-31",
    })
    void windowsOf2025HaveTheDaysOfTheSpecifications(String text, LocalDate first, LocalDate last) {
        Window window = Window.parse(text);
        MeasurementPeriod period = new MeasurementPeriod(2025);
        assertThat(window.firstDay(period)).isEqualTo(first);
        assertThat(window.lastDay(period)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "< 7 %; > 9 %; false; true",
                "> 9 %; > 9 %; true; false",
                ">= 8 %, <= 9 %; > 9 %; false; true",
                ">= 9 %; > 9 %; false; false",
                "> 14 %; > 9 %; true; false",
                "< 140 mm[Hg]; < 140 mm[Hg]; true; false",
                "<= 140 mm[Hg]; < 140 mm[Hg]; false; false",
                ">= 140 mm[Hg]; < 140 mm[Hg]; false; true",
                "< 7 mmol; > 9 %; false; false",
            })
    void aBandProvesAThresholdOnlyAsAWhole(String band, String threshold, boolean satisfies, boolean fails) {
        assertThat(Band.parse(band).whollySatisfies(Threshold.parse(threshold))).isEqualTo(satisfies);
        assertThat(Band.parse(band).whollyFails(Threshold.parse(threshold))).isEqualTo(fails);
    }

    @Test
    void bandsAreOrderedFromTheLowestUp() {
        List<Band> ordered = List.of(
                Band.parse("< 7 %"), Band.parse(">= 7 %, < 8 %"), Band.parse(">= 8 %, <= 9 %"), Band.parse("> 9 %"));
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {">= 9 %, < 8 %", "> 9 %, < 9 %", "< 8 %, > 7 %", "> 7 %, < 8 mmol", "> 1 %, < 2 %, < 3 %"})
    void aBandWithoutNumbersIsRefused(String text) {
        assertThatThrownBy(() -> Band.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearBeforeALeapDayIsTheLastDayOfFebruary() {
        assertThat(new Shift(-1, Shift.Unit.YEAR).from(LocalDate.of(2024, 2, 29)))
                .isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(new Shift(12, Shift.Unit.MONTH).from(LocalDate.of(2024, 2, 29)))
                .isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void aWindowAtAnEventReadsBackAsItself() {
        Window window = Window.parse("from start of index PHQ-9 + 12 months - 60 days until end of index PHQ-9");
        assertThat(window.event()).contains("index PHQ-9");
        assertThat(Window.parse(window.toString())).isEqualTo(window);
    }

    @Test
    void aWindowBetweenTwoDefinitionsIsRefused() {
        assertThatThrownBy(() -> Window.parse("from start of one to end of another"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
