package org.mcpstrata.quality;

import java.util.Locale;

/** What is asked of single accepted rows while they are read. A row is looked at where it has what the check needs. */
public enum RowCheck {
    /** A record that tells a professional or institutional claim and has a place for its diagnoses names the principal one. */
    PRINCIPAL_DIAGNOSIS,
    /** The first day of a service, stay or visit is not after its last. */
    DATES_IN_ORDER,
    /** The day of a service or event is not after the day that the file describes. */
    NOT_AFTER_FILE_DATE,
    /** The day of a service or event lies in the period of the manifest. */
    IN_DELIVERED_PERIOD,
    /** A birth date is of 1900 or later, not after the file date, and gives an age of 120 at most. */
    PLAUSIBLE_BIRTH,
    /** Sex is stated with a code that is known. */
    KNOWN_SEX_CODE,
    /** A value of race, ethnicity or language is a code that is known. */
    KNOWN_DEMOGRAPHIC_CODE,
    /** A ZIP code has five digits and is not all zeros or nines; a state is one. */
    PLAUSIBLE_PLACE,
    /** A diagnosis has the shape of its code system, and the system was in use on the day of service. */
    DIAGNOSIS_SHAPE,
    /** Procedure, revenue, bill type and place of service codes have their shapes. */
    SERVICE_CODE_SHAPE,
    /** A drug code is 11 digits and not all zeros or nines. */
    DRUG_CODE_SHAPE,
    /** Provider numbers are 10 digits with a right check digit. */
    PROVIDER_NUMBER,
    /** A result that the rule file names lies in its range and has one of its units. */
    RESULT_IN_RANGE,
    /** A claim line or fill is not denied. */
    NOT_DENIED,
    /** The code of a clinical record is of a code system that is known. */
    KNOWN_CODE_SYSTEM;

    /** The words of rule files. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
