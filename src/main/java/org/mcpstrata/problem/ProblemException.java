package org.mcpstrata.problem;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Work that cannot go on, with every reason at once. Carries no cause: a foreign exception's text may hold data. */
public final class ProblemException extends RuntimeException {
    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public ProblemException(ProblemCode code, Place place, String detail) {
        this(List.of(new Problem(code, place, detail)));
    }

    /** A file that could not be read or written, with the kind of failure and nothing of the exception's own text. */
    public static ProblemException ofFile(ProblemCode code, Place place, IOException failure) {
        return new ProblemException(List.of(Problem.ofFile(code, place, failure)));
    }

    /** All problems; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
