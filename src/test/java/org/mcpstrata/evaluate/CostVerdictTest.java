package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;

/** What the cost measure says of a person with the prices that a payer sent. */
class CostVerdictTest {
    private static final String PAYER = "north";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();
    private final Story person = Story.born("1970-05-01")
            .covered(LineOfBusiness.COMMERCIAL, "2025-01-01", "2025-12-31")
            .attributed(1)
            .attributed(2);

    private void line(String claim, int number, String claimStatus, String day, String allowed) {
        List<Object> columns = new ArrayList<>(List.of(
                "claim_id", claim, "claim_line_number", number, "claim_type", "institutional", "record_version", 0));
        columns.addAll(List.of("adjustment_type", "ORIGINAL", "claim_start_date", day, "claim_end_date", day));
        columns.addAll(List.of("claim_status", claimStatus, "line_status", "paid"));
        if (allowed != null) {
            columns.addAll(List.of("allowed_amount", allowed));
        }
        delivered.add(rows.row(Table.MEDICAL_CLAIM, PAYER, "m1", columns.toArray()));
    }

    private PersonVerdicts judged() {
        return Shipped.EVALUATOR.judge(person.person(), delivered);
    }

    private Verdict verdict() {
        return judged().verdicts().stream()
                .filter(verdict -> verdict.measureId().equals("TPCC"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dollarsAreThoseOfTheAttributedMonths() {
        line("a", 1, "paid", "2025-01-31", "70.50");
        line("b", 1, "paid", "2025-02-28", "30");
        line("c", 1, "paid", "2025-03-01", "999");

        assertThat(verdict().initialPopulation()).isTrue();
        assertThat(verdict().observation()).isEqualByComparingTo("100.50");
        assertThat(verdict().exposure()).isEqualByComparingTo("2");
        assertThat(verdict().sufficiency()).isEqualTo(Sufficiency.SUFFICIENT);
        assertThat(judged().months()).hasSize(2);
    }

    @Test
    void aMonthWithAnUnpricedClaimIsNoFreeMonth() {
        line("a", 1, "paid", "2025-01-31", "70");
        line("b", 1, "paid", "2025-02-28", null);

        assertThat(verdict().observation()).isEqualByComparingTo("70");
        assertThat(verdict().exposure()).isEqualByComparingTo("1");
        assertThat(verdict().sufficiency()).isEqualTo(Sufficiency.PARTIAL);
    }

    @Test
    void withoutAnyPriceNothingIsKnownOfTheCost() {
        line("a", 1, "paid", "2025-01-31", null);
        line("b", 1, "paid", "2025-02-28", null);

        assertThat(verdict().observation()).isEqualByComparingTo("0");
        assertThat(verdict().exposure()).isEqualByComparingTo("0");
        assertThat(verdict().sufficiency()).isEqualTo(Sufficiency.NONE);
    }

    @Test
    void aHeaderThatDeniesAClaimDeniesThePricesOfItsLines() {
        line("a", 0, "denied", "2025-01-31", null);
        line("a", 1, "paid", "2025-01-31", "70");

        assertThat(verdict().observation()).isEqualByComparingTo("0");
        assertThat(verdict().exposure()).isEqualByComparingTo("2");
    }

    @Test
    void whomNobodyIsAttributedCostsNobodyAnything() {
        Story unattributed = Story.born("1970-05-01").covered(LineOfBusiness.COMMERCIAL, "2025-01-01", "2025-12-31");
        line("a", 1, "paid", "2025-01-31", "70");

        Verdict verdict = Shipped.EVALUATOR.evaluate(unattributed.person(), delivered).stream()
                .filter(each -> each.measureId().equals("TPCC"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.initialPopulation()).isFalse();
        assertThat(verdict.observation()).isEqualByComparingTo("0");
        assertThat(verdict.exposure()).isEqualByComparingTo("0");
    }
}
