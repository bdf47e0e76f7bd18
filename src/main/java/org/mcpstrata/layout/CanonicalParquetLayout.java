package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.ProblemCode;

/** Canonical Parquet files: the canonical tables as the pipeline itself writes them, columns by name. */
public final class CanonicalParquetLayout implements Serializable {
    private final Table table;

    public CanonicalParquetLayout(Table table) {
        this.table = requireNonNull(table, "table");
    }

    public Table table() {
        return table;
    }

    /** What is wrong with a file's column names; empty when it can be used. */
    public static List<String> headerFaults(Table table, List<String> names) {
        return CanonicalHeader.faults(table, names);
    }

    /** How a file with these column names calls the table's columns. */
    public static TableSchema delivered(Table table, List<String> names) {
        return CanonicalHeader.delivered(table, names);
    }

    /** Whether its rows have an amount that counts towards the control total. */
    public boolean hasPaidAmount() {
        return CanonicalRecord.paidColumn(table).isPresent();
    }

    /**
     * Checks one row as strictly as a CSV row.
     *
     * @param row one value for each column of the table, null where the file has none
     */
    public RecordOutcome read(Object[] row, Provenance at, DropFacts drop) {
        try {
            CanonicalRecord record = new CanonicalRecord(table, at, drop);
            for (Column column : table.schema().columns()) {
                Object value = row[column.index()];
                if (value != null && !value.equals("")) {
                    if (!column.type().javaClass().isInstance(value)) {
                        throw new FieldProblem(ProblemCode.FIELD_TYPE, column.name());
                    }
                    requireText(column, value);
                    requireDigits(column, value);
                    record.set(column, value);
                }
            }
            return record.finish();
        } catch (FieldProblem problem) {
            // A record that another field spoils belongs to the control total all the same.
            return problem.asOutcome()
                    .withPaid(CanonicalRecord.paidColumn(table)
                            .map(paid -> row[paid.index()] instanceof BigDecimal amount ? amount : BigDecimal.ZERO));
        }
    }

    /** Other software writes decimals of more digits than the column keeps. */
    private static void requireDigits(Column column, Object value) {
        if (value instanceof BigDecimal number
                && number.precision() > column.type().precision()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, column.name());
        }
    }

    /** As strict as bytes of a delivered text: no control character, and no mark of an earlier wrong conversion. */
    private static void requireText(Column column, Object value) {
        List<?> texts = value instanceof List<?> list ? list : List.of(value);
        for (Object text : texts) {
            boolean unreadable = text instanceof String string
                    && string.chars()
                            .anyMatch(c ->
                                    c == 0xfffd || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
            if (unreadable) {
                throw new FieldProblem(ProblemCode.ENCODING, column.name());
            }
        }
    }
}
