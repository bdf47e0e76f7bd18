package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;

/** Whose patient somebody is (founding decision 5). */
class PracticeOfAPersonTest extends ResolvedPerson {
    @Test
    void practiceOfTheLastCoveredDayCounts() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-09-30");
        attributed(PLAN, "A", "2025-01-01", "2025-06-30");
        attributed(PLAN, "B", "2025-07-01", "2025-09-30");
        attributed(PLAN, "C", "2025-10-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void latestAttributionInsideThePeriodStandsInWhereTheLastDayHasNone() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-01-01", "2025-03-31");
        attributed(PLAN, "B", "2025-04-01", "2025-05-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void practiceNamedForMoreMonthsBeatsThePayerOrder() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-11-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");
        policy = PersonPolicy.standard().withPayerOrder(List.of(PLAN, STATE));

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void payerOrderThenTheSmallerIdBreaksEqualMonths() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "Z", "2025-01-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
        policy = PersonPolicy.standard().withPayerOrder(List.of(PLAN, STATE));
        assertThat(person().practice().id()).isEqualTo("Z");
    }

    @Test
    void monthsOfCostGoToThePracticeOfTheirFifteenthDay() {
        attributed(PLAN, "A", "2025-01-01", "2025-02-14");
        attributed(PLAN, "B", "2025-02-15", "2025-03-31");

        assertThat(new PersonResolver(PERIOD, DROPS, policy)
                        .resolve("P1", delivered)
                        .monthlyPractices())
                .hasSize(3)
                .satisfies(months -> assertThat(months.get(1).id()).isEqualTo("A"))
                .satisfies(months -> assertThat(months.get(2).id()).isEqualTo("B"))
                .satisfies(months -> assertThat(months.get(3).id()).isEqualTo("B"));
    }

    @Test
    void laterSpanOfOnePayerEndsItsEarlierOpenOne() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-01-01", "9999-12-31");
        attributed(PLAN, "B", "2025-10-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void unattributedPersonBelongsToTheStateOfResidence() {
        resident("2025-06-01", "NM");
        attributed(PLAN, "A", "2024-01-01", "2024-12-31");

        assertThat(person().practice()).isEqualTo(Practice.unattributed("NM"));
    }

    @Test
    void practiceOfAPatientRecordIsDescribedByTheDirectory() {
        delivered.add(rows.row(Table.PATIENT, CLINIC, "c", "practice_id", "A"));
        Practice described = new Practice("A", "East", "", "CO", 2, "FQHC");

        assertThat(person().practice().state()).isEqualTo("UNKNOWN");
        policy = policy.withPractices(new TreeMap<>(java.util.Map.of("A", described)));
        assertThat(person().practice()).isEqualTo(described);
    }
}
