package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.stratify.CostPeople.CONTEXT;
import static org.mcpstrata.stratify.CostPeople.COST;
import static org.mcpstrata.stratify.CostPeople.STRATIFIERS;
import static org.mcpstrata.stratify.CostPeople.month;
import static org.mcpstrata.stratify.CostPeople.person;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;

class CostAggregationTest {
    private static final Practice FIRST = new Practice("PR1", "", "", "CO", 2, "STANDARD");
    private static final Practice SECOND = new Practice("PR2", "", "", "CO", 2, "FQHC");
    private static final Practice THIRD = new Practice("PR3", "", "", "NM", 1, "STANDARD");
    private static final PersonCost.Month PAID = new PersonCost.Month("PR1", "COMMERCIAL", new BigDecimal("100"), 0);
    private static final CellAggregation CELLS = new CellAggregation(STRATIFIERS, StoryPeople.PERIOD, List.of(COST));

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = CostPeople.spark();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** Rows of a year and of its change since the year before. */
    private static List<TableRow> rows(List<PersonVerdicts> people, List<PersonVerdicts> before) {
        Costs costs = CostPeople.costs(spark, STRATIFIERS, people, 1);
        GatheredCells now = CELLS.gather(counted(people, 1).map(CellCounter::partial), costs, "MCP");
        Costs costsBefore = new CostAggregation(STRATIFIERS, List.of(COST))
                .costs(counted(before, 2).map(CellCounter::book), costs);
        Cells then =
                CELLS.rollUp(CellAggregation.parts(counted(before, 2).map(CellCounter::partial), costsBefore), now);
        return new StratifiedResult(CONTEXT, STRATIFIERS, List.of(COST), now.rolledUp(), Optional.of(then))
                .rows()
                .toList();
    }

    private static JavaRDD<CellCounter> counted(List<PersonVerdicts> people, int partitions) {
        return CostPeople.counted(spark, STRATIFIERS, people, partitions);
    }

    private static List<TableRow> rows(List<PersonVerdicts> people, int partitions) {
        return CostPeople.rows(spark, people, partitions);
    }

    private static TableRow row(List<TableRow> rows, String rate, String entity, String scope) {
        return rows.stream()
                .filter(row -> row.text("rate_id").equals(rate))
                .filter(row -> row.text("entity_id").equals(entity))
                .filter(row -> row.text("payer_scope").equals(scope))
                .filter(row -> row.text("stratifier_id").equals("TOTAL"))
                .findFirst()
                .orElseThrow();
    }

    /** Four priced months of payer alpha, 100, 200, 300 and 1000, and one of beta. */
    private static List<PersonVerdicts> few() {
        return List.of(
                person("P1", FIRST, List.of(month(1, "alpha", SECOND, "100"), month(2, "alpha", FIRST, "200"))),
                person("P2", FIRST, List.of(month(1, "alpha", FIRST, "300"), month(2, "alpha", FIRST, null))),
                person("P3", THIRD, List.of(month(5, "alpha", THIRD, "1000"), month(6, "beta", THIRD, "10"))));
    }

    @Test
    void costsAreWinsorisedWithinThePayerAveragedAndOverThePayersMean() {
        List<TableRow> rows = rows(few(), 2);
        // Nearest rank of the 75th percentile of four months is the third: 300. Mean of 100, 200, 300, 300 is 225.
        TableRow dollars = row(rows, "risk adjusted", "MCP", "payer:alpha");
        assertThat(dollars.decimal("observation_sum")).isEqualByComparingTo("900");
        assertThat(dollars.decimal("exposure")).isEqualByComparingTo("4");
        assertThat(dollars.statistic("value")).isCloseTo(225, within(1e-9));
        // (200 + 300) / 225 over two months.
        TableRow first = row(rows, "index", "PR1", "ALL");
        assertThat(first.statistic("value")).isCloseTo(500.0 / 225 / 2, within(1e-6));
        assertThat(row(rows, "index", "MCP", "payer:beta").statistic("value")).isEqualTo(1.0);
        assertThat(row(rows, "allowed amounts", "MCP", "payer:alpha").statistic("value"))
                .isEqualTo(400.0);
    }

    @Test
    void aPayerThatAllowedNothingHasNoCostAndNoIndexOfOne() {
        List<PersonVerdicts> people = new ArrayList<>(few());
        people.add(person("P4", THIRD, List.of(month(1, "gamma", THIRD, "0"), month(2, "gamma", THIRD, "0"))));
        List<TableRow> rows = rows(people, 2);
        for (String rate : List.of("allowed amounts", "risk adjusted", "index")) {
            TableRow unpriced = row(rows, rate, "MCP", "payer:gamma");
            assertThat(unpriced.statistic("value")).as(rate).isNull();
            assertThat(unpriced.list("quality_rules")).as(rate).containsExactly("NO_COST");
        }
        assertThat(row(rows, "index", "MCP", "ALL").decimal("exposure"))
                .as("months of payers with prices")
                .isEqualByComparingTo("5");
    }

    @Test
    void monthsGoToTheirOwnPracticeAndPeopleToTheirs() {
        List<TableRow> rows = rows(few(), 3);
        TableRow left = row(rows, "allowed amounts", "PR2", "ALL");
        assertThat(left.decimal("observation_sum")).isEqualByComparingTo("100");
        assertThat(left.count("performance_denominator")).isZero();
        assertThat(row(rows, "allowed amounts", "PR1", "ALL").count("performance_denominator"))
                .isEqualTo(2);
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        assertThat(laws.laws()).isNotEmpty().allMatch(Law::holds);
    }

