package org.mcpstrata.model;

import java.util.Optional;

/** Lines of business, founding decision 6. */
public enum LineOfBusiness {
    MEDICARE_FFS,
    MEDICARE_ADVANTAGE,
    MEDICAID_FFS,
    MEDICAID_MCO,
    CHIP,
    COMMERCIAL,
    MARKETPLACE,
    DUAL_INTEGRATED,
    OTHER,
    /** A registry or vendor that covers nobody. */
    NONE;

    /** Reads a delivered value; {@code MEDICAID} means MEDICAID_FFS. */
    public static Optional<LineOfBusiness> parse(String text) {
        if (text.equals("MEDICAID")) {
            return Optional.of(MEDICAID_FFS);
        }
        for (LineOfBusiness line : values()) {
            if (line.name().equals(text)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Whether being covered by it makes the person a Medicare beneficiary (founding decision 7). */
    public boolean isMedicare() {
        return this == MEDICARE_FFS || this == MEDICARE_ADVANTAGE || this == DUAL_INTEGRATED;
    }

    public boolean isMedicaid() {
        return this == MEDICAID_FFS || this == MEDICAID_MCO || this == DUAL_INTEGRATED;
    }
}
