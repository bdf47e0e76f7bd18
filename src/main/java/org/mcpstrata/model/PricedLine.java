package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One claim line that counts in a beneficiary month, for explaining its dollars.
 *
 * @param month 1 to 12, that of the first day
 * @param claimType as delivered, for example professional
 * @param service CPT or HCPCS code, or empty
 * @param dollars its price; null where it has none, which leaves the month without dollars
 * @param source the delivered line
 */
public record PricedLine(
        String payerId,
        int month,
        String claimType,
        LocalDate day,
        String service,
        BigDecimal dollars,
        Provenance source) {
    public PricedLine {
        requireNonNull(payerId, "payerId");
        requireNonNull(claimType, "claimType");
        requireNonNull(day, "day");
        requireNonNull(service, "service");
        requireNonNull(source, "source");
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "a claim line of " + payerId;
    }
}
