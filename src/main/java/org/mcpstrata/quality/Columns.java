package org.mcpstrata.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The columns that row checks look at, found once. */
final class Columns {
    static final Column PATIENT_BIRTH = Table.PATIENT.column("birth_date");
    static final Column PATIENT_SEX = Table.PATIENT.column("gender");
    static final Column PATIENT_ZIP = Table.PATIENT.column("address_zip");
    static final Column PATIENT_STATE = Table.PATIENT.column("address_state");
    static final Column PATIENT_MBI = Table.PATIENT.column("mbi");
    static final Column PATIENT_DEATH = Table.PATIENT.column("death_date");
    static final Column CURRENT_MBI = Table.MBI_CROSSWALK.column("mbi");
    static final Column NUMBER_SINCE = Table.MBI_CROSSWALK.column("effective_date");
    static final Column MEMBER_MBI = Table.ELIGIBILITY.column("mbi");
    static final Column MEMBER_DEATH = Table.ELIGIBILITY.column("death_date");
    static final Column PLAN = Table.ELIGIBILITY.column("plan");
    static final Column MEDICAL = Table.ELIGIBILITY.column("medical_coverage");
    static final Column CLAIM_ID = Table.MEDICAL_CLAIM.column("claim_id");
    static final Column LINE = Table.MEDICAL_CLAIM.column("claim_line_number");
    static final Column VERSION = Table.MEDICAL_CLAIM.column("record_version");
    static final Column PAID = Table.MEDICAL_CLAIM.column("paid_amount");
    static final Column MEMBER_BIRTH = Table.ELIGIBILITY.column("birth_date");
    static final Column MEMBER_SEX = Table.ELIGIBILITY.column("gender");
    static final Column MEMBER_ZIP = Table.ELIGIBILITY.column("address_zip");
    static final Column MEMBER_STATE = Table.ELIGIBILITY.column("address_state");
    static final Column COVERED_FROM = Table.ELIGIBILITY.column("enrollment_start_date");
    static final Column DRUGS = Table.ELIGIBILITY.column("pharmacy_coverage");
    static final Column COVERED_TO = Table.ELIGIBILITY.column("enrollment_end_date");
    static final Column LINE_OF_BUSINESS = Table.ELIGIBILITY.column("payer_type");
    static final Column QUESTION = Table.DEMOGRAPHICS.column("attribute");
    static final Column ANSWER = Table.DEMOGRAPHICS.column("value");
    static final Column CLAIM_START = Table.MEDICAL_CLAIM.column("claim_start_date");
    static final Column CLAIM_END = Table.MEDICAL_CLAIM.column("claim_end_date");
    static final Column LINE_START = Table.MEDICAL_CLAIM.column("claim_line_start_date");
    static final Column LINE_END = Table.MEDICAL_CLAIM.column("claim_line_end_date");
    static final Column ADMITTED = Table.MEDICAL_CLAIM.column("admission_date");
    static final Column DISCHARGED = Table.MEDICAL_CLAIM.column("discharge_date");
    static final Column SERVICE = Table.MEDICAL_CLAIM.column("hcpcs_code");
    static final Column REVENUE = Table.MEDICAL_CLAIM.column("revenue_center_code");
    static final Column BILL = Table.MEDICAL_CLAIM.column("bill_type_code");
    static final Column PLACE_OF_SERVICE = Table.MEDICAL_CLAIM.column("place_of_service_code");
    static final Column LINE_STATUS = Table.MEDICAL_CLAIM.column("line_status");
    static final Column CLAIM_TYPE = Table.MEDICAL_CLAIM.column("claim_type");
    static final Column ADJUSTMENT = Table.MEDICAL_CLAIM.column("adjustment_type");
    static final Column DIAGNOSIS_ROLE = Table.CLAIM_DIAGNOSIS.column("role");
    static final Column DIAGNOSIS_SYSTEM = Table.CLAIM_DIAGNOSIS.column("code_system");
    static final Column DIAGNOSIS = Table.CLAIM_DIAGNOSIS.column("code");
    static final Column DIAGNOSED_FROM = Table.CLAIM_DIAGNOSIS.column("claim_start_date");
    static final Column DIAGNOSED_TO = Table.CLAIM_DIAGNOSIS.column("claim_end_date");
    static final Column PROCEDURE_DAY = Table.CLAIM_PROCEDURE.column("procedure_date");
    static final Column DISPENSED = Table.PHARMACY_CLAIM.column("dispensing_date");
    static final Column DRUG = Table.PHARMACY_CLAIM.column("ndc_code");
    static final Column FILL_STATUS = Table.PHARMACY_CLAIM.column("claim_status");
    static final Column VISIT_START = Table.ENCOUNTER.column("encounter_start_date");
    static final Column VISIT_END = Table.ENCOUNTER.column("encounter_end_date");
    static final Column CLINICAL_PROCEDURE_START = Table.PROCEDURE.column("procedure_start_date");
    static final Column ORDERED = Table.SERVICE_REQUEST.column("authored_date");
    static final Column OBSERVED = Table.OBSERVATION.column("observation_date");
    static final Column RESULT = Table.OBSERVATION.column("value");
    static final Column COMPARATOR = Table.OBSERVATION.column("comparator");
    static final Column UNIT = Table.OBSERVATION.column("unit");

    static final List<Column> MODIFIERS = List.of(
            Table.MEDICAL_CLAIM.column("hcpcs_modifier_1"),
            Table.MEDICAL_CLAIM.column("hcpcs_modifier_2"),
            Table.MEDICAL_CLAIM.column("hcpcs_modifier_3"),
            Table.MEDICAL_CLAIM.column("hcpcs_modifier_4"));
    static final List<Column> OF_CLAIM =
            List.of(Table.MEDICAL_CLAIM.column("rendering_npi"), Table.MEDICAL_CLAIM.column("billing_npi"));
    static final List<Column> OF_FILL = List.of(Table.PHARMACY_CLAIM.column("prescribing_npi"));
    static final List<Column> OF_OBSERVATION = List.of(Table.OBSERVATION.column("performer_npi"));
    static final List<Column> OF_PROVIDER = List.of(Table.PROVIDER.column("npi"));

    /** Of tables of clinical records. */
    static final Map<Table, Column> SYSTEM = clinical("code_system");

    /** Of tables of clinical records. */
    static final Map<Table, Column> CODE = clinical("code");

    /** Of tables of clinical records: further codings as {@code SYSTEM|code}. */
    static final Map<Table, Column> MORE_CODES = clinical("more_codes");

    private Columns() {}

    private static Map<Table, Column> clinical(String name) {
        Map<Table, Column> columns = new EnumMap<>(Table.class);
        for (Table table : Table.CLINICAL) {
            columns.put(table, table.column(name));
        }
        return columns;
    }
}
