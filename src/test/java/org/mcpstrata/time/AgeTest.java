package org.mcpstrata.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeTest {
    private static final LocalDate LEAP_DAY = LocalDate.of(1960, 2, 29);

    @Test
    void leaplingTurnsSixtyFiveOnFebruary28() {
        assertThat(Age.inYears(LEAP_DAY, LocalDate.of(2025, 2, 27))).isEqualTo(64);
        assertThat(Age.inYears(LEAP_DAY, LocalDate.of(2025, 2, 28))).isEqualTo(65);
    }

    @Test
    void leaplingWaitsForFebruary29InLeapYears() {
        assertThat(Age.inYears(LEAP_DAY, LocalDate.of(2024, 2, 28))).isEqualTo(63);
        assertThat(Age.inYears(LEAP_DAY, LocalDate.of(2024, 2, 29))).isEqualTo(64);
    }

    @Test
    void birthdayItselfCompletesTheYear() {
        LocalDate birth = LocalDate.of(1950, 12, 31);
        assertThat(Age.inYears(birth, LocalDate.of(2025, 12, 30))).isEqualTo(74);
        assertThat(Age.inYears(birth, LocalDate.of(2025, 12, 31))).isEqualTo(75);
    }

    @Test
    void ageBeforeBirthIsNegative() {
        assertThat(Age.inYears(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 5, 31)))
                .isEqualTo(-1);
    }
}
