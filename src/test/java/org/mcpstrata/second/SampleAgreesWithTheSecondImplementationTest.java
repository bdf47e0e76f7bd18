package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On the 2,000 people of the sample, pipeline and second implementation say the same about everybody. */
class SampleAgreesWithTheSecondImplementationTest {
    private static final int PEOPLE = 2_000;

    @TempDir
    static Path out;

    private static ComparedRun run;

    @BeforeAll
    static void runTheSample() throws SQLException, IOException {
        run = ComparedRun.of(Path.of("sample-data", "landing"), out);
    }

    @AfterAll
    static void close() throws SQLException {
        run.close();
    }

    @ParameterizedTest
    @FieldSource("org.mcpstrata.second.SecondImplementation#MEASURES")
    void everyPopulationOfEveryPersonIsTheSame(String measure) throws SQLException, IOException {
        assertThat(run.disagreements(measure)).isEmpty();
    }

    @Test
    void thereWasSomethingToAgreeAbout() throws SQLException, IOException {
        assertThat(run.totals()).hasSize(7).allSatisfy(rate -> {
            assertThat(rate.persons()).isEqualTo(PEOPLE);
            assertThat(rate.initialPopulation()).isPositive();
            assertThat(rate.exclusions()).isPositive();
            assertThat(rate.numerator() + rate.visits()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFaults#seenInTheSample")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        assertThat(run.disagreements(fault)).isNotEmpty();
    }
}
