package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * Canonical CSV files: RFC 4180 with a header row by name, ISO dates, empty means absent (drop-contract.md). Lists stand
 * in one field with spaces between their items (data-contract.md).
 */
public final class CanonicalCsvLayout implements RecordReader {
    private static final char REPLACEMENT = '\ufffd';

    private final Table table;
    /** Position in the table of each delivered field. */
    private final int[] columns;

    private CanonicalCsvLayout(Table table, int[] columns) {
        this.table = requireNonNull(table, "table");
        this.columns = columns;
    }

    /** A reader for a header, which must be free of faults. */
    public static CanonicalCsvLayout of(Table table, List<String> header) {
        int[] columns = new int[header.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = table.column(CanonicalHeader.canonicalName(table, header.get(i)))
                    .index();
        }
        return new CanonicalCsvLayout(table, columns);
    }

    /** What is wrong with a header; empty when it can be used. Never holds a delivered name. */
    public static List<String> headerFaults(Table table, List<String> header) {
        return CanonicalHeader.faults(table, header);
    }

    /** The fields of one record, or an empty list where the bytes are not one RFC 4180 record of UTF-8 text. */
    public static List<String> split(byte[] buffer, int from, int to) {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return isText(text) ? split(text) : List.of();
    }

    /** Whether all bytes were text: the decoder puts the replacement character where they are none. */
    private static boolean isText(String decoded) {
        return decoded.indexOf(REPLACEMENT) < 0;
    }

    private static List<String> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            CsvRecord record = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofSingleCsvRecord(text);
            List<String> fields = new ArrayList<>(record.getFieldCount());
            for (String field : record.getFields()) {
                fields.add(field.strip());
            }
            return fields;
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    @Override
    public boolean hasPaidAmount() {
        return CanonicalRecord.paidColumn(table)
                .filter(paid -> Arrays.stream(columns).anyMatch(column -> column == paid.index()))
                .isPresent();
    }

    @Override
    public RecordOutcome read(byte[] buffer, int from, int to, Provenance at, DropFacts drop) {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        if (!isText(text)) {
            return RecordOutcome.rejected(ProblemCode.ENCODING, "");
        }
        List<String> fields = split(text);
        if (fields.size() != columns.length) {
            return RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, "");
        }
        try {
            CanonicalRecord record = new CanonicalRecord(table, at, drop);
            for (int i = 0; i < columns.length; i++) {
                String field = fields.get(i);
                if (!field.isEmpty()) {
                    Column column = table.schema().columns().get(columns[i]);
                    record.set(column, ColumnText.parse(column, field));
                }
            }
            return record.finish();
        } catch (FieldProblem problem) {
            return problem.asOutcome().withPaid(paidAmount(fields));
        }
    }

    /** The amount of a record that another field spoils; it belongs to the control total all the same. */
    private Optional<BigDecimal> paidAmount(List<String> fields) {
        Optional<Column> paid = CanonicalRecord.paidColumn(table);
        if (paid.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == paid.get().index() && !fields.get(i).isEmpty()) {
                try {
                    return Optional.of((BigDecimal) ColumnText.parse(paid.get(), fields.get(i)));
                } catch (FieldProblem unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(BigDecimal.ZERO);
    }
}
