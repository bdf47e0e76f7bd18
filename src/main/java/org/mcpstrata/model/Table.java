package org.mcpstrata.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The canonical tables: what every delivered format becomes. Names and grain follow the Tuva input layer where it has
 * the table, with the changes of inputs.md section 4.
 */
public enum Table {
    /** One statement of a payer about who a member is: identifiers, birth, sex, death, address. */
    PATIENT,
    /** One coverage span of a member. */
    ELIGIBILITY,
    /** One piece of demographic evidence; evidence, not an answer. */
    DEMOGRAPHICS,
    /** One span of a member's attribution to a practice. */
    ATTRIBUTION,
    /** One identifier of a member that links it to another payer's member or to an MBI. */
    MBI_CROSSWALK,
    /** One line of one version of a medical claim; line 0 is the claim header where a format sends one. */
    MEDICAL_CLAIM,
    /** One diagnosis of one version of a claim. */
    CLAIM_DIAGNOSIS,
    /** One ICD procedure of one version of a claim. */
    CLAIM_PROCEDURE,
    /** One fill of one version of a pharmacy claim. */
    PHARMACY_CLAIM,
    /** One visit or stay in a clinical record. */
    ENCOUNTER,
    /** One problem or diagnosis in a clinical record. */
    CONDITION,
    /** One performed, planned or refused procedure in a clinical record. */
    PROCEDURE,
    /** One result, vital sign, assessment or answer. */
    OBSERVATION,
    /** One medication order or dispense in a clinical record. */
    MEDICATION,
    /** One order of a service or device in a clinical record. */
    SERVICE_REQUEST,
    /** One response to a patient survey. */
    SURVEY,
    /** One vector of group probabilities of a member. */
    RACE_PROBABILITY,
    /** One risk score of a member and year. */
    RISK_SCORE,
    /** One provider. */
    PROVIDER;

    /** The tables of clinical records whose rows carry a code. */
    public static final List<Table> CLINICAL =
            List.of(ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST);

    private static final Table[] ALL = values();
    private final TableSchema schema = TableSchema.load(name().toLowerCase(Locale.ROOT), List.of("_provenance"));

    public TableSchema schema() {
        return schema;
    }

    /** The name in folders, manifests and documents, for example {@code medical_claim}. */
    public String tableName() {
        return schema.name();
    }

    /** The column of that name; an unknown name is a defect. */
    public Column column(String columnName) {
        return schema.column(columnName);
    }

    public static Optional<Table> named(String tableName) {
        for (Table table : ALL) {
            if (table.tableName().equals(tableName)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    public static Table at(int ordinal) {
        return ALL[ordinal];
    }
}
