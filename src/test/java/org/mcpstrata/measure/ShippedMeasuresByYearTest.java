package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.time.MeasurementPeriod;

/** What readers of the results are told about the shipped measures, and what is computed for the year before. */
class ShippedMeasuresByYearTest {
    private static final MeasureSet SET = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());

    @Test
    void onlyMeasuresOfImprovementAreComputedForTheYearBefore() {
        MeasureSet before = SET.yearBefore();

        assertThat(before.period()).isEqualTo(new MeasurementPeriod(2024));
        assertThat(before.measures()).containsOnlyKeys("EDU", "TPCC");
        assertThat(before.measures().get("EDU")).isSameAs(SET.measures().get("EDU"));
        assertThat(SET.measures().get("CMS122").hasImprovement()).isFalse();
    }

    @Test
    void noMeasuresAreStillOfTheirYear() {
        assertThat(SET.none().measures()).isEmpty();
        assertThat(SET.none().period()).isEqualTo(SET.period());
    }

    @Test
    void everyResultSaysWhatItIsIn() {
        assertThat(SET.measures().values())
                .extracting(measure -> measure.id() + ": " + measure.unit())
                .containsExactly(
                        "CMS122: proportion",
                        "CMS130: proportion",
                        "CMS159: proportion",
                        "CMS165: proportion",
                        "CMS2: proportion",
                        "EDU: visits per 1000 member months",
                        "PCPCM: score",
                        "Q487: proportion",
                        "TPCC: US dollars per beneficiary month");
    }

    @Test
    void whatRestsOnMemoryIsSaidOfTheMeasureItsDefinitionsItsLimitsAndItsCandidates() {
        List<String> visits = SET.measures().get("EDU").unverifiedNotes(SET.valueSets());
        assertThat(visits.get(0)).startsWith("The HEDIS specification is licensed");
        assertThat(visits)
                .contains(
                        "covered in the year before: the rule for gaps is from memory",
                        "outlier: thresholds from memory of the HEDIS measure")
                .noneMatch(note -> note.endsWith(": "));
        assertThat(SET.measures().get("TPCC").unverifiedNotes(SET.valueSets()))
                .contains(
                        "candidate events: days and services from memory; without the filters by procedure and specialty");
        assertThat(SET.measures().get("PCPCM").unverifiedNotes(SET.valueSets()))
                .noneMatch(note -> note.startsWith("candidate events"));
    }

    @Test
    void whatRestsOnMemoryForOneYearIsNotSaidOfAnother() {
        String codes = "quality-data codes of 2026 are not published; those of 2025 are taken";
        String rules = "shared/event-rules: the rules of 2025 are taken for 2024, whose text was compared in part only";
        assertThat(SET.measures().get("CMS122").unverifiedNotes(SET.valueSets()))
                .doesNotContain(codes, rules);
        assertThat(notes(2026)).contains(codes).doesNotContain(rules);
        assertThat(notes(2024)).contains(rules).doesNotContain(codes);
    }

    private static List<String> notes(int year) {
        MeasureSet set = MeasureLoader.load(Path.of("measures"), year, Optional.empty());
        return set.measures().get("CMS122").unverifiedNotes(set.valueSets());
    }

    @Test
    void aMisspeltMeasureIsAnsweredWithTheYearAndTheNearestName() {
        assertThat(SET.unknown("CMS123"))
                .startsWith("No measure 'CMS123' is valid for 2025.")
                .contains("CMS12");
    }
}
