package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of one table, read from {@code tables/<name>.txt} on the class path.
 *
 * <p>One line a column: {@code name type required|optional description}. The same files make the schema of the Parquet
 * files, the data contract and the results dictionary, so the three cannot drift apart.
 */
public final class TableSchema implements Serializable {
    private final String name;
    private final List<Column> columns;
    private final Map<String, Column> byName;
    private final int[] required;

    public TableSchema(String name, List<Column> columns) {
        this.name = requireNonNull(name, "name");
        this.columns = List.copyOf(columns);
        this.byName = new HashMap<>();
        for (Column column : this.columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("table " + name + " repeats column " + column.name());
            }
        }
        this.required = this.columns.stream()
                .filter(Column::required)
                .mapToInt(Column::index)
                .toArray();
    }

    /** Reads a table's columns from the class path, after the given leading columns. */
    public static TableSchema load(String name, List<String> sharedFirst) {
        List<Column> columns = new ArrayList<>();
        for (String shared : sharedFirst) {
            readInto(columns, name, shared);
        }
        readInto(columns, name, name);
        return new TableSchema(name, columns);
    }

    private static void readInto(List<Column> columns, String table, String resource) {
        String path = "/tables/" + resource + ".txt";
        try (InputStream in = TableSchema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    columns.add(parse(columns.size(), table, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column parse(int index, String table, String line) {
        String[] parts = line.trim().split("\\s+", 4);
        ColumnType type = ColumnType.valueOf(parts[1].toUpperCase(Locale.ROOT));
        boolean required =
                switch (parts[2]) {
                    case "required" -> true;
                    case "optional" -> false;
                    default -> throw new IllegalStateException("neither required nor optional: " + line);
                };
        TableSchema nested = type == ColumnType.STRUCTS ? load(table + "." + parts[0], List.of()) : null;
        // Interned, because callers name columns by literals and look them up for every row.
        return new Column(index, parts[0].intern(), type, required, parts.length > 3 ? parts[3] : "", nested);
    }

    public String name() {
        return name;
    }

    /** All columns, in file order. */
    public List<Column> columns() {
        return columns;
    }

    /** Positions of the columns that no row may lack; not to be changed. */
    int[] required() {
        return required;
    }

    /** The same table with its first columns only, for reading no more than is needed. */
    public TableSchema first(int count) {
        return count >= columns.size() ? this : new TableSchema(name, columns.subList(0, count));
    }

    /** The same table with some of its columns only, in this order, for reading no more than is needed. */
    public TableSchema only(List<String> names) {
        List<Column> chosen = new ArrayList<>();
        for (String each : names) {
            Column column = column(each);
            chosen.add(new Column(
                    chosen.size(),
                    column.name(),
                    column.type(),
                    column.required(),
                    column.description(),
                    column.nested()));
        }
        return new TableSchema(name, chosen);
    }

    /** The column of that name; an unknown name is a defect. */
    public Column column(String columnName) {
        Column column = byName.get(columnName);
        if (column == null) {
            throw new IllegalArgumentException("table " + name + " has no column " + columnName);
        }
        return column;
    }

    public Optional<Column> find(String columnName) {
        return Optional.ofNullable(byName.get(columnName));
    }

    @Override
    public String toString() {
        return name;
    }
}
