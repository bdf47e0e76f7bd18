package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On people made for the depression measure, pipeline and second implementation say the same about every measure. */
@Tag("full")
class ScreenedPeopleAgreeWithTheSecondImplementationTest extends AgreementOfTheSecondImplementation {
    private static final int PEOPLE = 4_000;
    private static final long SEED = 3;

    @Override
    Path landing(Path folder) throws IOException {
        ScreenedPeople.write(PEOPLE, SEED, folder);
        return folder;
    }

    @Override
    List<SeededFault> faults() {
        return SeededFaults.seenAmongScreenedPeople();
    }

    @Test
    void manyCameIntoEveryPopulationByEveryWay() throws SQLException, IOException {
        SortedMap<String, Long> ways = run().waysOfDepressionScreening();

        assertThat(ways)
                .containsOnlyKeys(
                        "initial population",
                        "initial population: aged 12 on the first day",
                        "initial population: aged 17",
                        "exclusion",
                        "exclusion: bipolar disorder",
                        "exclusion: reported",
                        "numerator",
                        "numerator: negative, adolescent",
                        "numerator: negative, adult",
                        "numerator: positive, ordered",
                        "numerator: positive, performed",
                        "numerator: positive, prescribed",
                        "numerator: reported",
                        "numerator: screened 14 days before every visit it counts for",
                        "numerator: all follow-up two days after the visit",
                        "numerator: two outcomes at one moment",
                        "not met: positive without follow-up",
                        "exception",
                        "exception: refused",
                        "exception: reported");
        assertThat(ways.values()).allSatisfy(persons -> assertThat(persons).isGreaterThanOrEqualTo(10));
    }
}
