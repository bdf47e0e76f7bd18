package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days on which one payer covered a person, both ends included.
 *
 * @param end last covered day; 9999-12-31 while coverage lasts
 */
public record CoverageSpan(String payerId, LineOfBusiness lineOfBusiness, LocalDate start, LocalDate end)
        implements Serializable {
    public CoverageSpan {
        requireNonNull(payerId, "payerId");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("coverage ends before it starts");
        }
    }

    /** Never a value of a person: Spark and test tools print what they hold. */
    @Override
    public String toString() {
        return "a coverage span of " + payerId;
    }
}
