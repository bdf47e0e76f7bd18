package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One service of a claim.
 *
 * @param hcpcs CPT or HCPCS code, or empty on lines with a revenue code only
 * @param revenue revenue code of four digits, or empty on professional lines
 * @param chargeCents the charge in cents
 */
record ClaimLine(LocalDate from, LocalDate thru, String hcpcs, String revenue, long chargeCents, Kind kind) {
    /** What the payer did with the line. */
    enum Kind {
        PAID,
        DENIED,
        /** A quality code: reported for one cent or nothing and refused by design. */
        QUALITY
    }

    ClaimLine {
        requireNonNull(from, "from");
        requireNonNull(thru, "thru");
        requireNonNull(hcpcs, "hcpcs");
        requireNonNull(revenue, "revenue");
        requireNonNull(kind, "kind");
    }

    static ClaimLine service(LocalDate day, String hcpcs, long chargeCents) {
        return new ClaimLine(day, day, hcpcs, "", chargeCents, Kind.PAID);
    }

    static ClaimLine revenue(LocalDate day, String hcpcs, String revenue, long chargeCents) {
        return new ClaimLine(day, day, hcpcs, revenue, chargeCents, Kind.PAID);
    }

    static ClaimLine quality(LocalDate day, String code) {
        return new ClaimLine(day, day, code, "", 0, Kind.QUALITY);
    }

    ClaimLine denied() {
        return new ClaimLine(from, thru, hcpcs, revenue, chargeCents, Kind.DENIED);
    }

    /** What the payer allows, in cents: 52 percent of the charge, nothing for refused lines. */
    long allowedCents() {
        return kind == Kind.PAID ? chargeCents * 52 / 100 : 0;
    }

    /** What the first payer pays, in cents: four fifths of the allowed amount. */
    long paidCents() {
        return allowedCents() * 4 / 5;
    }
}
