package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who an invented person truly is, before any payer writes it down.
 *
 * @param number the person's place in the population, from 0
 * @param heritage race and ethnicity as the person would state them; never empty
 * @param originalReason original reason for Medicare entitlement: 0 age, 1 disability, 2 ESRD, 3 both
 * @param disabled whether the person reports a disability
 * @param death empty for people alive at the delivery
 */
record Profile(
        int number,
        String givenName,
        String familyName,
        LocalDate birth,
        boolean female,
        Set<Heritage> heritage,
        Language language,
        Residence residence,
        char originalReason,
        boolean disabled,
        boolean renalFailure,
        Optional<LocalDate> death) {
    Profile {
        requireNonNull(givenName, "givenName");
        requireNonNull(familyName, "familyName");
        requireNonNull(birth, "birth");
        heritage = Collections.unmodifiableSet(EnumSet.copyOf(heritage));
        requireNonNull(language, "language");
        requireNonNull(residence, "residence");
        requireNonNull(death, "death");
    }

    RaceGroup raceGroup() {
        return RaceGroup.of(heritage);
    }

    boolean english() {
        return language == Language.ENGLISH;
    }

    boolean hispanic() {
        return heritage.contains(Heritage.HISPANIC);
    }

    /** Completed years on the last day of a year, the age every measure of the sample asks for. */
    int ageAtEndOf(int year) {
        return year - birth.getYear();
    }

    boolean aliveOn(LocalDate day) {
        return death.isEmpty() || !death.get().isBefore(day);
    }

    String genderWord() {
        return female ? "female" : "male";
    }

    char genderLetter() {
        return female ? 'F' : 'M';
    }
}
