package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.quality.RuleBook;

class TouchedMeasuresTest {
    private static final Path MEASURES = Path.of("measures");
    private static final TouchedMeasures SHIPPED =
            new TouchedMeasures(MeasureLoader.load(MEASURES, 2025, Optional.empty()));

    private static SortedSet<String> by(String rule) {
        return SHIPPED.by(RuleBook.load(MEASURES.resolve(RuleBook.FILE)).rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void costIsOfMedicalClaimsAloneSoThatWrongDrugCodesLeaveItUnmarked() {
        assertThat(by("DQ21_NDC_SHAPE")).doesNotContain("TPCC");
        assertThat(by("DQ20_SERVICE_CODE_SHAPE")).contains("TPCC");
    }
}
