package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * People whom a {@link RiskModel} expects to need equally much. A factor that the model does not use is {@code ALL}.
 *
 * @param ageBand for example {@code 18-44}, or {@code OTHER} outside all bands and without a birth date
 * @param sex {@code F}, {@code M} or {@code OTHER}
 * @param lineOfBusiness the one with most covered months of the period
 */
public record RiskCell(String ageBand, String sex, String lineOfBusiness) implements Comparable<RiskCell> {
    /** Everybody, as far as one factor goes. */
    public static final String ALL = "ALL";

    /** Whoever is in none of the named groups of a factor. */
    public static final String OTHER = "OTHER";

    private static final Comparator<RiskCell> ORDER = Comparator.comparing(RiskCell::ageBand)
            .thenComparing(RiskCell::sex)
            .thenComparing(RiskCell::lineOfBusiness);

    public RiskCell {
        requireNonNull(ageBand, "ageBand");
        requireNonNull(sex, "sex");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
    }

    /** The cell without some of its factors: a larger group of people. */
    public RiskCell without(RiskModel.Factor factor) {
        return switch (factor) {
            case LINE_OF_BUSINESS -> new RiskCell(ageBand, sex, ALL);
            case SEX -> new RiskCell(ageBand, ALL, lineOfBusiness);
            case AGE_BAND -> new RiskCell(ALL, sex, lineOfBusiness);
        };
    }

    @Override
    public int compareTo(RiskCell other) {
        return ORDER.compare(this, other);
    }
}
