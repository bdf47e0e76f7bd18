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
        assertThat(SET.measures().keySet()).containsExactly("CMS122", "CMS130", "CMS165", "EDU", "TPCC");
    }
}
