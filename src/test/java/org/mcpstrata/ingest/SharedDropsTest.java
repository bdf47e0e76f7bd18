package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;

/** Seven payers' drops from an independent writer come in whole. */
class SharedDropsTest {
    @TempDir
    Path out;

    @Test
    void everyDropOfTheIndependentWriterIsAcceptedToTheLastLine() {
        Path landing = SharedFolder.require("realdata/synthea-ma-drops");

        try (Intake intake = new Intake()) {
            IngestResult result = intake.read(landing, out);

            assertThat(result.outcomes()).hasSize(7).allSatisfy(drop -> assertThat(drop.state())
                    .isEqualTo(DropState.ACCEPTED));
            assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
            assertThat(intake.rows(result, Table.OBSERVATION)).hasSize(15_390 + 2_432);
        }
    }
}
