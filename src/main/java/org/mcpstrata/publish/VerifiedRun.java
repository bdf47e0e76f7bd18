package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

/**
 * A staged run that was read back and found to be what was computed, with its record in place. Only such a run can be
 * committed.
 *
 * @param runDigest SHA-256 of {@code run.json}
 */
public record VerifiedRun(Staging staging, String runDigest) {
    public VerifiedRun {
        requireNonNull(staging, "staging");
        requireNonNull(runDigest, "runDigest");
    }

    RunId runId() {
        return staging.name().runId();
    }
}
