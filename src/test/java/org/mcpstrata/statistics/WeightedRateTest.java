package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: stratification.md 3.2. Groups in the order White, Black, Hispanic, AAPI, AIAN, several. */
class WeightedRateTest {
    private static final boolean[] MET = {true, false, true, true, false, true, false, true};
    private static final double[][] P = {
        {.90, .04, .03, .01, .01, .01},
        {.10, .80, .05, .01, .01, .03},
        {.05, .02, .90, .01, .01, .01},
        {.20, .05, .05, .65, .01, .04},
        {.48, .44, .04, .01, .01, .02},
        {.70, .15, .10, .02, .01, .02},
        {.05, .03, .88, .01, .02, .01},
        {.15, .78, .03, .01, .01, .02}
    };

    private static WeightedRate rate(double[][] probabilities, int group) {
        List<Weighted> people = new ArrayList<>();
        for (int i = 0; i < MET.length; i++) {
            people.add(new Weighted(probabilities[i][group], MET[i]));
        }
        return rate(people).orElseThrow();
    }

    /** One person of the denominator, in the group with a probability. */
    private record Weighted(double weight, boolean met) {}

    private static Optional<WeightedRate> rate(List<Weighted> people) {
        double weights = 0;
        double met = 0;
        double squaresMet = 0;
        double squaresNotMet = 0;
        for (Weighted person : people) {
            weights += person.weight();
            met += person.met() ? person.weight() : 0;
            squaresMet += person.met() ? person.weight() * person.weight() : 0;
            squaresNotMet += person.met() ? 0 : person.weight() * person.weight();
        }
        return WeightedRate.of(weights, met, squaresMet, squaresNotMet);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2.630000000, 2.000000000, 0.7604562738, 4.301822253, 0.03163163904, 0.1778528578",
        "1, 2.310000000, 1.040000000, 0.4502164502, 3.630246956, 0.06769102867, 0.2601749962",
        "2, 2.080000000, 1.110000000, 0.5336538462, 2.699276267, 0.09268074040, 0.3044351169",
        "3, 0.7300000000, 0.7000000000, 0.9589041096, 1.258323495, 0.001858847525, 0.04311435405",
        "4, 0.09000000000, 0.05000000000, 0.5555555556, 7.363636364, 0.03505563176, 0.1872314924",
        "5, 0.1600000000, 0.1000000000, 0.6250000000, 6.400000000, 0.03564453125, 0.1887975933"
    })
    void everyGroupAgreesWithThePrintedTable(
            int group, String weights, String met, String rate, String kish, String variance, String error) {
        WeightedRate found = rate(P, group);
        assertPrinted(found.denominator(), weights);
        assertPrinted(found.numerator(), met);
        assertPrinted(found.rate(), rate);
        assertPrinted(found.kish(), kish);
        assertPrinted(found.variance(), variance);
        assertPrinted(Math.sqrt(found.variance()), error);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.3197409474, 0.9554396792",
        "1, 0.1181606127, 0.8334631301",
        "2, 0.1310651224, 0.8967118864",
        "3, 0.2269996627, 0.9994609143",
        "4, 0.2449403448, 0.8280783851",
        "5, 0.2779309280, 0.8782968153"
    })
    void wilsonOnKishsNumberAgreesWithThePrintedTable(int group, String lo, String hi) {
        WeightedRate found = rate(P, group);
        Interval interval = Wilson.of(found.rate(), found.kish());
        assertPrinted(interval.lo(), lo);
        assertPrinted(interval.hi(), hi);
    }

    @Test
    void aGroupThatHardlyAnybodyBelongsToIsNotReliableForItsKishNumber() {
        assertPrinted(rate(P, 4).reliable(), "0.09000000000");
        assertThat(rate(P, 4).interval().width())
                .isGreaterThan(Wilson.of(rate(P, 4).rate(), rate(P, 4).kish()).width());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2.680000000, 2.050000000, 0.7649253731",
        "1, 2.250000000, 0.9800000000, 0.4355555556",
        "2, 2.150000000, 1.180000000, 0.5488372093",
        "3, 0.7100000000, 0.6800000000, 0.9577464789",
        "4, 0.07000000000, 0.03000000000, 0.4285714286",
        "5, 0.1400000000, 0.08000000000, 0.5714285714"
    })
    void ownAnswersReplaceProbabilities(int group, String weights, String met, String rate) {
        double[][] mixed = P.clone();
        mixed[0] = new double[] {1, 0, 0, 0, 0, 0};
        mixed[2] = new double[] {0, 0, 1, 0, 0, 0};
        WeightedRate found = rate(mixed, group);
        assertPrinted(found.denominator(), weights);
        assertPrinted(found.numerator(), met);
        assertPrinted(found.rate(), rate);
    }

    @Test
    void groupsSumToEverybody() {
        double people = 0;
        double met = 0;
        for (int group = 0; group < 6; group++) {
            people += rate(P, group).denominator();
            met += rate(P, group).numerator();
        }
        assertPrinted(people, "8.000000000");
        assertPrinted(met, "5.000000000");
    }

    @Test
    void certaintyCountsAsPeopleCountedDirectly() {
        WeightedRate direct = rate(List.of(
                        new Weighted(1, true), new Weighted(1, true), new Weighted(1, false), new Weighted(0, true)))
                .orElseThrow();
        assertThat(direct.rate()).isEqualTo(new Proportion(2, 3).value());
        assertThat(direct.kish()).isEqualTo(3.0);
        assertThat(direct.variance()).isCloseTo(2.0 / 3 * (1.0 / 3) / 3, within(1e-15));
        assertThat(direct.interval()).isEqualTo(Wilson.of(2, 3));
    }

    @Test
    void nobodyWhoCouldBelongIsNoRate() {
        assertThat(rate(List.of(new Weighted(0, true)))).isEmpty();
    }
}
