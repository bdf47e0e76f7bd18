package org.mcpstrata.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Table;

/**
 * To which service or coverage months a row belongs, for drops that replace months: by the day that its table tells, and a span
 * of coverage or attribution by each of its days.
 */
final class RowMonths {
    private RowMonths() {}

    /** What is left of a row when newer drops replace some periods: the row, nothing, or a span without those days. */
    static List<Object[]> left(Table table, Object[] row, List<RewriteOrder.Period> replaced) {
        return switch (table) {
            case ELIGIBILITY -> left(row, table, "enrollment_start_date", "enrollment_end_date", replaced);
            case ATTRIBUTION -> left(row, table, "start_date", "end_date", replaced);
            case PATIENT, DEMOGRAPHICS, MBI_CROSSWALK, RACE_PROBABILITY, RISK_SCORE, PROVIDER, SURVEY ->
                left(row, day(table, row), replaced);
            case MEDICAL_CLAIM, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PHARMACY_CLAIM ->
                left(row, day(table, row), replaced);
            case ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST ->
                left(row, day(table, row), replaced);
        };
    }

    private static List<Object[]> left(Object[] row, LocalDate day, List<RewriteOrder.Period> replaced) {
        boolean goes = day != null && replaced.stream().anyMatch(period -> period.contains(day));
        return goes ? List.of() : List.<Object[]>of(row);
    }

    private static List<Object[]> left(
            Object[] row, Table table, String startColumn, String endColumn, List<RewriteOrder.Period> replaced) {
        int start = table.column(startColumn).index();
        int end = table.column(endColumn).index();
        List<Object[]> parts = List.<Object[]>of(row);
        for (RewriteOrder.Period period : replaced) {
            List<Object[]> outside = new ArrayList<>();
            for (Object[] part : parts) {
                LocalDate first = (LocalDate) part[start];
                LocalDate last = (LocalDate) part[end];
                boolean apart = last.isBefore(period.start()) || first.isAfter(period.end()) || last.isBefore(first);
                if (apart) {
                    outside.add(part);
                    continue;
                }
                if (first.isBefore(period.start())) {
                    outside.add(with(part, end, period.start().minusDays(1)));
                }
                if (last.isAfter(period.end())) {
                    outside.add(with(part, start, period.end().plusDays(1)));
                }
            }
            parts = outside;
        }
        return parts;
    }

    private static Object[] with(Object[] row, int column, LocalDate day) {
        Object[] changed = row.clone();
        changed[column] = day;
        return changed;
    }

    /** The row's day, or null for a row of no month: such a row is never replaced by period. */
    private static LocalDate day(Table table, Object[] row) {
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
