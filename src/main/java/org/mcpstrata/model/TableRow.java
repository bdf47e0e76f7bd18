package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * One row of a result table. Values have the class of their column's type and null where absent.
 *
 * <p>The array is owned by the row: callers hand it over and never change it afterwards.
 */
public final class TableRow implements Serializable {
    private final TableSchema schema;
    private final Object[] values;

    public TableRow(TableSchema schema, Object[] values) {
        this.schema = requireNonNull(schema, "schema");
        this.values = requireNonNull(values, "values");
        if (values.length != schema.columns().size()) {
            throw new IllegalArgumentException("table " + schema.name() + " has another number of columns");
        }
    }

    public static Builder of(TableSchema schema) {
        return new Builder(schema, new Object[schema.columns().size()]);
    }

    /** A total order by text columns, absent before present; text compares by UTF-16 code unit. */
    public static Comparator<TableRow> by(TableSchema schema, List<String> keyColumns) {
        int[] indexes = keyColumns.stream()
                .mapToInt(name -> schema.column(name).index())
                .toArray();
        return (a, b) -> {
            for (int index : indexes) {
                int order = compare((String) a.values[index], (String) b.values[index]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(String a, String b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a.compareTo(b);
    }

    public TableSchema schema() {
        return schema;
    }

    public Object value(String column) {
        return values[schema.column(column).index()];
    }

    public String text(String column) {
        return (String) value(column);
    }

    /** A count; null where the column does not apply. */
    public Long count(String column) {
        return (Long) value(column);
    }

    public BigDecimal decimal(String column) {
        return (BigDecimal) value(column);
    }

    /** A derived statistic; null where it cannot be computed. */
    public Double statistic(String column) {
        return (Double) value(column);
    }

    public LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    public Boolean flag(String column) {
        return (Boolean) value(column);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String column) {
        Object value = value(column);
        return value == null ? List.of() : (List<String>) value;
    }

    @SuppressWarnings("unchecked")
    public SortedMap<String, String> map(String column) {
        return (SortedMap<String, String>) value(column);
    }

    /** The values in column order, for a writer; not to be changed. */
    public Object[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableRow row
                && schema.name().equals(row.schema.name())
                && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Names the table only: a row's values never reach a log. */
    @Override
    public String toString() {
        return "a row of " + schema.name();
    }

    /** Builds one row, column by column, checking each value against its column's type. */
    public static final class Builder {
        private final TableSchema schema;
        private final Object[] values;

        private Builder(TableSchema schema, Object[] values) {
            this.schema = requireNonNull(schema, "schema");
            this.values = values;
        }

        /** Sets a value; empty text is absent, decimals take their column's scale exactly. */
        public Builder set(String columnName, Object value) {
            Column column = schema.column(columnName);
            Object stored = value;
            if (value instanceof String text && text.isEmpty()) {
                stored = null;
            } else if (value instanceof BigDecimal number) {
                stored = number.setScale(column.type().scale(), RoundingMode.UNNECESSARY);
            }
            if (stored != null && !column.type().javaClass().isInstance(stored)) {
                throw new IllegalArgumentException(schema.name() + "." + columnName + " takes " + column.type());
            }
            values[column.index()] = stored;
            return this;
        }

        /** Another row that starts with what was set so far. */
        public Builder copy() {
            return new Builder(schema, values.clone());
        }

        /** The row; a missing required value is a defect. */
        public TableRow build() {
            for (int required : schema.required()) {
                if (values[required] == null) {
                    throw new IllegalStateException(
                            schema.name() + "." + schema.columns().get(required).name() + " is required");
                }
            }
            return new TableRow(schema, values.clone());
        }
    }
}
