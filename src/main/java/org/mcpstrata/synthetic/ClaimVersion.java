package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a claim as a Medicare file carries it: an original, a cancellation or an adjustment.
 *
 * @param uniqueId thirteen digits, different for every version
 * @param adjustment 0 original, 1 cancellation, 2 adjustment
 * @param effective processing date
 * @param loaded day the version was loaded; it also decides which MBI the version carries
 */
record ClaimVersion(String uniqueId, char adjustment, LocalDate effective, LocalDate loaded, List<ClaimLine> lines) {
    private static final int VERSIONS = 4;

    ClaimVersion {
        requireNonNull(uniqueId, "uniqueId");
        requireNonNull(effective, "effective");
        requireNonNull(loaded, "loaded");
        lines = List.copyOf(lines);
    }

    /**
     * All versions of a claim in the order they were processed. Part A replaces a cancelled claim by an adjustment, Part B
     * and equipment by another original (inputs.md 1.4).
     */
    static List<ClaimVersion> of(int person, Claim claim, LocalDate asOf) {
        LocalDate first = earliest(claim.thru().plusDays(9 + claim.sequence() % 12), asOf.minusDays(6));
        LocalDate second = earliest(first.plusDays(31), asOf.minusDays(4));
        char replacement = claim.setting().institutional() ? '2' : '0';
        return switch (claim.fate()) {
            case PAID, DENIED -> List.of(version(person, claim, 0, '0', first, claim.lines()));
            case WITHDRAWN ->
                List.of(
                        version(person, claim, 0, '0', first, claim.lines()),
                        version(person, claim, 1, '1', second, claim.lines()));
            case CORRECTED ->
                List.of(
                        version(person, claim, 0, '0', first, claim.firstLines()),
                        version(person, claim, 1, '1', second, claim.firstLines()),
                        version(person, claim, 2, replacement, second, claim.lines()));
        };
    }

    private static ClaimVersion version(
            int person, Claim claim, int number, char adjustment, LocalDate effective, List<ClaimLine> lines) {
        String id = "1" + Identifiers.digits(person, 8) + Identifiers.digits(claim.sequence() * VERSIONS + number, 4);
        return new ClaimVersion(id, adjustment, effective, effective.plusDays(3), lines);
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    boolean cancels() {
        return adjustment == '1';
    }

    long paidCents(Fate fate) {
        return fate == Fate.DENIED
                ? 0
                : lines.stream().mapToLong(ClaimLine::paidCents).sum();
    }

    long chargeCents() {
        return lines.stream().mapToLong(ClaimLine::chargeCents).sum();
    }
}
