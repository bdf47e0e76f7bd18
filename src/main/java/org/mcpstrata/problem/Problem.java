package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

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

    /** A file that could not be read or written, with the kind of failure and nothing of the exception's own text. */
    public static Problem ofFile(ProblemCode code, Place place, IOException failure) {
        return new Problem(code, place, FileFailure.of(failure).sentence());
    }

    /**
     * The failure of a file for which foreign code threw something.
     *
     * @return empty where no failure of a file is among the causes
     */
    public static Optional<Problem> ofFileBehind(ProblemCode code, Place place, Throwable thrown) {
        return FileFailure.behind(thrown).map(failure -> new Problem(code, place, failure.sentence()));
    }

    @Override
    public String toString() {
        return code + " [" + place + "] " + code.meaning() + (detail.isEmpty() ? "" : " " + detail) + " "
                + code.remedy();
    }
}
