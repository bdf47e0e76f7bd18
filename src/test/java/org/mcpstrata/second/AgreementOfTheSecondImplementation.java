package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On some people, pipeline and second implementation say the same about everybody and every measure, and would not if one
 * of them were wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgreementOfTheSecondImplementation {
    private ComparedRun run;

    /**
     * The deliveries of the people who are compared.
     *
     * @param folder where they may be written
     */
    abstract Path landing(Path folder) throws IOException;

    /** Faults that must be seen among these people. */
    abstract List<SeededFault> faults();

    @BeforeAll
    void runBoth(@TempDir Path folder) throws SQLException, IOException {
        run = ComparedRun.of(landing(folder.resolve("landing")), folder.resolve("out"));
    }

    @AfterAll
    void close() throws SQLException {
        run.close();
    }

    final ComparedRun run() {
        return run;
    }

    @ParameterizedTest
    @FieldSource("org.mcpstrata.second.SecondImplementation#MEASURES")
    void everyPopulationOfEveryPersonIsTheSame(String measure) throws SQLException, IOException {
        assertThat(run.disagreements(measure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        assertThat(run.disagreements(fault)).isNotEmpty();
    }
}
