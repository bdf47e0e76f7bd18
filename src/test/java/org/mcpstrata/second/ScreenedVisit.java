package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The days of a visit around which a person is screened. */
record ScreenedVisit(LocalDate first, LocalDate last) {
    ScreenedVisit {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }
}
