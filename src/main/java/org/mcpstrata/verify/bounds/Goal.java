package org.mcpstrata.verify.bounds;

/** When enough is known of a number's possible values. */
@FunctionalInterface
public interface Goal {
    /** Whether the range answers the question, with yes or with no. */
    boolean isDecided(Range range);

    /** Both questions. */
    default Goal and(Goal other) {
        return range -> isDecided(range) && other.isDecided(range);
    }
}
