package org.mcpstrata.synthetic;

import java.time.LocalDate;

/** One FHIR R4 resource as a line of JSON. Every value written here needs no escaping. */
final class FhirLine {
    static final String SNOMED = "http://snomed.info/sct";
    static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String LOINC = "http://loinc.org";
    static final String CPT = "http://www.ama-assn.org/go/cpt";
    static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final String UCUM = "http://unitsofmeasure.org";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final StringBuilder line = new StringBuilder(1_024);

    FhirLine resource(String type, String id) {
        line.setLength(0);
        line.append("{\"resourceType\":\"")
                .append(type)
                .append("\",\"id\":\"")
                .append(id)
                .append('"');
        return this;
    }

    FhirLine field(String name, String value) {
        line.append(",\"").append(name).append("\":\"").append(value).append('"');
        return this;
    }

    /** A field whose value is already JSON. */
    FhirLine json(String name, String value) {
        line.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    FhirLine subject(String name, String patientId) {
        return json(name, "{\"reference\":\"Patient/" + patientId + "\"}");
    }

    FhirLine encounter(String encounterId) {
        return encounterId.isEmpty() ? this : json("encounter", "{\"reference\":\"Encounter/" + encounterId + "\"}");
    }

    FhirLine concept(String name, String system, String code) {
        return json(name, concept(system, code));
    }

    static String concept(String system, String code) {
        return "{\"coding\":[" + coding(system, code) + "]}";
    }

    static String coding(String system, String code) {
        return "{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}";
    }

    /** A list of one concept of an HL7 code system, as FHIR categories are. */
    FhirLine category(String system, String code) {
        return json("category", "[" + concept(TERMINOLOGY + system, code) + "]");
    }

    FhirLine status(String name, String system, String code) {
        return concept(name, TERMINOLOGY + system, code);
    }

    static String quantity(String value, String unit) {
        return "{\"value\":" + value + ",\"unit\":\"" + unit + "\",\"system\":\"" + UCUM + "\",\"code\":\"" + unit
                + "\"}";
    }

    /** Local time of the person's home with its offset. */
    static String time(LocalDate day, int hour, int minute, Residence home) {
        return day + "T" + Identifiers.digits(hour, 2) + ":" + Identifiers.digits(minute, 2) + ":00" + home.offset();
    }

    /** HCPCS codes start with a letter, CPT codes with a digit. */
    static String procedureSystem(String code) {
        return Character.isDigit(code.charAt(0)) ? CPT : HCPCS;
    }

    CharSequence end() {
        return line.append('}');
    }
}
