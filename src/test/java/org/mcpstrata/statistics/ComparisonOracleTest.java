package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: tables of stratification.md 4.1 to 4.4, computed independently to ten digits. */
class ComparisonOracleTest {
    private static Proportion of(String fraction) {
        String[] parts = fraction.split("/");
        return new Proportion(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "56/70, 48/80, 0.2000000000, 0.05243147240, 0.3338726540",
        "45/60, 150/180, -0.08333333333, -0.2145005446, 0.02740568113",
        "9/10, 3/10, 0.6000000000, 0.1705227239, 0.8090179735",
        "0/20, 6/40, -0.1500000000, -0.2907232437, 0.02962124207",
        "34/40, 150/180, 0.01666666667, -0.1318106541, 0.1169579908",
        "56/80, 150/180, -0.1333333333, -0.2509675008, -0.02498175588",
        "18/30, 150/180, -0.2333333333, -0.4163618820, -0.06749983297"
    })
    void newcombeAgreesWithThePrintedTable(String one, String other, String difference, String lo, String hi) {
        Contrast found = Mover.newcombe(of(one), of(other));
        assertPrinted(found.value(), difference);
        assertPrinted(found.interval().lo(), lo);
        assertPrinted(found.interval().hi(), hi);
        assertThat(found.interval().method()).isEqualTo("NEWCOMBE");
    }

    @ParameterizedTest
    @CsvSource({
        "56/70, 48/80, 1.333333333, 1.076626423, 1.651248511",
        "45/60, 150/180, 0.9000000000, 0.7669061040, 1.056191880",
        "9/10, 3/10, 3.000000000, 1.138350357, 7.906177515",
        "34/40, 150/180, 1.020000000, 0.8817434298, 1.179935075",
        "56/80, 150/180, 0.8400000000, 0.7174985270, 0.9834166530",
        "18/30, 150/180, 0.7200000000, 0.5337148823, 0.9713051242"
    })
    void katzAgreesWithThePrintedTable(String one, String other, String ratio, String lo, String hi) {
        Contrast found = RiskRatio.of(of(one), of(other));
        assertPrinted(found.value(), ratio);
        assertPrinted(found.interval().lo(), lo);
        assertPrinted(found.interval().hi(), hi);
        assertThat(found.interval().method()).isEqualTo("KATZ_LOG");
    }

    @ParameterizedTest
    @CsvSource({
        "56/70, 48/80, 0, 0.1091089451",
        "45/60, 150/180, 0, 0.08164965809",
        "9/10, 3/10, 0, 0.4944132325",
        "0/20, 6/40, 0.5, 1.442350272"
    })
    void errorsOfTheLogarithmAgreeWithThePrintedTable(String one, String other, double added, String error) {
        assertPrinted(RiskRatio.logError(of(one), of(other), added), error);
    }

    @Test
    void nobodyInTheNumeratorGivesARatioOfZeroWithAnAdjustedUpperLimit() {
        Contrast found = RiskRatio.of(of("0/20"), of("6/40"));
        assertThat(found.value()).isZero();
        assertPrinted(RiskRatio.ratio(of("0/20"), of("6/40"), 0.5), "0.1519699812");
        assertThat(found.interval().lo()).isZero();
        assertPrinted(found.interval().hi(), "2.567370741");
        assertThat(found.interval().method()).isEqualTo("ADJ_LOG");
    }

    @Test
    void aRatioToZeroIsAbsentAndItsIntervalIsNot() {
        Contrast found = RiskRatio.of(of("6/40"), of("0/20"));
        assertThat(found.value()).isNull();
        assertThat(found.interval().lo()).isGreaterThan(0);
        assertThat(found.interval().hi()).isGreaterThan(found.interval().lo());
    }

    @Test
    void everybodyInBothGroupsIsNotCertainty() {
        Contrast found = RiskRatio.of(of("20/20"), of("30/30"));
        assertThat(found.value()).isEqualTo(1.0);
        assertThat(found.interval().lo()).isBetween(0.8, 0.95);
        assertThat(found.interval().hi()).isBetween(1.05, 1.3);
        assertThat(found.interval().method()).isEqualTo("MOVER_R");
    }

    @ParameterizedTest
    @CsvSource({
        "45/60, -1.432229748, 0.1520780808",
        "34/40, 0.2577307137, 0.7966147406",
        "56/80, -2.446111033, 0.01444065209",
        "18/30, -2.958039892, 0.003096020550"
    })
    void thePooledTestAgreesWithThePrintedTable(String group, String z, String p) {
        TwoGroupTest found = TwoGroupTest.of(of(group), of("150/180"));
        assertPrinted(found.z(), z);
        assertPrinted(found.p(), p);
        assertThat(found.method()).isEqualTo("POOLED_Z");
    }

    @Test
    void fewExpectedPeopleAreTestedExactly() {
        // The tea-tasting table: 17/35, and twice 1/70 where all cups were told apart.
        assertThat(TwoGroupTest.of(of("3/4"), of("1/4")).p()).isCloseTo(34.0 / 70, within(1e-12));
        assertThat(TwoGroupTest.of(of("4/4"), of("0/4")).p()).isCloseTo(2.0 / 70, within(1e-12));
        assertThat(TwoGroupTest.of(of("4/4"), of("0/4")).z()).isNull();
        assertThat(TwoGroupTest.of(of("4/4"), of("0/4")).method()).isEqualTo("FISHER_EXACT");
    }

    @Test
    void fiveExpectedPeopleAreEnoughForTheTestOfProportions() {
        assertThat(TwoGroupTest.of(of("5/50"), of("5/50")).method()).isEqualTo("POOLED_Z");
        assertThat(TwoGroupTest.of(of("5/50"), of("4/50")).method()).isEqualTo("FISHER_EXACT");
        assertThat(TwoGroupTest.of(of("45/50"), of("46/50")).method()).isEqualTo("FISHER_EXACT");
    }

    @Test
    void nobodyOrEverybodyInBothNumeratorsIsNoDifference() {
        assertThat(TwoGroupTest.of(of("0/200"), of("0/300")).p()).isEqualTo(1.0);
        assertThat(TwoGroupTest.of(of("200/200"), of("300/300")).p()).isEqualTo(1.0);
    }
}
