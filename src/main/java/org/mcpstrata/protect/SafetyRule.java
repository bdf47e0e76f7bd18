package org.mcpstrata.protect;

/**
 * What must not be learned of a count (stratification.md 5.2).
 *
 * @param threshold T: counts of 1 to T are sensitive
 * @param width N: every hidden count must still be possible at two values this far apart
 */
public record SafetyRule(long threshold, long width) {
    public SafetyRule {
        if (threshold < 1 || width < 1) {
            throw new IllegalArgumentException("threshold and width are 1 at least");
        }
        // The residual of a hidden set is then more than the threshold whenever each of its cells is proven.
        if (width + 1 < threshold) {
            throw new IllegalArgumentException("the width is at least the threshold less 1");
        }
    }

    public boolean isSensitive(long count) {
        return count >= 1 && count <= threshold;
    }
}
