package org.mcpstrata.ingest;

import java.time.LocalDate;
import java.util.List;
import org.mcpstrata.model.Table;

/** The day that says to which service or coverage month a row belongs, for drops that replace months. */
final class RowMonths {
    private RowMonths() {}

    /** The row's day, or null for a row of no month: such a row is never replaced by period. */
    static LocalDate day(Table table, Object[] row) {
        for (String column : columns(table)) {
            LocalDate day = (LocalDate) row[table.column(column).index()];
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static List<String> columns(Table table) {
        return switch (table) {
            case PATIENT -> List.of("as_of_date");
            case ELIGIBILITY -> List.of("enrollment_start_date");
            case DEMOGRAPHICS -> List.of("observed_date");
            case ATTRIBUTION -> List.of("start_date");
            case MBI_CROSSWALK -> List.of("effective_date");
            case MEDICAL_CLAIM -> List.of("claim_line_start_date", "claim_start_date");
            case CLAIM_DIAGNOSIS -> List.of("claim_start_date");
            case CLAIM_PROCEDURE -> List.of("procedure_date");
            case PHARMACY_CLAIM -> List.of("dispensing_date");
            case ENCOUNTER -> List.of("encounter_start_date");
            case CONDITION -> List.of("recorded_date", "onset_date");
            case PROCEDURE -> List.of("procedure_start_date", "recorded_date");
            case OBSERVATION -> List.of("observation_date", "issued_date");
            case MEDICATION -> List.of("authored_date", "start_date");
            case SERVICE_REQUEST -> List.of("authored_date");
            case SURVEY -> List.of("response_date");
            case RACE_PROBABILITY, RISK_SCORE, PROVIDER -> List.of();
        };
    }
}
