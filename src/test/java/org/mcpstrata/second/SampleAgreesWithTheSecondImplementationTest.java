package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.promise.LocalRun;

/** On the 2,000 people of the sample, pipeline and second implementation say the same about everybody. */
class SampleAgreesWithTheSecondImplementationTest {
    private static final List<String> MEASURES = SecondImplementation.MEASURES;
    private static final int PEOPLE = 2_000;

    @TempDir
    static Path out;

    private static SecondImplementation second;

    @BeforeAll
    static void runTheSample() throws SQLException, IOException {
        LocalRun.run(Path.of("sample-data", "landing"), out, Path.of("measures"));
        second = SecondImplementation.of(out, 2025, Optional.empty());
    }

    @AfterAll
    static void close() throws SQLException {
        second.close();
    }

    @ParameterizedTest
    @FieldSource("MEASURES")
    void everyPopulationOfEveryPersonIsTheSame(String measure) throws SQLException, IOException {
        second.compute(measure, Optional.empty());

        assertThat(second.disagreements(measure)).isEmpty();
    }

    @Test
    void thereWasSomethingToAgreeAbout() throws SQLException, IOException {
        for (String measure : MEASURES) {
            second.compute(measure, Optional.empty());
        }

        List<Totals> totals = second.totals();

        assertThat(totals).hasSize(7).allSatisfy(rate -> {
            assertThat(rate.persons()).isEqualTo(PEOPLE);
            assertThat(rate.initialPopulation()).isPositive();
            assertThat(rate.exclusions()).isPositive();
            assertThat(rate.numerator() + rate.visits()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFault#seenInTheSample")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        second.compute(fault.measure(), Optional.of(fault));

        assertThat(second.disagreements(fault.measure())).isNotEmpty();
    }
}
