package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the 2,000 people of the sample, pipeline and second implementation say the same about everybody. */
class SampleAgreesWithTheSecondImplementationTest extends AgreementOfTheSecondImplementation {
    private static final int PEOPLE = 2_000;

    @Override
    Path landing(Path folder) {
        return Path.of("sample-data", "landing");
    }

    @Override
    List<SeededFault> faults() {
        return SeededFaults.seenInTheSample();
    }

    @Test
    void thereWasSomethingToAgreeAbout() throws SQLException, IOException {
        List<Totals> totals = run().totals();

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
}
