package org.mcpstrata.measure.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Provenance;

class CostProseTest {
    private final List<BeneficiaryMonth> months = new ArrayList<>();
    private final List<PricedLine> lines = new ArrayList<>();

    private void month(int month, String dollars, int unpriced) {
        months.add(new BeneficiaryMonth(
                "TPCC",
                "plan",
                LineOfBusiness.COMMERCIAL,
                month,
                Practice.undescribed("PRC001"),
                dollars == null ? null : new BigDecimal(dollars),
                unpriced,
                null));
    }

    private void line(int day, String type, String service, String dollars) {
        lines.add(new PricedLine(
                "plan",
                3,
                type,
                LocalDate.of(2025, 3, day),
                service,
                dollars == null ? null : new BigDecimal(dollars),
                new Provenance("plan", "d1", "claims.csv", 10 + lines.size())));
    }

    private String page() {
        Page page = new Page();
        new CostProse(months, lines, page).explain();
        return page.text();
    }

    @Test
    void monthTellsItsLinesByTypeWithTheirNumberSumAndTheFirstOfThem() {
        month(3, "110.50", 0);
        line(4, "professional", "99213", "70.50");
        line(5, "professional", "", "10");
        line(6, "professional", "", "10");
        line(7, "professional", "", "10");
        line(8, "institutional", "", "10");

        assertThat(page()).isEqualTo("""

                What each beneficiary month adds up, before winsorising
                - plan, month 3, practice PRC001: 110.50 dollars
                  - institutional claims: 1 line, 10
                    - 2025-03-08: 10; plan/d1, claims.csv, line 14
                  - professional claims: 4 lines, 100.50
                    - 2025-03-04: 99213, 70.50; plan/d1, claims.csv, line 10
                    - 2025-03-05: 10; plan/d1, claims.csv, line 11
                    - 2025-03-06: 10; plan/d1, claims.csv, line 12
                      and 1 more
                """);
    }

    @Test
    void monthWithoutAPriceSaysWhichLineHasNone() {
        month(3, null, 1);
        line(4, "professional", "99213", null);

        assertThat(page())
                .contains("no dollars, because 1 counted claim lines have no price", "99213, without a price");
    }

    @Test
    void monthWithoutClaimsCostsNothingAndAPersonWithoutMonthsIsToldSo() {
        assertThat(page()).contains("No month:");
        month(4, "0", 0);

        assertThat(page()).contains("month 4, practice PRC001: 0 dollars").doesNotContain("claims:");
    }
}
