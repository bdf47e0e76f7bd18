package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Amounts;
import org.mcpstrata.model.Verdict.Sufficiency;
import org.mcpstrata.time.MeasurementPeriod;

class PaidVisitsTest {
    private static final MeasurementPeriod YEAR = new MeasurementPeriod(2025);

    @Test
    void aMonthBelongsToThePayerThatCoveredItAndNoOther() {
        Person person = person(
                span("bluestone", LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-02-28"),
                span("medicare", LineOfBusiness.MEDICARE_FFS, "2025-03-01", "9999-12-31"));

        Map<String, Amounts> amounts = new PaidVisits(person, YEAR).byScope(List.of(), List.of());

        assertThat(amounts.get("COMMERCIAL").exposure()).isEqualByComparingTo("2");
        assertThat(amounts.get("payer:bluestone").exposure()).isEqualByComparingTo("2");
        assertThat(amounts.get("MEDICARE_FFS").exposure()).isEqualByComparingTo("10");
        assertThat(amounts.get("payer:medicare").exposure()).isEqualByComparingTo("10");
    }

    @Test
    void aMonthUnderTwoPayersCountsForBoth() {
        Person dual = person(
                span("medicare", LineOfBusiness.MEDICARE_FFS, "2025-01-01", "2025-12-31"),
                span("state", LineOfBusiness.MEDICAID_FFS, "2025-06-01", "2025-12-31"));

        Map<String, Amounts> amounts = new PaidVisits(dual, YEAR).byScope(List.of(), List.of());

        assertThat(amounts.get("MEDICARE_FFS").exposure()).isEqualByComparingTo("12");
        assertThat(amounts.get("MEDICAID_FFS").exposure()).isEqualByComparingTo("7");
    }

    @Test
    void aScopeThePersonIsNotInHasNoneOfTheVisits() {
        Verdict verdict = new Verdict(
                "EDU",
                "with outliers",
                true,
                true,
                false,
                false,
                false,
                new BigDecimal("3"),
                new BigDecimal("12"),
                Map.of("COMMERCIAL", new Amounts(new BigDecimal("1"), new BigDecimal("2"))),
                null,
                List.of(),
                List.of(),
                Sufficiency.SUFFICIENT);

        assertThat(verdict.inScope("COMMERCIAL").observation()).isEqualByComparingTo("1");
        assertThat(verdict.inScope("COMMERCIAL").exposure()).isEqualByComparingTo("2");
        assertThat(verdict.inScope("MEDICARE_FFS").observation()).isEqualByComparingTo("0");
        assertThat(verdict.observation()).isEqualByComparingTo("3");
    }

    private static CoverageSpan span(String payer, LineOfBusiness line, String start, String end) {
        return new CoverageSpan(payer, line, LocalDate.parse(start), LocalDate.parse(end));
    }

    private static Person person(CoverageSpan... spans) {
        Set<String> scopes = new TreeSet<>();
        for (CoverageSpan span : spans) {
            scopes.add(span.lineOfBusiness().name());
            scopes.add("payer:" + span.payerId());
        }
        return new PersonDraft("P0000000000000001")
                .born(LocalDate.of(1950, 1, 1))
                .covered(List.of(spans))
                .scopes(scopes)
                .build();
    }
}
