package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/** The invented payers of the sample, in the order in which their drops are written. */
enum Payer {
    MEDICARE_FFS("medicare-ffs", "MEDICARE_FFS", ""),
    SUMMIT("summit-ma", "MEDICARE_ADVANTAGE", "SMT"),
    MEDICAID("state-medicaid", "MEDICAID", "MD"),
    BLUESTONE("bluestone-commercial", "COMMERCIAL", "BLS");

    private final String id;
    private final String lineOfBusiness;
    private final String memberPrefix;

    Payer(String id, String lineOfBusiness, String memberPrefix) {
        this.id = requireNonNull(id, "id");
        this.lineOfBusiness = requireNonNull(lineOfBusiness, "lineOfBusiness");
        this.memberPrefix = requireNonNull(memberPrefix, "memberPrefix");
    }

    /** The payer's folder and manifest id. */
    String id() {
        return id;
    }

    /** The manifest's default line of business. */
    String lineOfBusiness() {
        return lineOfBusiness;
    }

    String memberPrefix() {
        return memberPrefix;
    }

    boolean isMedicare() {
        return this == MEDICARE_FFS || this == SUMMIT;
    }
}
