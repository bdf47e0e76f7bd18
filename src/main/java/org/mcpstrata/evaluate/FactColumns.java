package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The columns in which a table of clinical records says what {@link RecordFacts} holds; null where it has none. */
record FactColumns(
        Column status,
        Column clinicalStatus,
        Column intent,
        Column category,
        Column reasons,
        Column recordedDate,
        Column recordedTime) {
    static final FactColumns ENCOUNTER = of(Table.ENCOUNTER, "status", "", "");
    static final FactColumns CONDITION = of(Table.CONDITION, "verification_status", "recorded_date", "");
    static final FactColumns PROCEDURE = of(Table.PROCEDURE, "status", "recorded_date", "");
    static final FactColumns OBSERVATION = of(Table.OBSERVATION, "status", "issued_date", "issued_time");
    static final FactColumns MEDICATION = of(Table.MEDICATION, "status", "authored_date", "authored_time");
    static final FactColumns SERVICE_REQUEST = of(Table.SERVICE_REQUEST, "status", "authored_date", "authored_time");

    private static FactColumns of(Table table, String status, String recordedDate, String recordedTime) {
        return new FactColumns(
                requireNonNull(column(table, status)),
                column(table, "clinical_status"),
                column(table, "intent"),
                column(table, "category"),
                column(table, "reason_codes"),
                column(table, recordedDate),
                column(table, recordedTime));
    }

    private static Column column(Table table, String name) {
        return table.schema().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    RecordFacts of(CanonicalRow row, RowCodes index) {
        return new RecordFacts(
                text(row, status),
                text(row, clinicalStatus),
                text(row, intent),
                category == null ? List.of() : row.list(category),
                reasons == null ? Codes.NONE : index.of(row.list(reasons)),
                recordedDate == null
                        ? Moment.UNKNOWN
                        : new Moment(
                                Span.dayOf(row.date(recordedDate)),
                                recordedTime == null ? Span.NO_TIME : RowSpan.second(row.text(recordedTime))));
    }

    private static String text(CanonicalRow row, Column column) {
        String text = column == null ? null : row.text(column);
        return text == null ? "" : text;
    }
}
