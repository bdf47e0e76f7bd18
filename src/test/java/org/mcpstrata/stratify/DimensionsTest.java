package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.MeasureInfo;

class DimensionsTest {
    private static MeasureInfo measure(List<String> unverified) {
        return new MeasureInfo(
                "T1",
                "1",
                "A test",
                MeasureInfo.Scoring.PROPORTION,
                MeasureInfo.Improvement.HIGHER,
                "proportion",
                MeasureInfo.AgeAnchor.PERIOD_END,
                unverified,
                List.of("overall"));
    }

    @Test
    void whatRestsOnMemoryStandsBesideTheMeasure() {
        assertThat(Dimensions.measures(List.of(measure(List.of("the band", "visit: the code")))))
                .extracting(row -> row.value("unverified"))
                .containsExactly(List.of("the band", "visit: the code"));
    }

    @Test
    void aCheckedMeasureHasNoNotes() {
        assertThat(Dimensions.measures(List.of(measure(List.of()))))
                .extracting(row -> row.value("unverified"))
                .containsOnlyNulls();
    }
}
