package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One wrong rule, as somebody could have written it by mistake: a piece of one SQL file replaced by another.
 *
 * @param seenAmong people who show it
 * @param measure where it must be seen
 * @param name what is wrong
 * @param right the text as it stands, once in all files the measure reads
 * @param wrong the text put in its place
 */
record SeededFault(Set<People> seenAmong, String measure, String name, String right, String wrong) {
    /** Who is compared. */
    enum People {
        STORIES,
        SAMPLE,
        /** People made for the depression measure. */
        SCREENED,
        /** Generated people and screened people together. */
        TWENTY_THOUSAND
    }

    SeededFault {
        seenAmong = Set.copyOf(seenAmong);
        requireNonNull(measure, "measure");
        requireNonNull(name, "name");
        requireNonNull(right, "right");
        requireNonNull(wrong, "wrong");
    }

    /** The text of a file with the fault in it; a file without the place stays as it is. */
    String in(String text) {
        return text.replace(right, wrong);
    }

    @Override
    public String toString() {
        return measure + ": " + name;
    }
}
