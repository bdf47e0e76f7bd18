package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/** Birth, death and residence, and that a person does not depend on the order of rows. */
class PersonResolverTest extends ResolvedPerson {
    @Test
    void medicaresBirthDateCountsBeforeANewerDropOfAnother() {
        delivered.add(rows.row(Table.PATIENT, FFS, "m", "birth_date", "1950-02-03"));
        delivered.add(rows.inDrop(TestRows.THIRD, Table.PATIENT, PLAN, "p", "birth_date", "1950-02-04"));

        assertThat(person().birthDate()).isEqualTo(LocalDate.of(1950, 2, 3));
    }

    @Test
    void deathThatTheNewestDropNoLongerTellsUnderANewMedicareNumberWasAnError() {
        String old = "1SS1SS1SS11";
        String current = "2SS2SS2SS22";
        delivered.add(rows.row(Table.PATIENT, PLAN, old, "as_of_date", "2025-03-01", "death_date", "2025-02-01"));
        delivered.add(rows.inDrop(TestRows.SECOND, Table.PATIENT, PLAN, current, "as_of_date", "2025-04-01"));
        assertThat(person().death()).isPresent();

        delivered.add(rows.inDrop(TestRows.SECOND, Table.MBI_CROSSWALK, PLAN, old, "mbi", current));
        assertThat(person().death()).isEmpty();
    }

    @Test
    void deathThatTheNewestDropNoLongerTellsWasAnError() {
        delivered.add(rows.row(Table.PATIENT, PLAN, "p", "as_of_date", "2025-03-01", "death_date", "2025-02-01"));
        assertThat(person().death()).isPresent();

        delivered.add(rows.inDrop(TestRows.SECOND, Table.PATIENT, PLAN, "p", "as_of_date", "2025-04-01"));
        assertThat(person().death()).isEmpty();
    }

    @Test
    void residenceIsThatOfThePeriodsEndNotOfALaterMove() {
        resident("2024-06-01", "NM");
        resident("2025-11-01", "CO");
        resident("2026-02-01", "WA");

        assertThat(person().residenceState()).isEqualTo("CO");
    }

    @Test
    void zipCodeOfAnotherStateThanTheNewestOneDoesNotSayWhereSomebodyLives() {
        policy = policy.withGeography(new Geography(Map.of(Area.RURALITY, Map.of("87301", "MICRO", "80202", "METRO"))));
        lives("2025-01-01", "NM", "87301");
        assertThat(person().area(Area.RURALITY)).isEqualTo("MICRO");
        lives("2025-06-01", "CO", null);
        assertThat(person().area(Area.RURALITY)).isEqualTo("NO_INFORMATION");
        lives("2025-05-01", "CO", "80202");
        assertThat(person().area(Area.RURALITY)).isEqualTo("METRO");
        lives("2026-02-01", "NM", "87301");
        assertThat(person().area(Area.RURALITY)).as("moved after the period").isEqualTo("METRO");
    }

    @Test
    void personWithoutAnyFactIsStillAPerson() {
        delivered.add(rows.row(Table.RISK_SCORE, PLAN, "m", "model", "HCC", "year", 2025, "score", "1.0"));

        assertThat(person().birth()).isEmpty();
        assertThat(person().residenceState()).isEqualTo("UNKNOWN");
        assertThat(person().practice().id()).isEqualTo("UNATTRIBUTED-UNKNOWN");
    }

    @Test
    void everyOrderOfRowsGivesTheSamePerson() {
        dual("02", "2025-02-01", "2025-02-28");
        medicare("0", "10");
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");
        attributed(PLAN, "Z", "2025-01-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");
        attributed(STATE, "A", "2025-01-01", "9999-12-31");
        resident("2025-11-01", "CO");
        delivered.add(rows.row(Table.PATIENT, STATE, "s", "birth_date", "1950-02-03", "address_state", "NM"));
        delivered.add(rows.row(Table.PATIENT, PLAN, "p", "birth_date", "1950-02-04", "gender", "male"));
        delivered.add(rows.row(Table.PATIENT, CLINIC, "c", "birth_date", "1950-02-05", "gender", "female"));
        Person expected = person();
        for (long seed = 0; seed < 200; seed++) {
            assertThat(resolve(TestRows.shuffled(delivered, seed)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }
}
