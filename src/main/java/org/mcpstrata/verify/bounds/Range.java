package org.mcpstrata.verify.bounds;

/**
 * What is known of the values that a number can have.
 *
 * @param least no value below it is possible
 * @param most no value above it is possible; {@link Unknowns#NO_LIMIT} where nothing bounds it
 * @param provenLeast a possible value, the smallest that was found
 * @param provenMost a possible value, the largest that was found
 */
public record Range(long least, long most, long provenLeast, long provenMost) {
    /** A number whose possible values are exactly known. */
    static Range exact(long least, long most) {
        return new Range(least, most, least, most);
    }

    /** Whether smallest and largest possible value are both known for certain. */
    public boolean isExact() {
        return least == provenLeast && most == provenMost;
    }

    /** Largest minus smallest value that is certainly possible; negative where no possible value was found. */
    public long provenWidth() {
        return provenMost - provenLeast;
    }

    /** Largest minus smallest value that was not ruled out. */
    public long width() {
        return most - least;
    }

    /** The range of {@code sign} times the number plus {@code offset}. */
    Range moved(int sign, long offset) {
        return sign > 0
                ? new Range(least + offset, most + offset, provenLeast + offset, provenMost + offset)
                : new Range(offset - most, offset - least, offset - provenMost, offset - provenLeast);
    }

    /** As a reader writes it; the end is open where nothing bounds the number. */
    @Override
    public String toString() {
        String end = most >= Unknowns.NO_LIMIT / 2 ? "without limit" : Long.toString(most);
        return "[" + least + ", " + end + "]";
    }
}
