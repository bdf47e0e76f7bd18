package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/** The seven categories of OMB SPD-15 (2024), each with the codes payers send for it (stratification.md 1.2). */
enum Heritage {
    AIAN("1002-5", "R1", '6', "American Indian or Alaska Native"),
    ASIAN("2028-9", "R2", '4', "Asian"),
    BLACK("2054-5", "R3", '2', "Black or African American"),
    NHPI("2076-8", "R4", '4', "Native Hawaiian or Other Pacific Islander"),
    WHITE("2106-3", "R5", '1', "White"),
    /** Under White in every older code list. */
    MENA("2118-8", "R5", '1', "Middle Eastern or North African"),
    HISPANIC("2135-2", "", '5', "Hispanic or Latino");

    private final String cdcrec;
    private final String apcdRace;
    private final char cclfRace;
    private final String label;

    Heritage(String cdcrec, String apcdRace, char cclfRace, String label) {
        this.cdcrec = requireNonNull(cdcrec, "cdcrec");
        this.apcdRace = requireNonNull(apcdRace, "apcdRace");
        this.cclfRace = cclfRace;
        this.label = requireNonNull(label, "label");
    }

    /** Code of the CDC race and ethnicity code system. */
    String cdcrec() {
        return cdcrec;
    }

    /** APCD race code; empty for Hispanic, which APCD files carry as an indicator. */
    String apcdRace() {
        return apcdRace;
    }

    /** CCLF8 BENE_RACE_CD, one code for race and ethnicity together. */
    char cclfRace() {
        return cclfRace;
    }

    String label() {
        return label;
    }

    boolean isRace() {
        return this != HISPANIC;
    }
}
