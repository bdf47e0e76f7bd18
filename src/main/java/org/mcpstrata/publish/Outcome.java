package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.problem.Problem;

/**
 * What became of a publication.
 *
 * @param generation the one that names the run
 * @param warnings what went wrong after the commit and does not touch it, for example the copy in {@code CURRENT}
 */
public record Outcome(Kind kind, Generation generation, List<Problem> warnings) {
    public Outcome {
        requireNonNull(kind, "kind");
        requireNonNull(generation, "generation");
        warnings = List.copyOf(warnings);
    }

    Outcome withWarnings(List<Problem> more) {
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Outcome(kind, generation, all);
    }

    /** Both mean that the run is published. */
    public enum Kind {
        PUBLISHED,
        /** An earlier run with the same inputs published it; nothing was computed. */
        ALREADY_PUBLISHED
    }
}
