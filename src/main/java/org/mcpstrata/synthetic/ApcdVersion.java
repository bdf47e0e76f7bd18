package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a claim as an APCD file carries it.
 *
 * @param replaces the claim number named in element 008, or empty
 * @param lineType O original, R replacement, V void
 * @param paid day the version was paid
 */
record ApcdVersion(
        String claimNumber, int version, String replaces, char lineType, LocalDate paid, List<ClaimLine> lines) {
    ApcdVersion {
        requireNonNull(claimNumber, "claimNumber");
        requireNonNull(replaces, "replaces");
        requireNonNull(paid, "paid");
        lines = List.copyOf(lines);
    }

    /** All versions in the order they were paid, in the payer's own way of replacing. */
    static List<ApcdVersion> of(String claimNumber, Claim claim, ApcdForm form, LocalDate asOf) {
        LocalDate first = latest(claim.thru().plusDays(12 + claim.sequence() % 9), asOf.minusDays(5));
        LocalDate second = latest(first.plusDays(40), asOf.minusDays(2));
        ApcdVersion original = new ApcdVersion(claimNumber, 0, "", 'O', first, claim.firstLines());
        return switch (claim.fate()) {
            case PAID, DENIED -> List.of(original);
            case WITHDRAWN -> List.of(original, original.voided(form, second));
            case CORRECTED ->
                switch (form.replacement()) {
                    case VERSION -> List.of(original, new ApcdVersion(claimNumber, 1, "", 'R', second, claim.lines()));
                    case CROSS_REFERENCE ->
                        List.of(
                                original,
                                original.voided(form, second),
                                new ApcdVersion(claimNumber + "A2", 0, claimNumber, 'R', second, claim.lines()));
                };
        };
    }

    private ApcdVersion voided(ApcdForm form, LocalDate day) {
        return switch (form.replacement()) {
            case VERSION -> new ApcdVersion(claimNumber, version + 1, "", 'V', day, lines);
            case CROSS_REFERENCE -> new ApcdVersion(claimNumber + "A1", 0, claimNumber, 'V', day, lines);
        };
    }

    private static LocalDate latest(LocalDate wanted, LocalDate limit) {
        return wanted.isAfter(limit) ? limit : wanted;
    }

    boolean withdraws() {
        return lineType == 'V';
    }
}
