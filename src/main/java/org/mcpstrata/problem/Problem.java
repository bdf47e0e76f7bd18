package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One problem: its code, its place and a detail in our own words.
 *
 * @param detail what exactly, without any value from the data; may be empty
 */
public record Problem(ProblemCode code, Place place, String detail) implements Serializable {
    public Problem {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return code + " [" + place + "] " + code.meaning() + (detail.isEmpty() ? "" : " " + detail) + " "
                + code.remedy();
    }
}
