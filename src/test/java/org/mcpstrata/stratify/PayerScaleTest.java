package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.RiskModel;

class PayerScaleTest {
    private static final BigDecimal NINETY_NINTH = new BigDecimal("99");
    private static final int WOMEN = 0;
    private static final int MEN = LineOfBusiness.values().length;
    private static final RiskModel BY_SEX =
            new RiskModel("sex", "", new TreeSet<>(List.of(RiskModel.Factor.SEX)), List.of(), 1, List.of());

    private static PersonCost person(int riskCell, String score, String... dollars) {
        List<PersonCost.Month> months = new ArrayList<>();
        for (String amount : dollars) {
            months.add(new PersonCost.Month(
                    "P1", "COMMERCIAL", amount == null ? null : new BigDecimal(amount), amount == null ? 1 : 0));
        }
        return new PersonCost("TPCC", "plan", riskCell, score == null ? null : new BigDecimal(score), months);
    }

    private static PayerScale scale(BigDecimal percentile, PersonCost... people) {
        PayerCosts costs = new PayerCosts();
        List.of(people).forEach(costs::add);
        PayerScale risk = PayerScale.of(BY_SEX, costs);
        TopAmounts highest = new TopAmounts(risk.above(percentile));
        BigDecimal sum = BigDecimal.ZERO;
        for (PersonCost person : people) {
            for (PersonCost.Month month : person.priced()) {
                sum = sum.add(risk.adjusted(risk.risk(person), month));
                highest.add(risk.adjusted(risk.risk(person), month));
            }
        }
        return risk.winsorised(sum, highest);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "99,99", "100,99", "101,100", "150,149", "200,198", "1000,990"})
    void theNearestRankIsNeverBetweenTwoValues(long values, long rank) {
        assertThat(PayerScale.rank(NINETY_NINTH, values)).isEqualTo(rank);
    }

    @Test
    void ofAHundredMonthsTheHighestIsCutToTheOneBelow() {
        String[] dollars = new String[100];
        for (int i = 0; i < 100; i++) {
            dollars[i] = i == 99 ? "100000" : Integer.toString(i + 1);
        }
        PersonCost person = person(WOMEN, null, dollars);
        PayerScale scale = scale(NINETY_NINTH, person);
        assertThat(scale.limit()).isEqualByComparingTo("99");
        assertThat(scale.winsorised(scale.risk(person), person.months().get(99)))
                .isEqualByComparingTo("99");
        assertThat(scale.winsorised(scale.risk(person), person.months().get(98)))
                .isEqualByComparingTo("99");
        // 1 + ... + 99, and 99 again.
        assertThat(scale.roundedMean()).isEqualByComparingTo("50.49");
    }

    @Test
    void fewMonthsKeepTheirHighest() {
        PersonCost person = person(WOMEN, null, "10", "20", "90");
        PayerScale scale = scale(NINETY_NINTH, person);
        assertThat(scale.limit()).isEqualByComparingTo("90");
        assertThat(scale.roundedMean()).isEqualByComparingTo("40");
    }

    @Test
    void equalCostsAtThePercentileStayAsTheyAre() {
        PersonCost person = person(WOMEN, null, "5", "7", "7", "7");
        PayerScale scale = scale(new BigDecimal("50"), person);
        assertThat(scale.limit()).isEqualByComparingTo("7");
        assertThat(scale.roundedMean()).isEqualByComparingTo("6.5");
    }

    @Test
    void theAverageMonthOfThePayerHasIndexOne() {
        PersonCost woman = person(WOMEN, null, "100", "300");
        PersonCost man = person(MEN, null, "50", "150");
        PayerScale scale = scale(new BigDecimal("100"), woman, man);
        // Women allow 200 a month, men 100, all 150: relative risks 4/3 and 2/3.
        assertThat(scale.adjusted(scale.risk(woman), woman.months().get(0))).isEqualByComparingTo("75");
        assertThat(scale.adjusted(scale.risk(man), man.months().get(1))).isEqualByComparingTo("225");
        assertThat(scale.roundedMean()).isEqualByComparingTo("150");
        assertThat(scale.index(
                        scale.winsorised(scale.risk(woman), woman.months().get(1))))
                .isEqualByComparingTo("1.5");
    }

    @Test
    void aSuppliedScoreIsTakenOverThePayersMeanScoreByMonth() {
        PersonCost ill = person(WOMEN, "3", "300", "300");
        PersonCost well = person(WOMEN, "0.5", "100", "100", "100", "100", "100", "100");
        // Mean score (3 + 3 + 6 x 0.5) / 8 = 1.125.
        PayerScale scale = scale(new BigDecimal("100"), ill, well);
        assertThat(scale.adjusted(scale.risk(ill), ill.months().get(0))).isEqualByComparingTo("112.5");
        assertThat(scale.adjusted(scale.risk(well), well.months().get(0))).isEqualByComparingTo("225");
    }

    @Test
    void aPersonWithoutAScoreIsAdjustedByAgeAndSexBesideThoseWithOne() {
        PersonCost scored = person(WOMEN, "1.7", "200", "200");
        PersonCost unscored = person(MEN, null, "100", "100");
        PayerScale scale = scale(new BigDecimal("100"), scored, unscored);
        // The only score is the mean: risk 1. Men allow 100 of a mean of 150: 2/3. Mean risk 5/6.
        assertThat(scale.risk(scored)).isEqualByComparingTo("1.2");
        assertThat(scale.risk(unscored)).isEqualByComparingTo("0.8");
    }

    @Test
    void aMonthWithoutAPriceIsCountedAndNotACheapOne() {
        PayerCosts costs = new PayerCosts();
        costs.add(person(WOMEN, null, "80", null, "120"));
        assertThat(costs.pricedMonths()).isEqualTo(2);
        assertThat(costs.unpricedMonths()).isEqualTo(1);
        assertThat(costs.unpricedLines()).isEqualTo(1);
        assertThat(costs.dollars()).isEqualByComparingTo("200");
    }

    @Test
    void aPayerThatCostNothingHasNothingToCompareWith() {
        PersonCost person = person(WOMEN, null, "0", "0");
        PayerScale scale = scale(NINETY_NINTH, person);
        assertThat(scale.winsorised(scale.risk(person), person.months().get(0))).isEqualByComparingTo("0");
        assertThat(scale.hasMean()).isFalse();
    }
}
