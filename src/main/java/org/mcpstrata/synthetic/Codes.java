package org.mcpstrata.synthetic;

import java.util.List;
import java.util.Set;

/**
 * The codes the population uses, and which of them mean something to a measure. A test compares the meanings with the
 * published value sets where those are at hand.
 */
final class Codes {
    static final String HYPERTENSION = "I10";
    static final String HYPERTENSION_SNOMED = "59621000";
    static final String DIABETES_SNOMED = "44054006";
    static final String RENAL_FAILURE = "N18.6";
    static final String PALLIATIVE = "Z51.5";
    static final String NURSING_HOME_SNOMED = "160734000";
    static final String HOSPICE_ORDER_SNOMED = "385763009";
    static final String HOUSING_LOINC = "71802-3";
    static final String COLECTOMY = "44150";
    static final String COLECTOMY_PCS = "0DTE0ZZ";

    /** Complaints that mean nothing to any measure. */
    static final List<String> EVERYDAY = List.of("E78.5", "M54.50", "K21.9", "J06.9", "E66.9", "N39.0", "L30.9");

    static final List<String> INJURY = List.of("R07.9", "S93.401A", "N39.0", "J06.9", "R10.9", "S61.411A");
    static final List<String> HOSPITAL = List.of("J18.9", "A41.9", "N17.9", "K57.32");
    static final List<String> DIABETES = List.of("E11.9", "E11.9", "E11.65", "E11.22", "E10.9", "E13.9");
    static final String DIABETES_IN_PREGNANCY = "O24.111";
    static final List<String> PREGNANCY = List.of("Z34.90", "O09.91");
    /** A birth alone is no pregnancy diagnosis of the value set. */
    static final String DELIVERY = "O80";

    static final List<String> BEHAVIORAL = List.of("F10.20", "F41.1", "F32.9");
    static final List<String> DEPRESSION = List.of("F32.9", "F33.1", "F32.1");
    static final List<String> COLON_CANCER = List.of("C18.9", "Z85.038", "C20");
    static final List<String> ADVANCED_ILLNESS = List.of("G30.9", "F03.90", "I50.22", "C78.7", "J43.9");
    static final List<String> FRAILTY_DIAGNOSIS = List.of("Z99.81", "W19.XXXA", "M62.81", "Z74.09", "L89.152");
    static final List<String> FRAILTY_SYMPTOM = List.of("R54", "R26.89", "R53.1", "R63.4");
    static final String FRAILTY_VISIT = "G0299";
    static final List<String> FRAILTY_DEVICE_SNOMED = List.of("58938008", "23366006");
    static final List<String> DEMENTIA_RXNORM = List.of("997223", "997229", "996561", "310437");

    /** Every diagnosis of the population that belongs to the advanced illness set, whatever its role here. */
    static final Set<String> ADVANCED_ILLNESS_SET =
            Set.of("G30.9", "F03.90", "I50.22", "C78.7", "J43.9", RENAL_FAILURE);

    static final Set<String> FRAILTY_SET =
            Set.of("Z99.81", "W19.XXXA", "M62.81", "Z74.09", "L89.152", "R54", "R26.89", "R53.1", "R63.4");

    static final Set<String> DIABETES_SET =
            Set.of("E11.9", "E11.65", "E11.22", "E10.9", "E13.9", DIABETES_IN_PREGNANCY);

    static final Set<String> PREGNANCY_SET = Set.of("Z34.90", "O09.91", DIABETES_IN_PREGNANCY);

    static final List<String> COLONOSCOPY = List.of("45378", "45380", "45385", "G0121");
    static final Set<String> COLONOSCOPY_SET = Set.copyOf(COLONOSCOPY);
    static final String SIGMOIDOSCOPY = "45330";
    static final String COLONOGRAPHY_LOINC = "79101-2";
    static final List<String> FECAL_LOINC = List.of("57905-2", "29771-3");
    static final String STOOL_DNA_LOINC = "77353-1";
    static final String FECAL_CLAIM = "82274";
    static final String SCREENED = "3017F";

    static final List<String> HBA1C_LOINC = List.of("4548-4", "17856-6");
    static final String GLUCOSE_INDICATOR_LOINC = "97506-0";

    static final Set<String> DIALYSIS_SET = Set.of("90999", "90960");
    static final String HOSPICE_VISIT = "Q5003";
    /** What a practice reports for the blood pressure, the glycemic and the colorectal measure, in this order. */
    static final List<String> HOSPICE_REPORTED = List.of("G9740", "G9687", "G9710");

    /** An injection and an X-ray: procedures of hospital stays that belong to no measure. */
    static final List<String> HOSPITAL_PROCEDURES = List.of("3E0234Z", "BW03ZZZ");

    /** Office, home, wellness, preventive, telephone and online visits that open the populations in 2025. */
    static final Set<String> QUALIFYING_VISIT = Set.of(
            "99202", "99203", "99204", "99212", "99213", "99214", "99215", "99348", "99349", "G0438", "G0439", "99385",
            "99386", "99387", "99395", "99396", "99397", "98966", "98967", "99421");

    static final Set<String> EMERGENCY_VISIT = Set.of("99282", "99283", "99284", "99285", "G0381");
    static final Set<String> EMERGENCY_REVENUE = Set.of("0450", "0451", "0452", "0456", "0459", "0981");

    private Codes() {}
}
