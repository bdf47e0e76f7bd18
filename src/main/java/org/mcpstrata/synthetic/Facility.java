package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/**
 * Who bills for care outside the practice: one hospital, nursing home, hospice, dialysis centre, laboratory, supplier and
 * pharmacy in each state.
 */
enum Facility {
    HOSPITAL("0", "282N00000X"),
    NURSING_HOME("5", "314000000X"),
    HOSPICE("6", "251G00000X"),
    DIALYSIS_CENTER("7", "261QE0700X"),
    HOME_HEALTH_AGENCY("8", "251E00000X"),
    LABORATORY("9", "291U00000X"),
    SUPPLIER("3", "332B00000X"),
    PHARMACY("4", "3336C0003X");

    private final String certificationDigit;
    private final String taxonomy;

    Facility(String certificationDigit, String taxonomy) {
        this.certificationDigit = requireNonNull(certificationDigit, "certificationDigit");
        this.taxonomy = requireNonNull(taxonomy, "taxonomy");
    }

    /** An invented certification number: no state has the prefix 99. */
    String certification(String state) {
        return "99" + certificationDigit + Identifiers.digits(stateNumber(state), 3);
    }

    String npi(String state) {
        return Identifiers.npi(30_000_000 + ordinal() * 100_003 + stateNumber(state) * 101);
    }

    String tin(String state) {
        return Identifiers.tin(5_000_000 + ordinal() * 1_000 + stateNumber(state));
    }

    String taxonomy() {
        return taxonomy;
    }

    private static int stateNumber(String state) {
        return (state.charAt(0) - 'A') * 26 + state.charAt(1) - 'A';
    }
}
