package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;

/** A measure that was dropped keeps the text of its last year (founding decision 14). */
class FrozenTextTest {
    private static MeasureDefinition socialDrivers(int year) {
        return load(year).measures().get("Q487");
    }

    private static MeasureSet load(int year) {
        return MeasureLoader.load(Path.of("measures"), year, Optional.empty());
    }

    @Test
    void theRulesOfSocialDriversScreeningAreTheSameInEveryYear() {
        assertThat(socialDrivers(2024).definitions())
                .isEqualTo(socialDrivers(2025).definitions())
                .isEqualTo(socialDrivers(2026).definitions());
        assertThat(socialDrivers(2024).populations())
                .isEqualTo(socialDrivers(2025).populations())
                .isEqualTo(socialDrivers(2026).populations());
    }

    @Test
    void theYearAfterTheLastTextSaysThatItIsFrozen() {
        assertThat(socialDrivers(2025).version()).isEqualTo("2025");
        assertThat(socialDrivers(2026).version()).isEqualTo("2025, frozen");
    }

    @Test
    void noYearIsComputedBeyondTheFrozenOnes() {
        MeasureSet everyMeasure = load(2025);
        assertThat(everyMeasure.measures().get("Q487").years().contains(2023)).isFalse();
        assertThat(everyMeasure.measures().get("Q487").years().contains(2027)).isFalse();
    }
}
