package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A prescription filled.
 *
 * @param drug eleven digits of an invented labeler that starts with 99
 * @param refill 0 for the first fill
 */
record Fill(int sequence, LocalDate day, String drug, int daysSupply, int refill, long chargeCents, Fate fate) {
    Fill {
        requireNonNull(day, "day");
        requireNonNull(drug, "drug");
        requireNonNull(fate, "fate");
    }

    long paidCents() {
        return fate == Fate.DENIED ? 0 : chargeCents * 4 / 5;
    }
}
