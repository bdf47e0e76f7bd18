package org.mcpstrata.verify;

import org.mcpstrata.verify.bounds.Goal;
import org.mcpstrata.verify.bounds.Range;

/**
 * The numbers of the statement (public-tier.md).
 *
 * @param threshold counts from 1 to it are never shown and never follow (CMS: 10)
 * @param width how far apart the possible values of a hidden count are at least
 */
record Rule(long threshold, long width) {
    /** What every release is held to, whatever policy it names itself. */
    static final Rule STATEMENT = new Rule(10, 10);

    /** What lifts differences of either sign above nothing: more than people are in no line of business. */
    static final long SHIFT = 1 << 20;

    Rule {
        if (threshold < 1 || width < 1) {
            throw new IllegalArgumentException("threshold and width are at least 1");
        }
    }

    boolean isSmall(long count) {
        return count >= 1 && count <= threshold;
    }

    /** Of a hidden count. */
    Goal hiddenCount() {
        return range -> range.provenWidth() >= width || range.width() < width;
    }

    /** Of a difference that nobody prints. */
    Goal difference() {
        return range -> isHarmless(range) || range.width() < width;
    }

    boolean isHarmless(Range difference) {
        return difference.most() <= 0 || difference.least() > threshold || difference.provenWidth() >= width;
    }

    /** Of a difference that can be below nothing, lifted by {@link #SHIFT}. */
    Goal differenceEitherWay() {
        return range -> isHarmlessEitherWay(range) || range.width() < width;
    }

    boolean isHarmlessEitherWay(Range lifted) {
        return lifted.least() == SHIFT && lifted.most() == SHIFT
                || lifted.least() - SHIFT > threshold
                || lifted.most() - SHIFT < -threshold
                || lifted.provenWidth() >= width;
    }
}
