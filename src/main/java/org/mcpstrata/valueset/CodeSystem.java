package org.mcpstrata.valueset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The code systems of canonical tables and value sets, with the names that deliveries and value-set files use. */
public enum CodeSystem {
    ICD10CM("ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm", "2.16.840.1.113883.6.90", "ICD10"),
    ICD9CM("ICD-9-CM", "http://hl7.org/fhir/sid/icd-9-cm", "2.16.840.1.113883.6.103", "ICD9"),
    ICD10PCS("ICD-10-PCS", "http://www.cms.gov/Medicare/Coding/ICD10", "2.16.840.1.113883.6.4"),
    ICD9PCS("ICD-9-PCS", "http://hl7.org/fhir/sid/icd-9-pcs", "2.16.840.1.113883.6.104"),
    /** Shares one look-up space with HCPCS, because claims do not say which of the two a five-character code is. */
    CPT("CPT-4", "http://www.ama-assn.org/go/cpt", "2.16.840.1.113883.6.12", "CPT4", "CPT2", "CPT-II"),
    HCPCS(
            "HCPCS Level II",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "2.16.840.1.113883.6.285",
            "HCPCSLEVELII",
            "HCPCS2"),
    CDT("CDT-2", "http://www.ada.org/cdt", "http://terminology.hl7.org/CodeSystem/CDT", "2.16.840.1.113883.6.13"),
    LOINC("LNC", "http://loinc.org", "2.16.840.1.113883.6.1"),
    SNOMED("SNOMEDCT", "SNOMED-CT", "SNOMEDCT-US", "http://snomed.info/sct", "2.16.840.1.113883.6.96"),
    RXNORM("RXNORM-CUI", "http://www.nlm.nih.gov/research/umls/rxnorm", "2.16.840.1.113883.6.88"),
    NDC("http://hl7.org/fhir/sid/ndc", "2.16.840.1.113883.6.69"),
    CVX("http://hl7.org/fhir/sid/cvx", "2.16.840.1.113883.12.292"),
    CDCREC("CDC-REC", "urn:oid:2.16.840.1.113883.6.238", "2.16.840.1.113883.6.238"),
    /** Four-digit revenue centre of institutional lines. */
    UBREV("UB-REV", "REVENUE", "https://www.nubc.org/CodeSystem/RevenueCodes", "2.16.840.1.113883.6.301.3"),
    /** Type of bill, three digits without the leading zero. */
    UBTOB("UB-TOB", "TOB", "https://www.nubc.org/CodeSystem/TypeOfBill", "2.16.840.1.113883.6.301.1"),
    /** Two-digit CMS place of service. */
    POS("PLACE-OF-SERVICE", "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"),
    /** Two-digit patient discharge status of institutional claims. */
    DISCHARGE("DISCHARGE-STATUS", "https://www.nubc.org/CodeSystem/PatDischargeStatus", "2.16.840.1.113883.6.301.5"),
    /** Two-digit Medicare NCH claim type. */
    NCHTYPE("NCH-CLAIM-TYPE", "CCLF-CLM-TYPE"),
    /** Instruments of patient surveys, by the names that the survey table uses. */
    INSTRUMENT("SURVEY-INSTRUMENT"),
    SOP("https://nahdo.org/sopt", "2.16.840.1.113883.3.221.5"),
    ACTCODE("ACT-CODE", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "2.16.840.1.113883.5.4");

    private static final Map<String, CodeSystem> BY_NAME = new HashMap<>();

    static {
        for (CodeSystem system : values()) {
            BY_NAME.put(key(system.name()), system);
            system.aliases.forEach(alias -> BY_NAME.put(key(alias), system));
        }
    }

    private final List<String> aliases;

    CodeSystem(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /** Reads a name, FHIR URI or OID, with or without {@code urn:oid:}, in any case; unknown ones are empty. */
    public static Optional<CodeSystem> parse(String text) {
        return Optional.ofNullable(BY_NAME.get(key(text)));
    }

    private static String key(String text) {
        String trimmed = text.trim().toUpperCase(Locale.ROOT);
        String bare = trimmed.startsWith("URN:OID:") ? trimmed.substring("URN:OID:".length()) : trimmed;
        return bare.contains("/")
                ? bare
                : bare.replace("-", "").replace("_", "").replace(" ", "");
    }
}
