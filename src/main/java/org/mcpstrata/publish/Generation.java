package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/**
 * The commit record of a publication: readers see the run of the newest generation. Nothing is ever taken back; an undo
 * is a newer generation that names an earlier run.
 *
 * @param generation from 1, without gaps
 * @param runDigest SHA-256 of the run's {@code run.json}, from which every file of the run can be checked
 * @param reason why an earlier run was named again; empty for a new run
 */
@JsonPropertyOrder({"generation", "runId", "runDigest", "reason"})
public record Generation(int generation, String runId, String runDigest, String reason) {
    public Generation {
        if (generation < 1) {
            throw new IllegalArgumentException("generations are counted from 1");
        }
        requireNonNull(runId, "runId");
        requireNonNull(runDigest, "runDigest");
        requireNonNull(reason, "reason");
    }

    static String fileName(int generation) {
        return String.format(Locale.ROOT, "%06d.json", generation);
    }
}
