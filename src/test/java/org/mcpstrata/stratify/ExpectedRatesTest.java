package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.RiskCell;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.RiskModel.Band;
import org.mcpstrata.model.RiskModel.Factor;
import org.mcpstrata.model.RiskModel.Supplied;

class ExpectedRatesTest {
    private static final int OTHER_SEX = 2;

    private static RiskModel model(int fewest, List<Supplied> supplied) {
        return new RiskModel(
                "open",
                "",
                new TreeSet<>(List.of(Factor.values())),
                List.of(new Band("18-64", 18, 64), new Band("65+", 65, Integer.MAX_VALUE)),
                fewest,
                supplied);
    }

    private static int cell(int age, int sex, LineOfBusiness line) {
        return (age * 3 + sex) * LineOfBusiness.values().length + line.ordinal();
    }

    private static ReferenceSums sums(long people, String visits, String months) {
        return new ReferenceSums(people, new BigDecimal(visits), new BigDecimal(months));
    }

    private static RiskMonths months(int... cellsAndMonths) {
        RiskMonths months = RiskMonths.NONE;
        for (int i = 0; i < cellsAndMonths.length; i += 2) {
            months = months.plus(RiskMonths.of(new int[] {cellsAndMonths[i]}, new long[] {cellsAndMonths[i + 1]}));
        }
        return months;
    }

    @Test
    void expectedIsTheProgramsRateTimesTheMonths() {
        int women = cell(0, 0, LineOfBusiness.COMMERCIAL);
        int men = cell(0, 1, LineOfBusiness.COMMERCIAL);
        // Women 30 visits in 1200 months, 0.025 a month; men 50 in 1000, 0.05 a month.
        ExpectedRates rates = new ExpectedRates(
                model(30, List.of()), Map.of(women, sums(100, "30", "1200"), men, sums(90, "50", "1000")));
        assertThat(rates.expected(months(women, 240, men, 100))).isEqualByComparingTo("11");
        assertThat(rates.expected(RiskMonths.NONE)).isEqualByComparingTo("0");
    }

    @Test
    void smallCellsOfOneAgeAndSexAreCountedTogetherAndLargeOnesKeepTheirOwnRate() {
        int commercial = cell(0, 0, LineOfBusiness.COMMERCIAL);
        int medicaid = cell(0, 0, LineOfBusiness.MEDICAID_MCO);
        int other = cell(0, 0, LineOfBusiness.OTHER);
        ExpectedRates rates = new ExpectedRates(
                model(30, List.of()),
                Map.of(
                        commercial, sums(300, "90", "3600"),
                        medicaid, sums(20, "24", "200"),
                        other, sums(10, "6", "100")));
        assertThat(rates.expected(months(commercial, 12))).isEqualByComparingTo("0.3");
        // 20 and 10 people make 30: (24 + 6) visits in 300 months.
        assertThat(rates.expected(months(medicaid, 10))).isEqualByComparingTo("1");
        assertThat(rates.expected(months(other, 10))).isEqualByComparingTo("1");
        assertThat(rates.rate(rates.model().cell(other)).group()).isEqualTo(new RiskCell("18-64", "F", RiskCell.ALL));
    }

    @Test
    void oneSmallCellAloneJoinsTheSmallestLargeGroupOfItsAge() {
        int women = cell(0, 0, LineOfBusiness.COMMERCIAL);
        int men = cell(0, 1, LineOfBusiness.COMMERCIAL);
        int unknownSex = cell(0, OTHER_SEX, LineOfBusiness.COMMERCIAL);
        int old = cell(1, 0, LineOfBusiness.MEDICARE_FFS);
        ExpectedRates rates = new ExpectedRates(
                model(30, List.of()),
                Map.of(
                        women, sums(50, "60", "600"),
                        men, sums(49, "27", "540"),
                        unknownSex, sums(1, "3", "60"),
                        old, sums(1000, "900", "1000")));
        // It joins the men of its age: 30 visits in 600 months. The women keep their rate.
        assertThat(rates.expected(months(unknownSex, 4))).isEqualByComparingTo("0.2");
        assertThat(rates.expected(months(men, 4))).isEqualByComparingTo("0.2");
        assertThat(rates.expected(months(women, 4))).isEqualByComparingTo("0.4");
    }

    @Test
    void aCellThatNobodyOfTheProgramIsInStillHasARate() {
        int women = cell(0, 0, LineOfBusiness.COMMERCIAL);
        ExpectedRates rates = new ExpectedRates(model(30, List.of()), Map.of(women, sums(50, "60", "600")));
        assertThat(rates.expected(months(cell(1, 1, LineOfBusiness.CHIP), 10))).isEqualByComparingTo("1");
    }

    @Test
    void aProgramOfNobodyExpectsNothing() {
        ExpectedRates rates = new ExpectedRates(model(30, List.of()), Map.of());
        assertThat(rates.expected(months(3, 10))).isEqualByComparingTo("0");
    }

    @Test
    void suppliedRatesWinAndTheFirstThatFitsCounts() {
        RiskModel supplied = model(
                30,
                List.of(
                        new Supplied(new RiskCell("65+", RiskCell.ALL, "MEDICARE_FFS"), new BigDecimal("0.07")),
                        new Supplied(new RiskCell("65+", RiskCell.ALL, RiskCell.ALL), new BigDecimal("0.05")),
                        new Supplied(new RiskCell(RiskCell.ALL, RiskCell.ALL, RiskCell.ALL), new BigDecimal("0.02"))));
        int medicare = cell(1, 1, LineOfBusiness.MEDICARE_FFS);
        ExpectedRates rates = new ExpectedRates(supplied, Map.of(medicare, sums(5000, "5000", "5000")));
        assertThat(rates.expected(months(medicare, 100))).isEqualByComparingTo("7");
        assertThat(rates.expected(months(cell(1, 1, LineOfBusiness.COMMERCIAL), 100)))
                .isEqualByComparingTo("5");
        assertThat(rates.expected(months(cell(0, 1, LineOfBusiness.COMMERCIAL), 100)))
                .isEqualByComparingTo("2");
    }

    @Test
    void theProgramExpectsWhatItObservedAndPartsAddUpExactly() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Map<Integer, ReferenceSums> counted = new TreeMap<>();
            for (int i = 0; i < 12; i++) {
                counted.merge(
                        random.nextInt(60),
                        new ReferenceSums(
                                1 + random.nextInt(40),
                                BigDecimal.valueOf(random.nextInt(90)),
                                BigDecimal.valueOf(12 + random.nextInt(400))),
                        ReferenceSums::plus);
            }
            List<Integer> order = new ArrayList<>(counted.keySet());
            Collections.shuffle(order, random);
            ExpectedRates rates = new ExpectedRates(model(1 + random.nextInt(60), List.of()), counted);
            RiskMonths all = RiskMonths.NONE;
            BigDecimal parts = BigDecimal.ZERO;
            BigDecimal observed = BigDecimal.ZERO;
            long exposure = 0;
            for (int number : order) {
                RiskMonths own = months(number, counted.get(number).exposure().intValueExact());
                all = all.plus(own);
                parts = parts.add(rates.expected(own));
                observed = observed.add(counted.get(number).observation());
                exposure += counted.get(number).exposure().longValueExact();
            }
            assertThat(rates.expected(all)).as("seed %d", seed).isEqualByComparingTo(parts);
            // A rate of six decimals is off by at most half a millionth a month.
            assertThat(parts.subtract(observed).abs())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(BigDecimal.valueOf(exposure).multiply(new BigDecimal("0.0000005")));
        }
    }
}
