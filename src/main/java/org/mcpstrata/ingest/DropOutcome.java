package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.quality.DropQuality;

/**
 * What became of one drop.
 *
 * @param payer name of the payer's folder
 * @param drop name of the drop's folder
 * @param digest SHA-256 of the manifest's bytes, which name every file's own digest; empty while pending
 * @param problems everything found, in the order it was found
 * @param files in manifest order; empty when nothing was read
 * @param quality how it came out of the quality rules
 */
public record DropOutcome(
        String payer,
        String drop,
        DropState state,
        String digest,
        List<Problem> problems,
        List<FileOutcome> files,
        DropQuality quality) {
    public DropOutcome {
        requireNonNull(payer, "payer");
        requireNonNull(drop, "drop");
        requireNonNull(state, "state");
        requireNonNull(digest, "digest");
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        requireNonNull(quality, "quality");
    }

    /** A drop that no quality rule has looked at. */
    public DropOutcome(
            String payer,
            String drop,
            DropState state,
            String digest,
            List<Problem> problems,
            List<FileOutcome> files) {
        this(payer, drop, state, digest, problems, files, DropQuality.NONE);
    }

    DropOutcome with(DropQuality other) {
        return new DropOutcome(payer, drop, state, digest, problems, files, other);
    }

    /** Whether a person must act: the drop was refused, and not because its bytes are already here. */
    public boolean needsAttention() {
        boolean refused = state == DropState.REJECTED || state == DropState.QUARANTINED;
        return refused && problems.stream().noneMatch(problem -> problem.code() == ProblemCode.DUPLICATE_DROP);
    }
}
