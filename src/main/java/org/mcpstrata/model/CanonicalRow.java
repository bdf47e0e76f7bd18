package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a canonical table. Values have the class of their column's type and null where absent.
 *
 * <p>The array is owned by the row: callers hand it over and never change it afterwards.
 */
public final class CanonicalRow implements Serializable {
    private final Table table;
    private final Object[] values;

    public CanonicalRow(Table table, Object[] values) {
        this.table = requireNonNull(table, "table");
        this.values = requireNonNull(values, "values");
        if (values.length != table.schema().columns().size()) {
            throw new IllegalArgumentException("table " + table + " has another number of columns");
        }
    }

    public Table table() {
        return table;
    }

    /** The value of a column of this row's table, or null. */
    public Object value(Column column) {
        return values[column.index()];
    }

    public String text(Column column) {
        return (String) values[column.index()];
    }

    public LocalDate date(Column column) {
        return (LocalDate) values[column.index()];
    }

    public BigDecimal decimal(Column column) {
        return (BigDecimal) values[column.index()];
    }

    public Integer integer(Column column) {
        return (Integer) values[column.index()];
    }

    public Boolean flag(Column column) {
        return (Boolean) values[column.index()];
    }

    /** The list of a column, empty where absent. */
    @SuppressWarnings("unchecked")
    public List<String> list(Column column) {
        Object value = values[column.index()];
        return value == null ? List.of() : (List<String>) value;
    }

    // The names below serve code that looks at a few columns of many tables; hot paths hold the Column.

    public String text(String column) {
        return text(table.column(column));
    }

    public LocalDate date(String column) {
        return date(table.column(column));
    }

    public Integer integer(String column) {
        return integer(table.column(column));
    }

    public List<String> list(String column) {
        return list(table.column(column));
    }

    /** The member the row speaks of. */
    public Member member() {
        return new Member(payerId(), memberId());
    }

    public String payerId() {
        return (String) values[0];
    }

    public String memberId() {
        return (String) values[1];
    }

    public String dropId() {
        return (String) values[2];
    }

    public String sourceFile() {
        return (String) values[3];
    }

    public long sourceRow() {
        return (Long) values[4];
    }

    /** Where the row came from. */
    public Provenance provenance() {
        return new Provenance(payerId(), dropId(), sourceFile(), sourceRow());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CanonicalRow row && table == row.table && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + Arrays.hashCode(values);
    }

    /** Names the place only: a row's values never reach a log. */
    @Override
    public String toString() {
        return table.tableName() + " row of " + sourceFile() + " line " + sourceRow();
    }
}
