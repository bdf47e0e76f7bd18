package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/**
 * Where care is given, and therefore how it is billed.
 *
 * <p>A setting is professional (place of service, no bill type), institutional (bill type, no place of service) or
 * equipment.
 */
enum Setting {
    OFFICE("11", "", "71", Facility.HOSPITAL),
    TELEHEALTH("10", "", "71", Facility.HOSPITAL),
    HOME("12", "", "71", Facility.HOSPITAL),
    EMERGENCY_PHYSICIAN("23", "", "71", Facility.HOSPITAL),
    HOSPITAL_PHYSICIAN("21", "", "71", Facility.HOSPITAL),
    NURSING_FACILITY("32", "", "71", Facility.NURSING_HOME),
    LABORATORY("81", "", "71", Facility.LABORATORY),
    AMBULATORY_SURGERY("24", "", "71", Facility.HOSPITAL),
    EQUIPMENT("12", "", "82", Facility.SUPPLIER),
    HEALTH_CENTER("", "77", "40", Facility.HOSPITAL),
    OUTPATIENT_HOSPITAL("", "13", "40", Facility.HOSPITAL),
    DIALYSIS_CENTER("", "72", "40", Facility.DIALYSIS_CENTER),
    INPATIENT("", "11", "60", Facility.HOSPITAL),
    SKILLED_NURSING("", "21", "20", Facility.NURSING_HOME),
    HOME_HEALTH("", "32", "10", Facility.HOME_HEALTH_AGENCY),
    HOSPICE("", "81", "50", Facility.HOSPICE);

    private final String placeOfService;
    private final String billType;
    private final String medicareClaimType;
    private final Facility facility;

    Setting(String placeOfService, String billType, String medicareClaimType, Facility facility) {
        this.placeOfService = requireNonNull(placeOfService, "placeOfService");
        this.billType = requireNonNull(billType, "billType");
        this.medicareClaimType = requireNonNull(medicareClaimType, "medicareClaimType");
        this.facility = requireNonNull(facility, "facility");
    }

    /** Two digits; empty on institutional claims. */
    String placeOfService() {
        return placeOfService;
    }

    /** The first two digits of the type of bill; empty on professional and equipment claims. */
    String billType() {
        return billType;
    }

    /** Medicare claim type of CCLF files. */
    String medicareClaimType() {
        return medicareClaimType;
    }

    /** Who bills, unless the person's own practice does. */
    Facility facility() {
        return facility;
    }

    boolean institutional() {
        return !billType.isEmpty();
    }

    boolean equipment() {
        return this == EQUIPMENT;
    }

    /** Whether the person's practice bills this care itself. */
    boolean ownPractice() {
        return this == OFFICE || this == TELEHEALTH || this == HOME || this == HEALTH_CENTER;
    }
}
