package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.problem.ProblemException;

class DefinitionFilesTest {
    private static final DefinitionFiles SHIPPED = files(Optional.empty());

    private static DefinitionFiles files(Optional<Path> program) {
        return new DefinitionFiles(
                new MeasureFolders(Path.of("measures"), Optional.empty()), program, Optional.empty());
    }

    @Test
    void aYearIsMeasuredByItsOwnProgramWithoutNamingTheFile() {
        assertThat(SHIPPED.program(2024).id()).isEqualTo("mcp-2024");
        assertThat(SHIPPED.program(2025).id()).isEqualTo("mcp-2025");
        assertThat(SHIPPED.program(2026).id()).isEqualTo("mcp-2026");
        assertThat(SHIPPED.digests(2024).get("program"))
                .isNotEqualTo(SHIPPED.digests(2025).get("program"));
    }

    @Test
    void aYearOfNoProgramIsRefusedAndNotMeasuredByTheRulesOfAnother() {
        assertThatThrownBy(() -> SHIPPED.program(2023)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> files(Optional.of(Path.of("measures/programs/mcp-2024.yaml")))
                        .program(2025))
                .isInstanceOf(ProblemException.class);
    }
}
