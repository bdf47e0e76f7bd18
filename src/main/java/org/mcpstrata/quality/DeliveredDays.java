package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The days against which rows of a file are held.
 *
 * @param file the day the file describes
 * @param first of the period of the manifest
 * @param last of the period of the manifest
 */
public record DeliveredDays(LocalDate file, LocalDate first, LocalDate last) {
    public DeliveredDays {
        requireNonNull(file, "file");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
