package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.SortedMap;
import org.mcpstrata.protect.GateFigures;

/**
 * What became of a request for a release.
 *
 * @param folder where readers find it
 * @param figures how much is hidden; empty where it had been released already
 * @param carriedFrom measure to the release whose figures are shown again
 * @param withheld how many tables are not published because they could not be protected
 */
public record ReleaseOutcome(
        String releaseId,
        String runId,
        String folder,
        Optional<GateFigures> figures,
        SortedMap<String, String> carriedFrom,
        int withheld) {
    public ReleaseOutcome {
        requireNonNull(releaseId, "releaseId");
        requireNonNull(runId, "runId");
        requireNonNull(folder, "folder");
        requireNonNull(figures, "figures");
        requireNonNull(carriedFrom, "carriedFrom");
    }

    /** Whether the same had been released before, so that nothing was done. */
    public boolean isOld() {
        return figures.isEmpty();
    }
}
