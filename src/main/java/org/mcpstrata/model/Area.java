package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

/**
 * What a place of residence says of the people who live there (stratification.md 1.3). The tables are brought by whoever
 * runs the pipeline; none is shipped.
 */
public enum Area {
    /** METRO, MICRO, SMALL_TOWN or RURAL_ISOLATED, by the primary RUCA code of the ZIP code. */
    RURALITY("ruca_zip.csv"),
    /** Q1 to Q4 of the overall rank of the Social Vulnerability Index of the county. */
    SOCIAL_VULNERABILITY("svi_county.csv"),
    /** Q1 to Q5 of the national rank of the Area Deprivation Index, or NOT_RANKED, by ZIP code. */
    AREA_DEPRIVATION("adi_zip.csv");

    private final String file;

    Area(String file) {
        this.file = requireNonNull(file, "file");
    }

    /** The file of the geography folder that says it. */
    public String file() {
        return file;
    }
}
