package org.mcpstrata.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** Which rows may matter to a verdict. */
final class Relevance {
    private static final Map<Table, Coded> CODED = new EnumMap<>(Table.class);
    private static final Column VISIT_CLASS = Table.ENCOUNTER.column("encounter_class");
    private static final Column CONDITION_CATEGORY = Table.CONDITION.column("category");
    private static final Column OBSERVATION_CATEGORY = Table.OBSERVATION.column("category");
    private static final Column OBSERVATION_CLASS = Table.OBSERVATION.column("encounter_class");
    private static final Column FILL_ADJUSTMENT = Table.PHARMACY_CLAIM.column("adjustment_type");
    private static final Column FILL_VERSION = Table.PHARMACY_CLAIM.column("record_version");
    private static final Column FILL_REPLACES = Table.PHARMACY_CLAIM.column("replaces_claim_id");

    /** Columns that hold a row's codes; {@code more} is null where there is none. */
    private record Coded(Column system, Column code, Column more) {}

    static {
        for (Table table : Table.CLINICAL) {
            CODED.put(table, new Coded(table.column("code_system"), table.column("code"), table.column("more_codes")));
        }
        for (Table table : List.of(Table.CLAIM_DIAGNOSIS, Table.CLAIM_PROCEDURE)) {
            CODED.put(table, new Coded(table.column("code_system"), table.column("code"), null));
        }
    }

    private Relevance() {}

    static boolean of(CanonicalRow row, Interest interest) {
        return switch (row.table()) {
            case CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE ->
                isAskedFor(row, interest);
            // Readings are linked to visits of any type: emergency and inpatient classes decide whether they count.
            case ENCOUNTER -> isAskedFor(row, interest) || isNotAmbulatory(row);
            case PHARMACY_CLAIM -> isRestatement(row) || isFillAskedFor(row, interest);
            case MEDICAL_CLAIM,
                    PATIENT,
                    ELIGIBILITY,
                    DEMOGRAPHICS,
                    ATTRIBUTION,
                    MBI_CROSSWALK,
                    SURVEY,
                    RACE_PROBABILITY,
                    RISK_SCORE,
                    PROVIDER -> true;
        };
    }

    private static boolean isAskedFor(CanonicalRow row, Interest interest) {
        Coded columns = CODED.get(row.table());
        Codes codes = interest.codes().of(row, columns.system(), columns.code(), columns.more());
        if (codes.sets().length > 0) {
            return true;
        }
        return switch (row.table()) {
            case CONDITION -> interest.asksFor(EventKind.CONDITION, codes, null, row.list(CONDITION_CATEGORY));
            case OBSERVATION ->
                interest.asksFor(
                        EventKind.OBSERVATION, codes, row.text(OBSERVATION_CLASS), row.list(OBSERVATION_CATEGORY));
            case PROCEDURE -> interest.asksFor(EventKind.PROCEDURE, codes);
            case MEDICATION ->
                interest.asksFor(EventKind.MEDICATION_ORDER, codes) || interest.asksFor(EventKind.DISPENSING, codes);
            case SERVICE_REQUEST ->
                interest.asksFor(EventKind.ORDER, codes) || interest.asksFor(EventKind.SUPPLY, codes);
            case ENCOUNTER -> interest.asksFor(EventKind.ENCOUNTER, codes, row.text(VISIT_CLASS), List.of());
            case PATIENT,
                    ELIGIBILITY,
                    DEMOGRAPHICS,
                    ATTRIBUTION,
                    MBI_CROSSWALK,
                    MEDICAL_CLAIM,
                    CLAIM_DIAGNOSIS,
                    CLAIM_PROCEDURE,
                    PHARMACY_CLAIM,
                    SURVEY,
                    RACE_PROBABILITY,
                    RISK_SCORE,
                    PROVIDER -> false;
        };
    }

    /** Whether a measure may ask for the drug of a pharmacy claim: all its versions that bear the drug are then kept. */
    static boolean isFillAskedFor(CanonicalRow row, Interest interest) {
        return interest.asksFor(EventKind.DISPENSING, interest.codes().of(PharmacyFills.codings(row)));
    }

    private static boolean isNotAmbulatory(CanonicalRow row) {
        return row.text(VISIT_CLASS) != null && !"AMB".equals(row.text(VISIT_CLASS));
    }

    private static boolean isRestatement(CanonicalRow row) {
        return !"ORIGINAL".equals(row.text(FILL_ADJUSTMENT))
                || row.integer(FILL_VERSION) > 0
                || row.text(FILL_REPLACES) != null;
    }
}
