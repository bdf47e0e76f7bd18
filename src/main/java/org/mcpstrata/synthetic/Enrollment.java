package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One span of coverage with one payer.
 *
 * @param start first covered day
 * @param end last covered day; {@link Timeline#OPEN} while coverage lasts
 */
record Enrollment(Payer payer, String memberId, LocalDate start, LocalDate end) {
    Enrollment {
        requireNonNull(payer, "payer");
        requireNonNull(memberId, "memberId");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("coverage ends before it starts");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
