package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.MeasureSet;

class ShippedMeasuresTest {
    private static final MeasureSet SET = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());

    @Test
    void everyShippedMeasureOf2025Loads() {
        assertThat(SET.measures().keySet()).containsExactly("CMS122", "CMS130", "CMS159", "CMS165", "CMS2", "EDU");
    }

    @Test
    void theMeasuresOf2024AreTheTwoAboutDepression() {
        MeasureSet set = MeasureLoader.load(Path.of("measures"), 2024, Optional.empty());
        assertThat(set.measures().keySet()).containsExactly("CMS159", "CMS2");
        assertThat(set.measures().get("CMS2").version()).isEqualTo("13");
    }
}
