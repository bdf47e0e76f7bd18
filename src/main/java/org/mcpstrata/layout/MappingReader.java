package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.document.ClassPathTable;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.Table;

/**
 * Reads {@code <folder>/<name>-rows.csv}: which canonical rows a record becomes.
 *
 * <p>Columns: {@code row,column,source,conversion}; {@link ExpressionParser} reads the last two. The row
 * {@code record} gives the record's {@code member}, {@code key} and {@code paid} amount. Every other row starts with
 * the name of a canonical table and may go on with a colon and a word that tells it from others of that table, and with
 * {@code #1-25} to stand for 25 rows, whose number replaces <code>{n}</code> in the sources, counts from 36 in
 * <code>{036+n}</code> and chooses one of the words in <code>{JAN.FEB.MAR}</code>. The column {@code (when)} names what must be there for the row to exist, {@code (needs)} the
 * canonical columns of which one must have a value.
 */
final class MappingReader {
    private static final Pattern NUMBER = Pattern.compile("\\{(?:(\\d+)\\+)?n}");
    private static final Pattern CHOICE = Pattern.compile("\\{([A-Z]+(?:\\.[A-Z]+)+)}");

    private final RecordLayout layout;
    private final ExpressionParser parser;

    MappingReader(RecordLayout layout) {
        this.layout = requireNonNull(layout, "layout");
        this.parser = new ExpressionParser(layout);
    }

    RecordMapping read(String folder) {
        Map<String, List<NamedCsvRecord>> byRow = new LinkedHashMap<>();
        for (NamedCsvRecord line : ClassPathTable.rows(folder + "/" + layout.name() + "-rows.csv")) {
            byRow.computeIfAbsent(line.getField("row"), row -> new ArrayList<>())
                    .add(line);
        }
        List<RowTemplate> rows = new ArrayList<>();
        byRow.forEach((label, lines) -> {
            if (!label.equals("record")) {
                rows.addAll(templates(label, lines));
            }
        });
        List<NamedCsvRecord> record = byRow.get("record");
        return new RecordMapping(
                layout.required(),
                ofRecord(record, "member", ColumnType.STRING),
                ofRecord(record, "key", ColumnType.STRING),
                ofRecord(record, "paid", ColumnType.MONEY),
                rows);
    }

    private Expression ofRecord(List<NamedCsvRecord> lines, String column, ColumnType type) {
        for (NamedCsvRecord line : lines) {
            if (line.getField("column").equals(column)) {
                return parser.parse(line.getField("source"), line.getField("conversion"), type);
            }
        }
        return null;
    }

    private List<RowTemplate> templates(String label, List<NamedCsvRecord> lines) {
        String[] parts = label.split("[:#]");
        Table table = Table.named(parts[0])
                .orElseThrow(() -> new IllegalStateException("layout " + layout.name() + " names no table " + label));
        if (label.indexOf('#') < 0) {
            return List.of(template(table, lines, 0));
        }
        String[] range = parts[parts.length - 1].split("-");
        List<RowTemplate> templates = new ArrayList<>();
        for (int n = Integer.parseInt(range[0]); n <= Integer.parseInt(range[1]); n++) {
            templates.add(template(table, lines, n));
        }
        return templates;
    }

    private RowTemplate template(Table table, List<NamedCsvRecord> lines, int n) {
        List<RowTemplate.Cell> cells = new ArrayList<>();
        List<Expression> conditions = new ArrayList<>();
        List<Column> needs = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            String name = line.getField("column");
            String source = numbered(line.getField("source"), n);
            String conversion = line.getField("conversion");
            switch (name) {
                case "(when)" -> conditions.add(parser.parse(source, conversion, ColumnType.STRING));
                case "(needs)" ->
                    Arrays.stream(source.split(" ")).map(table::column).forEach(needs::add);
                default -> {
                    Column column = table.column(name);
                    cells.add(new RowTemplate.Cell(column, parser.parse(source, conversion, column.type())));
                }
            }
        }
        requireComplete(table, cells);
        return new RowTemplate(table, cells, conditions, needs);
    }

    private void requireComplete(Table table, List<RowTemplate.Cell> cells) {
        List<Column> columns = table.schema().columns();
        for (Column column : columns.subList(5, columns.size())) {
            if (column.required()
                    && cells.stream().noneMatch(cell -> cell.column().equals(column))) {
                throw new IllegalStateException(
                        "layout " + layout.name() + " never fills " + table.tableName() + "." + column.name());
            }
        }
    }

    private static String numbered(String source, int n) {
        Matcher matcher = NUMBER.matcher(
                CHOICE.matcher(source).replaceAll(found -> found.group(1).split("\\.")[n - 1]));
        return matcher.replaceAll(found -> {
            String base = found.group(1);
            String number = Integer.toString(base == null ? n : Integer.parseInt(base) + n);
            return base == null ? number : "0".repeat(Math.max(0, base.length() - number.length())) + number;
        });
    }
}
