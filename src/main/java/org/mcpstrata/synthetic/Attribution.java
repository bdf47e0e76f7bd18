package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** A span during which one practice is answerable for a person. */
record Attribution(PracticeSite practice, LocalDate start, LocalDate end) {
    Attribution {
        requireNonNull(practice, "practice");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
    }
}
