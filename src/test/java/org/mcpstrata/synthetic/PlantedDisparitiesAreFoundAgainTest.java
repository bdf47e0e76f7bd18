package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted is what the true answers of a large population show, group by group. */
class PlantedDisparitiesAreFoundAgainTest {
    private static final int PEOPLE = 60_000;
    private static final int SMALLEST_GROUP = 40;
    private static final Timeline TIMELINE = new Timeline(2025, LocalDate.of(2026, 1, 15));
    private static final PlantedDisparities PLANTED = PlantedDisparities.standard();
    private static final List<Answer> ANSWERS = new ArrayList<>();

    private record Answer(Profile profile, Dual dual, Truth truth) {}

    @BeforeAll
    static void judgeThePopulation() {
        PersonFactory people = new PersonFactory(99, TIMELINE, PLANTED);
        TruthOracle oracle = new TruthOracle(TIMELINE);
        for (int number = 0; number < PEOPLE; number++) {
            SyntheticPerson person = people.person(number);
            ANSWERS.add(new Answer(person.profile(), person.coverage().dual(), oracle.judge(person)));
        }
    }

    @Test
    void poorGlycemicControlDiffersByRaceAsPlanted() {
        int compared = 0;
        for (RaceGroup group : RaceGroup.values()) {
            compared += count(
                    "poor control " + group,
                    answer -> answer.profile().raceGroup() == group,
                    answer -> answer.truth().glycemicStatus(),
                    PLANTED.poorGlycemicControl(group));
        }
        assertThat(compared).isEqualTo(RaceGroup.values().length);
    }

    @Test
    void bloodPressureControlDiffersByRaceAndLanguageAsPlanted() {
        int compared = 0;
        for (RaceGroup group : RaceGroup.values()) {
            for (boolean english : new boolean[] {true, false}) {
                compared += count(
                        "controlled " + group + " english " + english,
                        answer -> answer.profile().raceGroup() == group
                                && answer.profile().english() == english,
                        answer -> answer.truth().bloodPressure(),
                        PLANTED.controlledBloodPressure(group, english));
            }
        }
        assertThat(compared)
                .as("all groups but the two that speak English only")
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void colorectalScreeningDiffersByLanguageAndDualStatusAsPlanted() {
        int compared = 0;
        for (boolean english : new boolean[] {true, false}) {
            for (boolean dual : new boolean[] {true, false}) {
                compared += count(
                        "screened english " + english + " dual " + dual,
                        answer -> answer.profile().english() == english && dual == (answer.dual() == Dual.FULL),
                        answer -> answer.truth().colorectal(),
                        PLANTED.colorectalScreening(english, dual));
            }
        }
        assertThat(compared).isEqualTo(4);
    }

    @Test
    void emergencyVisitsWithoutOutliersDifferByDualStatusAsPlanted() {
        for (boolean dual : new boolean[] {true, false}) {
            List<Truth> group = emergencyPopulation(dual);
            group.removeIf(Truth::emergencyOutlier);
            double planted = PLANTED.emergencyVisits(dual);
            assertThat(meanVisits(group))
                    .isCloseTo(planted, within(4 * Math.sqrt(planted / group.size()) + 0.03 * planted));
        }
    }

    @Test
    void outliersAreAsFrequentInEveryGroupSoThatThePlantedDifferenceOfEmergencyVisitsStays() {
        for (boolean dual : new boolean[] {true, false}) {
            List<Truth> group = emergencyPopulation(dual);
            double share = group.stream().filter(Truth::emergencyOutlier).count() / (double) group.size();
            double planted = FrequentEmergencyCare.SHARE;
            assertThat(share)
                    .as("dual %s, n=%d", dual, group.size())
                    .isCloseTo(planted, within(4 * Math.sqrt(planted / group.size()) + 0.001));
        }
        double difference = meanVisits(emergencyPopulation(true)) - meanVisits(emergencyPopulation(false));
        double planted = PLANTED.emergencyVisits(true) - PLANTED.emergencyVisits(false);
        assertThat(difference).isCloseTo(planted, within(0.2 * planted));
    }

    private static List<Truth> emergencyPopulation(boolean dual) {
        List<Truth> group = new ArrayList<>();
        for (Answer answer : ANSWERS) {
            if (dual == (answer.dual() == Dual.FULL)
                    && answer.truth().emergencyPopulation()
                    && !answer.truth().emergencyExcluded()) {
                group.add(answer.truth());
            }
        }
        return group;
    }

    private static double meanVisits(List<Truth> group) {
        return group.stream().mapToInt(Truth::emergencyVisits).average().orElseThrow();
    }

    /**
     * Compares within four standard errors, and two points for people whose evidence no file delivers; the
     * number of groups compared, none where the group is too small to say anything.
     */
    private static int count(
            String name, Predicate<Answer> in, Function<Answer, Truth.Populations> populations, double planted) {
        List<Truth.Populations> group = ANSWERS.stream()
                .filter(in)
                .map(populations)
                .filter(Truth.Populations::performance)
                .toList();
        if (group.size() < SMALLEST_GROUP) {
            return 0;
        }
        double rate = group.stream().filter(Truth.Populations::numerator).count() / (double) group.size();
        double tolerance = 4 * Math.sqrt(planted * (1 - planted) / group.size()) + 0.02;
        assertThat(rate).as("%s, n=%d", name, group.size()).isCloseTo(planted, within(tolerance));
        return 1;
    }
}
