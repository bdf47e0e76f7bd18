package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Builds one canonical row, column by column, checking each value against its column's type. */
public final class RowBuilder {
    private final Table table;
    private Object[] values;

    public RowBuilder(Table table) {
        this.table = requireNonNull(table, "table");
        this.values = new Object[table.schema().columns().size()];
    }

    public RowBuilder provenance(Provenance at, String memberId) {
        values[0] = at.payerId();
        values[1] = memberId;
        values[2] = at.dropId();
        values[3] = at.file();
        values[4] = at.line();
        return this;
    }

    public RowBuilder set(String column, Object value) {
        return set(table.column(column), value);
    }

    /** Sets a value; null and empty text are absent, decimals take their column's scale exactly. */
    public RowBuilder set(Column column, Object value) {
        Object stored = value;
        if (value instanceof String text && text.isEmpty() || value instanceof List<?> list && list.isEmpty()) {
            stored = null;
        } else if (value instanceof BigDecimal number) {
            stored = number.setScale(column.type().scale(), RoundingMode.UNNECESSARY);
        }
        if (stored != null && !column.type().javaClass().isInstance(stored)) {
            throw new IllegalArgumentException(table.tableName() + "." + column.name() + " takes " + column.type()
                    + ", not " + value.getClass().getSimpleName());
        }
        values[column.index()] = stored;
        return this;
    }

    /** The first required column without a value, or null when the row is complete. */
    public Column firstMissing() {
        for (Column column : table.schema().columns()) {
            if (column.required() && values[column.index()] == null) {
                return column;
            }
        }
        return null;
    }

    /** The row; the builder is empty afterwards. A missing required value is a defect: ask first. */
    public CanonicalRow build() {
        Column missing = firstMissing();
        if (missing != null) {
            throw new IllegalStateException(table.tableName() + "." + missing.name() + " is required");
        }
        CanonicalRow row = new CanonicalRow(table, values);
        values = new Object[table.schema().columns().size()];
        return row;
    }
}
