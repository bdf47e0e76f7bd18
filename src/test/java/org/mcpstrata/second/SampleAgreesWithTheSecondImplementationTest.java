package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
        List<Totals> totals = run.totals();

        assertThat(totals).hasSize(8).allSatisfy(rate -> {
            assertThat(rate.persons()).isEqualTo(PEOPLE);
            assertThat(rate.initialPopulation()).isPositive();
            assertThat(rate.numerator() + rate.visits()).isPositive();
        });
        // No generated person has bipolar disorder, the only exclusion of CMS2.
        assertThat(totals)
                .filteredOn(rate -> !rate.measure().equals("CMS2"))
                .allSatisfy(rate -> assertThat(rate.exclusions()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFaults#seenInTheSample")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        assertThat(run.disagreements(fault)).isNotEmpty();
    }
}
