package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class BeneficiaryMonthsTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    private static final Practice FIRST = new Practice("A", "", "", "CO", 2, "STANDARD");
    private static final Practice SECOND = new Practice("B", "", "", "CO", 3, "STANDARD");

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();
    private final List<CoverageSpan> coverage = new ArrayList<>();
    private final Map<Integer, Practice> attributed = new TreeMap<>();
    private List<CostRule.Price> prices = List.of(CostRule.Price.ALLOWED_AMOUNT);

    BeneficiaryMonthsTest() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2025-01-01", "2025-12-31");
        for (int month = 1; month <= 6; month++) {
            attributed.put(month, month < 4 ? FIRST : SECOND);
        }
    }

    private void covered(String payer, LineOfBusiness line, String from, String to) {
        coverage.add(new CoverageSpan(payer, line, LocalDate.parse(from), LocalDate.parse(to)));
    }

    private void line(String payer, String claim, int number, String day, String allowed, String... more) {
        List<Object> columns = new ArrayList<>(List.of(
                "claim_id", claim, "claim_line_number", number, "claim_type", "professional", "record_version", 0));
        columns.addAll(List.of("adjustment_type", "ORIGINAL"));
        columns.addAll(List.of("claim_start_date", day, "claim_end_date", day));
        if (allowed != null) {
            columns.addAll(List.of("allowed_amount", allowed));
        }
        List<String> words = List.of(more);
        columns.addAll(words);
        if (!words.contains("claim_status")) {
            columns.addAll(List.of("claim_status", "paid"));
        }
        if (!words.contains("line_status")) {
            columns.addAll(List.of("line_status", "paid"));
        }
        delivered.add(rows.row(Table.MEDICAL_CLAIM, payer, "m", columns.toArray()));
    }

    private void line(String claim, int number, String day, String allowed, String... more) {
        line(TestRows.PLAN, claim, number, day, allowed, more);
    }

    private List<BeneficiaryMonth> months() {
        return costs().of(person(), delivered);
    }

    private BeneficiaryMonths costs() {
        return new BeneficiaryMonths("TPCC", new CostRule(prices, new BigDecimal("99"), null, ""), PERIOD);
    }

    private Person person() {
        return new PersonDraft("P1")
                .born(LocalDate.of(1970, 5, 1))
                .livingIn("CO")
                .covered(coverage)
                .at(FIRST)
                .attributed(attributed)
                .build();
    }

    private BeneficiaryMonth month(int number) {
        return months().stream()
                .filter(month -> month.month() == number)
                .reduce((a, b) -> {
                    throw new AssertionError("the month is there twice");
                })
                .orElseThrow();
    }

    @Test
    void amonthIsOfThePracticeAndPayerOfItsFifteenthDayAndCostsZeroWithoutClaims() {
        assertThat(months()).hasSize(6);
        assertThat(month(3).practice()).isEqualTo(FIRST);
        assertThat(month(4).practice()).isEqualTo(SECOND);
        assertThat(month(4).dollars()).isEqualByComparingTo("0");
        assertThat(month(4).lineOfBusiness()).isEqualTo(LineOfBusiness.COMMERCIAL);
    }

    @Test
    void monthsNobodyIsAttributedInOrThatThePayerDoesNotCoverCostNothingToAnyone() {
        coverage.clear();
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2025-02-16", "2025-12-31");
        line("c1", 1, "2025-02-20", "70");
        line("c2", 1, "2025-08-20", "90");
        assertThat(months()).extracting(BeneficiaryMonth::month).containsExactly(3, 4, 5, 6);
        assertThat(months()).allMatch(month -> month.dollars().signum() == 0);
    }

    @Test
    void allowedAmountsOfAMonthAddUpWhateverWasPaid() {
        line("c1", 1, "2025-02-03", "100.10", "line_status", "paid");
        line("c1", 2, "2025-02-03", "20.05");
        line("c2", 1, "2025-02-28", "0.85");
        line("c3", 1, "2025-03-01", "7");
        assertThat(month(2).dollars()).isEqualByComparingTo("121.00");
        assertThat(month(3).dollars()).isEqualByComparingTo("7");
    }

    @Test
    void deniedLinesAndClaimsDoNotCost() {
        line("c1", 1, "2025-02-03", "100", "line_status", "denied");
        line("c1", 2, "2025-02-03", "30");
        line("c2", 1, "2025-02-03", null, "claim_status", "denied");
        assertThat(month(2).dollars()).isEqualByComparingTo("30");
        assertThat(month(2).unpricedLines()).isZero();
    }

    @Test
    void aLineWithoutAPriceMakesTheMonthOneWithoutAPrice() {
        line("c1", 1, "2025-02-03", "100");
        line("c1", 2, "2025-02-03", null);
        assertThat(month(2).dollars()).isNull();
        assertThat(month(2).unpricedLines()).isEqualTo(1);
        assertThat(month(3).dollars()).isNotNull();
    }

    @Test
    void aPaidAmountIsNoPriceUnlessTheMeasureSaysSo() {
        line("c1", 1, "2025-02-03", null, "hcpcs_code", "99213");
        delivered.replaceAll(row -> rows.row(
                Table.MEDICAL_CLAIM,
                TestRows.PLAN,
                "m",
                "claim_id",
                "c1",
                "claim_line_number",
                1,
                "claim_type",
                "professional",
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "claim_start_date",
                "2025-02-03",
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                "55"));
        assertThat(month(2).dollars()).isNull();
        prices = List.of(CostRule.Price.ALLOWED_AMOUNT, CostRule.Price.PAID_AMOUNT);
        assertThat(month(2).dollars()).isEqualByComparingTo("55");
    }

    @Test
    void theHeadersAmountCountsOnlyWhereNoLineHasOne() {
        line("c1", 0, "2025-02-03", "900");
        line("c1", 1, "2025-02-03", null);
        line("c2", 0, "2025-03-03", "900");
        line("c2", 1, "2025-03-03", "400");
        assertThat(month(2).dollars()).isEqualByComparingTo("900");
        assertThat(month(3).dollars()).isEqualByComparingTo("400");
    }

    @Test
    void aClaimThatComesToNothingHasNoPriceButAFreeLineBesideOthersIsFree() {
        line("capitated", 1, "2025-02-03", "0.00");
        line("bundled", 1, "2025-03-03", "0.00");
        line("bundled", 2, "2025-03-03", "80");
        assertThat(month(2).dollars()).isNull();
        assertThat(month(3).dollars()).isEqualByComparingTo("80");
    }

    @Test
    void aQualityCodeIsNoServiceToPay() {
        line("c1", 1, "2025-02-03", "0.00", "hcpcs_code", "3074F");
        assertThat(month(2).dollars()).isEqualByComparingTo("0");
    }

    @Test
    void aClaimOfQualityCodesAloneLeavesTheMonthItsPrice() {
        line("visit", 1, "2025-02-03", "100.00", "hcpcs_code", "99213");
        line("report", 1, "2025-02-03", "0.00", "hcpcs_code", "G8752");
        line("report", 2, "2025-02-03", "0.00", "hcpcs_code", "M1211");
        assertThat(month(2).dollars()).isEqualByComparingTo("100");
    }

    @Test
    void twoPayersOfOneMonthEachHaveTheirOwnMonthAndClaims() {
        covered(TestRows.STATE, LineOfBusiness.MEDICAID_FFS, "2025-01-01", "2025-02-28");
        line(TestRows.STATE, "c1", 1, "2025-02-03", "40");
        line("c2", 1, "2025-02-03", "60");
        assertThat(months()).hasSize(8);
        assertThat(months().stream()
                        .filter(month -> month.month() == 2)
                        .map(month -> month.payerId() + " "
                                + month.dollars().stripTrailingZeros().toPlainString()))
                .containsExactly("plan 60", "state-medicaid 40");
    }

    @Test
    void theLinesShownAreThoseThatWereAddedUpAndNoOthers() {
        line("c1", 1, "2025-02-03", "100.10", "hcpcs_code", "99213");
        line("c1", 2, "2025-02-03", "20", "line_status", "denied");
        line("c2", 0, "2025-03-03", "900");
        line("c2", 1, "2025-03-03", null);
        line("c3", 1, "2025-04-03", null);
        line("not attributed", 1, "2025-08-03", "7");
        line("another year", 1, "2024-02-03", "7");
        line(TestRows.STATE, "not covered", 1, "2025-02-03", "7");

        List<PricedLine> lines = costs().lines(person(), delivered);

        assertThat(lines)
                .extracting(PricedLine::month, PricedLine::service, PricedLine::dollars)
                .containsExactly(
                        tuple(2, "99213", new BigDecimal("100.10")),
                        tuple(3, "", new BigDecimal("900.00")),
                        tuple(4, "", null));
        assertThat(lines).extracting(PricedLine::claimType).containsOnly("professional");
        assertThat(lines.get(1).source()).isEqualTo(delivered.get(2).provenance());
        for (BeneficiaryMonth month : months()) {
            List<BigDecimal> prices = lines.stream()
                    .filter(line -> line.month() == month.month())
                    .map(PricedLine::dollars)
                    .toList();
            if (month.dollars() == null) {
                assertThat(prices).containsNull();
            } else {
                assertThat(prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(month.dollars());
            }
        }
    }

    @Test
    void thePayersScoreForTheYearAndNoOther() {
        score(TestRows.PLAN, 2024, "9");
        score(TestRows.STATE, 2025, "8");
        assertThat(month(1).score()).isNull();
        score(TestRows.PLAN, 2025, "1.25");
        assertThat(month(1).score()).isEqualByComparingTo("1.25");
    }

    private void score(String payer, int year, String score) {
        delivered.add(rows.row(Table.RISK_SCORE, payer, "m", "model", "CMS-HCC", "year", year, "score", score));
    }
}
