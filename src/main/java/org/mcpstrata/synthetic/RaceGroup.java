package org.mcpstrata.synthetic;

import java.util.Set;

/** Mutually exclusive groups of the 1997 standard, in which the planted disparities are stated (stratification.md 1.2). */
public enum RaceGroup {
    HISPANIC,
    AIAN,
    ASIAN,
    BLACK,
    NHPI,
    WHITE,
    MULTIPLE;

    static RaceGroup of(Set<Heritage> heritage) {
        if (heritage.contains(Heritage.HISPANIC)) {
            return HISPANIC;
        }
        if (heritage.size() > 1) {
            return MULTIPLE;
        }
        return switch (heritage.iterator().next()) {
            case AIAN -> AIAN;
            case ASIAN -> ASIAN;
            case BLACK -> BLACK;
            case NHPI -> NHPI;
            case WHITE, MENA -> WHITE;
            case HISPANIC -> HISPANIC;
        };
    }
}
