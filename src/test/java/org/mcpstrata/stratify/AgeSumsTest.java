package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;

class AgeSumsTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);

    private static AgeSums of(AgeBand band, int numerator, int denominator) {
        AgeSums.Sum sum = new AgeSums.Sum();
        for (int i = 0; i < denominator; i++) {
            sum.add(band, i < numerator);
        }
        return sum.sums();
    }

    @ParameterizedTest
    @CsvSource({
        "2007-12-31, UNDER_18",
        "2007-01-01, FROM_18_TO_64",
        "1960-01-02, FROM_18_TO_64",
        "1960-01-01, FROM_65_TO_74",
        "1950-01-02, FROM_65_TO_74",
        "1950-01-01, FROM_75",
        "1900-01-01, FROM_75"
    })
    void aBandBeginsOnTheBirthday(LocalDate born, AgeBand band) {
        assertThat(AgeBand.of(born, LocalDate.of(2025, 1, 1))).isEqualTo(band);
    }

    @Test
    void leaplingsTurnOlderOnFebruary28AsTheyDoForMeasures() {
        LocalDate leapling = LocalDate.of(1960, 2, 29);
        assertThat(AgeBand.of(leapling, LocalDate.of(2025, 2, 27))).isEqualTo(AgeBand.FROM_18_TO_64);
        assertThat(AgeBand.of(leapling, LocalDate.of(2025, 2, 28))).isEqualTo(AgeBand.FROM_65_TO_74);
    }

    @Test
    void whoIsUnbornOrOfUnknownAgeHasNoBand() {
        assertThat(AgeBand.of(null, LocalDate.of(2025, 1, 1))).isNull();
        assertThat(AgeBand.of(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1)))
                .isNull();
    }

    @Test
    void sumsOfPartsAreThoseOfTheWholeAndComeApartAgain() {
        AgeSums young = of(AgeBand.UNDER_18, 1, 3);
        AgeSums old = of(AgeBand.FROM_75, 2, 2);
        AgeSums both = young.plus(old);
        assertThat(both.people()).isEqualTo(5);
        assertThat(both.numerator(AgeBand.FROM_75)).isEqualTo(2);
        assertThat(both.denominator(AgeBand.FROM_65_TO_74)).isZero();
        assertThat(both.minus(old).plus(old)).isEqualTo(both);
        assertThat(both.minus(young).denominator(AgeBand.UNDER_18)).isZero();
        assertThat(AgeSums.NONE.plus(old)).isEqualTo(old).isEqualTo(old.plus(AgeSums.NONE));
        assertThat(old.minus(AgeSums.NONE)).isEqualTo(old);
        assertThatThrownBy(() -> AgeSums.NONE.minus(old)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bandsOfACrowdAddUpToItsDenominatorsAndPracticesToTheProgram() {
        List<PersonVerdicts> crowd = StoryPeople.crowd(300, 4);
        Cells cells = CountedPeople.in(STRATIFIERS, StoryPeople.MEASURES, crowd, 1);
        int rate = cells.rates().indexOf(new RateKey("CMS165", "overall"));
        Cells.Strata program = cells.strata(new Entity(EntityType.PROGRAM, "MCP"), CellCounter.ALL);
        for (Stratifier stratifier : STRATIFIERS.all()) {
            program.of(stratifier.id()).forEach((stratum, counted) -> {
                Counts whole = counted[rate];
                if (whole == null || stratum.equals(CellGroup.UNION)) {
                    return;
                }
                AgeSums parts = AgeSums.NONE;
                for (Practice practice : cells.practices().values()) {
                    Map<String, Counts[]> strata = cells.strata(
                                    new Entity(EntityType.PRACTICE, practice.id()), CellCounter.ALL)
                            .of(stratifier.id());
                    Counts[] part = strata.get(stratum);
                    parts = part == null || part[rate] == null ? parts : parts.plus(part[rate].ages());
                }
                assertThat(parts).as(stratifier + " " + stratum).isEqualTo(whole.ages());
                long numerators = 0;
                for (AgeBand band : AgeBand.values()) {
                    numerators += whole.ages().numerator(band);
                }
                assertThat(numerators).isLessThanOrEqualTo(whole.populations().numerator());
                assertThat(whole.ages().people())
                        .isLessThanOrEqualTo(whole.populations().performanceDenominator());
            });
        }
        Counts everybody = program.of(Stratifiers.TOTAL).get(Stratifiers.TOTAL)[rate];
        long ageless = crowd.stream()
                .filter(person -> person.person().birthDate() == null)
                .flatMap(person -> person.verdicts().stream())
                .filter(verdict -> verdict.measureId().equals("CMS165") && verdict.performanceDenominator())
                .count();
        assertThat(ageless).isPositive();
        assertThat(everybody.ages().people()).isEqualTo(everybody.populations().performanceDenominator() - ageless);
    }
}
