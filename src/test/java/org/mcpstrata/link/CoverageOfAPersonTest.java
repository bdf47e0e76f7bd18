package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;
import static org.mcpstrata.model.TestRows.VENDOR;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/** Days, months and payer scopes of coverage. */
class CoverageOfAPersonTest extends ResolvedPerson {
    @Test
    void monthRowsBecomeOneSpanWithoutADayMore() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-01-31");
        covered(PLAN, "COMMERCIAL", "2025-02-01", "2025-02-28");
        covered(PLAN, "COMMERCIAL", "2025-04-01", "2025-04-30");

        assertThat(person().coverage())
                .containsExactly(
                        span(PLAN, LineOfBusiness.COMMERCIAL, "2025-01-01", "2025-02-28"),
                        span(PLAN, LineOfBusiness.COMMERCIAL, "2025-04-01", "2025-04-30"));
        assertThat(person().memberMonths()).isEqualTo(3);
        assertThat(counts().laws()).allMatch(Law::holds);
        assertThat(counts().mergedDays()).isEqualTo(31 + 28 + 30);
    }

    @Test
    void twoPayersOfOneDayStayTwoSpansAndOneMemberMonth() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        covered(STATE, "MEDICAID", "2025-06-01", "2025-12-31");

        assertThat(person().coverage()).hasSize(2);
        assertThat(person().memberMonths()).isEqualTo(12);
        assertThat(person().payerScopes())
                .containsExactly("MEDICAID_FFS", "MEDICARE_FFS", "payer:medicare-ffs", "payer:state-medicaid");
    }

    @Test
    void coverageForPharmacyOnlyOrWithdrawnCoversNoDay() {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                PLAN,
                "m",
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "2025-12-31",
                "medical_coverage",
                false));
        covered(PLAN, "COMMERCIAL", "2025-03-01", "2025-02-28");

        assertThat(person().coverage()).isEmpty();
        assertThat(person().payerScopes()).isEmpty();
        assertThat(person().memberMonths()).isZero();
        assertThat(counts().laws()).allMatch(Law::holds);
    }

    @Test
    void payerWithoutCoverageRowsCountsByItsDropAndARegistryByNothing() {
        delivered.add(rows.row(Table.PATIENT, PLAN, "m", "birth_date", "1960-01-01"));
        delivered.add(rows.row(Table.PATIENT, VENDOR, "v", "birth_date", "1960-01-01"));

        assertThat(person().payerScopes()).containsExactly("COMMERCIAL", "payer:plan");
        assertThat(person().linesWithoutCoverage())
                .containsOnly(entry(PLAN, new TreeSet<>(Set.of(LineOfBusiness.COMMERCIAL))));
        assertThat(person().memberMonths()).isZero();
    }

    @Test
    void dropThatSpeaksOfSomebodyByRowsThatDoNotCountMakesThemAMember() {
        Person person = new PersonResolver(PERIOD, DROPS, policy)
                .settle(
                        "P1",
                        List.of(new Member(FFS, "m"), new Member(VENDOR, "v")),
                        List.of(),
                        List.of(
                                new Mention(FFS, TestRows.FIRST, Table.PHARMACY_CLAIM),
                                new Mention(VENDOR, TestRows.FIRST, Table.OBSERVATION)))
                .person();

        assertThat(person.payerScopes()).containsExactly("MEDICARE_FFS", "payer:medicare-ffs");
        assertThat(person.linesWithoutCoverage()).containsOnlyKeys(FFS);
        assertThat(person.dualStatus()).as("some evidence of Medicare").isEqualTo("UNKNOWN");
    }

    @Test
    void lineOfADropIsNotAskedWhereThePayerSentCoverageRows() {
        covered(PLAN, "COMMERCIAL", "2024-01-01", "2024-12-31");
        delivered.add(rows.row(Table.PATIENT, PLAN, "m", "birth_date", "1960-01-01"));

        assertThat(person().linesWithoutCoverage()).isEmpty();
    }

    @Test
    void coverageOutsideThePeriodIsNoMembership() {
        covered(PLAN, "COMMERCIAL", "2024-01-01", "2024-12-31");
        covered(STATE, "MEDICAID_FFS", "2025-12-31", "9999-12-31");

        assertThat(person().payerScopes()).containsExactly("MEDICAID_FFS", "payer:state-medicaid");
        assertThat(person().memberMonths()).isZero();
    }
}