    @Test
    void dollarsOfSeveralPayersAreNotAveraged() {
        TableRow everybody = row(rows(few(), 1), "risk adjusted", "MCP", "ALL");
        assertThat(everybody.statistic("value")).isNull();
        assertThat(everybody.list("quality_rules")).containsExactly("PAYERS_POOLED");
        assertThat(everybody.decimal("observation_sum")).isEqualByComparingTo("910");
    }

    @Test
    void thePracticeIsMarkedAsScoredByItsTrackAndTypeAndComputedInAnyCase() {
        List<TableRow> rows = rows(few(), 1);
        assertThat(row(rows, "index", "PR1", "ALL").flag("scored")).isTrue();
        assertThat(row(rows, "index", "PR2", "ALL").flag("scored")).isFalse();
        assertThat(row(rows, "index", "PR3", "ALL").flag("scored")).isFalse();
        assertThat(row(rows, "index", "MCP", "ALL").value("scored")).isNull();
    }

    @Test
    void anImprovementComparesTheIndexOfTwoYears() {
        List<PersonVerdicts> before = List.of(
                person("P1", FIRST, List.of(month(1, "alpha", FIRST, "300"), month(2, "alpha", FIRST, "300"))),
                person("P3", THIRD, List.of(month(5, "alpha", THIRD, "100"), month(6, "alpha", THIRD, "100"))));
        List<TableRow> rows = rows(few(), before);
        // Index 500/225/2 after 600/225/2: both over the mean of the period.
        double expected = 1 - 500.0 / 600;
        assertThat(row(rows, "improvement", "PR1", "ALL").statistic("value")).isCloseTo(expected, within(1e-6));
        TableRow without = row(rows, "improvement", "PR2", "ALL");
        assertThat(without.statistic("value")).isNull();
        assertThat(without.list("quality_rules")).containsExactly("NO_BASELINE");
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        assertThat(laws.laws()).allMatch(Law::holds);
    }

    @Test
    void whatAWholePayerSavedIsAnImprovementOfThePayer() {
        List<PersonVerdicts> before = List.of(
                person("P1", FIRST, List.of(month(1, "alpha", SECOND, "200"), month(2, "alpha", FIRST, "250"))),
                person("P2", FIRST, List.of(month(1, "alpha", FIRST, "300"), month(2, "alpha", FIRST, "250"))));
        List<TableRow> rows = rows(few(), before);
        // 225 a month after 250.
        assertThat(row(rows, "improvement", "MCP", "payer:alpha").statistic("value"))
                .isCloseTo(1 - 225.0 / 250, within(1e-6));
        TableRow unknown = row(rows, "improvement", "MCP", "payer:beta");
        assertThat(unknown.statistic("value")).isNull();
        assertThat(unknown.list("quality_rules")).containsExactly("NO_BASELINE");
    }

    @Test
    void aRiskCellThatIsEmptyThisYearIsAdjustedByThoseAroundIt() {
        PayerCosts costs = new PayerCosts();
        costs.add(new PersonCost("TPCC", "alpha", 0, null, List.of(PAID)));
        PayerScale scale = PayerScale.of(COST.risk(), costs);
        for (int cell = 0; cell < COST.risk().numbers(); cell++) {
            PersonCost cost = new PersonCost("TPCC", "alpha", cell, null, List.of(PAID));
            assertThat(scale.adjusted(scale.risk(cost), PAID))
                    .as("cell %s", cell)
                    .isEqualByComparingTo("100");
        }
        assertThat(scale.risk(new PersonCost("TPCC", "alpha", 0, new BigDecimal("3"), List.of(PAID))))
                .as("a score where nobody has one this year")
                .isEqualByComparingTo("1");
    }

    @Test
    void withoutAYearBeforeThereIsNoRowOfImprovement() {
        StratifiedResult result = CostPeople.result(spark, STRATIFIERS, few(), 1);
        assertThat(result.rows().toList()).noneMatch(row -> row.text("rate_id").equals("improvement"));
        assertThat(result.ratesWithoutBaseline()).containsExactly("TPCC improvement");
    }

    @Test
    void costsDoNotDependOnPartitionsOrOrderAndAddUp() {
        Random random = new Random(11);
        List<Practice> practices = List.of(FIRST, SECOND, THIRD);
        List<PersonVerdicts> crowd = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            List<BeneficiaryMonth> months = new ArrayList<>();
            for (int month = 1; month <= 1 + random.nextInt(12); month++) {
                months.add(month(
                        month,
                        random.nextBoolean() ? "alpha" : "beta",
                        practices.get(random.nextInt(3)),
                        random.nextInt(20) == 0 ? null : random.nextInt(5000) / 10 + ".5"));
            }
            crowd.add(person("P" + (100 + i), practices.get(random.nextInt(3)), months));
        }
        List<TableRow> expected = rows(crowd, 1);
        List<PersonVerdicts> shuffled = new ArrayList<>(crowd);
        Collections.shuffle(shuffled, random);
        assertThat(rows(shuffled, 5)).isEqualTo(expected);
        StratifyLaws laws = new StratifyLaws();
        expected.forEach(laws::add);
        assertThat(laws.laws()).allMatch(Law::holds);
        TableRow index = row(expected, "index", "MCP", "payer:alpha");
        assertThat(index.statistic("value")).isCloseTo(1, within(1e-6));
    }
}
