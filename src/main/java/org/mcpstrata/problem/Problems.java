package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of one piece of work, so that a person fixes ten mistakes in one go, not one by one. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public Problems add(ProblemCode code, Place place, String detail) {
        return add(new Problem(code, place, detail));
    }

    public Problems add(Problem problem) {
        found.add(requireNonNull(problem, "problem"));
        return this;
    }

    public Problems addAll(List<Problem> problems) {
        found.addAll(problems);
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in the order it was found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** Throws once with everything that was found, or does nothing. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(list());
        }
    }
}
