package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of verifying a release.
 *
 * @param release the release's folder name
 * @param earlierReleases how many were taken into account
 * @param rows of its result table
 * @param hiddenRows rows with at least one hidden field
 * @param hiddenCounts hidden counts of all releases together
 * @param tightestInterval the tightest interval of a hidden count and where it is; empty where nothing is hidden
 * @param findings every breach; the release is safe only when there is none
 */
public record Verification(
        String release,
        int earlierReleases,
        long rows,
        long hiddenRows,
        long hiddenCounts,
        String tightestInterval,
        List<Finding> findings) {
    public Verification {
        requireNonNull(release, "release");
        requireNonNull(tightestInterval, "tightestInterval");
        findings = List.copyOf(findings);
    }

    public boolean isSafe() {
        return findings.isEmpty();
    }
}
