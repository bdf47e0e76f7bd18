package org.mcpstrata.run.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * A table of a published run as CSV: RFC 4180, UTF-8, rows in the table's order, lists and small rows as JSON. Text that
 * a spreadsheet would take for a formula gets a leading apostrophe.
 */
public final class CsvExport {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ObjectMapper json = new ObjectMapper();
    private final Configuration conf;
    private final Set<String> omitted;
    private final Map<String, Set<String>> only;

    /**
     * @param omitted columns to leave out
     * @param only values to keep, by text column; tables without the column keep every row
     */
    public CsvExport(Configuration conf, Set<String> omitted, Map<String, Set<String>> only) {
        this.conf = requireNonNull(conf, "conf");
        this.omitted = Set.copyOf(omitted);
        this.only = Map.copyOf(only);
    }

    /**
     * Writes one table; the file is replaced.
     *
     * @throws ProblemException when the run has no such table, or the file cannot be written
     */
    public void write(Path runFolder, TableSchema schema, java.nio.file.Path file) {
        Path table = new Path(new Path(runFolder, "restricted"), schema.name());
        List<Column> columns = schema.columns().stream()
                .filter(column -> !omitted.contains(column.name()))
                .toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (KeptRows rows = KeptRows.of(table, schema, conf, only);
                    CsvWriter csv =
                            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
                csv.writeRecord(columns.stream().map(Column::name).toList());
                while (rows.hasNext()) {
                    csv.writeRecord(cells(columns, rows.next().values()));
                }
            }
        } catch (FileNotFoundException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("--table"),
                    "The run has no table '" + schema.name() + "': its program does not ask for it.");
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(schema.name()), e);
        } catch (UncheckedIOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(schema.name()), e.getCause());
        }
    }

    private List<String> cells(List<Column> columns, Object[] row) throws JsonProcessingException {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Object value = row[column.index()];
            cells.add(value == null ? "" : cell(column, value));
        }
        return cells;
    }

    private String cell(Column column, Object value) throws JsonProcessingException {
        return switch (column.type()) {
            case STRING -> safe((String) value);
            case INT, LONG, DATE, DOUBLE, BOOLEAN -> value.toString();
            case MONEY, DECIMAL -> ((BigDecimal) value).toPlainString();
            case LIST, MAP -> json.writeValueAsString(value);
            case STRUCTS -> json.writeValueAsString(structs(column, (List<?>) value));
        };
    }

    private static List<Map<String, String>> structs(Column column, List<?> rows) {
        List<Map<String, String>> structs = new ArrayList<>();
        for (Object row : rows) {
            Map<String, String> struct = new LinkedHashMap<>();
            for (Column field : column.nested().columns()) {
                Object value = ((Object[]) row)[field.index()];
                if (value != null) {
                    struct.put(field.name(), value.toString());
                }
            }
            structs.add(struct);
        }
        return structs;
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
