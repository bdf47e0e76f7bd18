package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A share that a payer's profile allows instead of the usual one (inputs.md 7.5).
 *
 * @param until last day on which a drop may be created for it to hold; null for no end
 */
public record Variance(BigDecimal share, LocalDate until) {
    public Variance {
        requireNonNull(share, "share");
    }

    boolean holdsOn(LocalDate created) {
        return until == null || !created.isAfter(until);
    }
}
