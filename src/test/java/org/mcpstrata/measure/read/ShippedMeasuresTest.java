package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;

class ShippedMeasuresTest {
    private static final MeasureSet SET = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());

    @Test
    void everyShippedMeasureOf2025Loads() {
        assertThat(SET.measures().keySet())
                .containsExactly("CMS122", "CMS130", "CMS159", "CMS165", "CMS2", "EDU", "PCPCM", "Q487");
    }

    @Test
    void aYearHasItsOwnTitleVersionAndRules() {
        MeasureDefinition of2024 = MeasureLoader.load(Path.of("measures"), 2024, Optional.empty())
                .measures()
                .get("CMS122");

        assertThat(of2024.title()).contains("HbA1c");
        assertThat(of2024.version()).isEqualTo("12");
        assertThat(of2024.definitions()).containsKey("advanced illness on two outpatient days");
        assertThat(SET.measures().get("CMS122").title()).contains("Glycemic Status");
        assertThat(SET.measures().get("CMS122").definitions())
                .doesNotContainKey("advanced illness on two outpatient days");
    }

    @Test
    void theMeasuresOf2024FollowTheirOwnVersions() {
        MeasureSet set = MeasureLoader.load(Path.of("measures"), 2024, Optional.empty());
        assertThat(set.measures().keySet())
                .containsExactlyElementsOf(SET.measures().keySet());
        assertThat(set.measures().get("CMS2").version()).isEqualTo("13");
    }
}
