package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All coverage of a person in the period and the year before it.
 *
 * @param enrollments in the order primary payer first; empty for people without insurance
 * @param dual Medicaid beside Medicare
 * @param dualCode the code a Medicare file carries for it, 00 to 08 or NA
 * @param currentMbi the person's present MBI
 * @param formerMbi the MBI it replaced
 * @param mbiChange first day of the present MBI, where there was another one
 */
record Coverage(
        List<Enrollment> enrollments,
        Dual dual,
        String dualCode,
        String currentMbi,
        String formerMbi,
        Optional<LocalDate> mbiChange) {
    Coverage {
        enrollments = List.copyOf(enrollments);
        requireNonNull(dual, "dual");
        requireNonNull(dualCode, "dualCode");
        requireNonNull(currentMbi, "currentMbi");
        requireNonNull(formerMbi, "formerMbi");
        requireNonNull(mbiChange, "mbiChange");
    }

    boolean insured() {
        return !enrollments.isEmpty();
    }

    boolean has(Payer payer) {
        return enrollments.stream().anyMatch(span -> span.payer() == payer);
    }

    boolean hasMedicare() {
        return has(Payer.MEDICARE_FFS) || has(Payer.SUMMIT);
    }

    boolean coveredOn(LocalDate day) {
        return enrollments.stream().anyMatch(span -> span.covers(day));
    }

    /** Whether {@code payer} pays first for this day: Medicare before commercial, both before Medicaid. */
    boolean pays(Payer payer, LocalDate day) {
        return enrollments.stream()
                .filter(span -> span.covers(day))
                .findFirst()
                .filter(span -> span.payer() == payer)
                .isPresent();
    }

    /** Whether {@code payer} covers the day as the second payer, and so receives a crossover claim. */
    boolean paysSecond(Payer payer, LocalDate day) {
        return enrollments.stream().filter(span -> span.covers(day)).skip(1).anyMatch(span -> span.payer() == payer);
    }

    /** The MBI that files produced on this day carried. */
    String mbiOn(LocalDate day) {
        return mbiChange.isPresent() && day.isBefore(mbiChange.get()) ? formerMbi : currentMbi;
    }
}
