package org.mcpstrata.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** The types a canonical column may have, with the Java class of its values. */
public enum ColumnType {
    /** Text, never empty: empty is absent. */
    STRING(String.class),
    INT(Integer.class),
    LONG(Long.class),
    /** A local calendar date; dates of service never pass through a timestamp. */
    DATE(LocalDate.class),
    /** Money in US dollars, decimal(18,2). */
    MONEY(BigDecimal.class),
    /** An exact number with six decimals, decimal(38,6): months, expected counts, weights. */
    DECIMAL(BigDecimal.class),
    /** A derived statistic, computed once from exact numbers. */
    DOUBLE(Double.class),
    BOOLEAN(Boolean.class),
    /** A list of texts in a fixed order. */
    LIST(List.class),
    /** Text by text, in key order. */
    MAP(SortedMap.class),
    /** A list of small rows; their columns are a table of their own, {@code tables/<table>.<column>.txt}. */
    STRUCTS(List.class);

    private final Class<?> javaClass;

    ColumnType(Class<?> javaClass) {
        this.javaClass = javaClass;
    }

    public Class<?> javaClass() {
        return javaClass;
    }

    /** Digits of the decimal types, those after the point included. */
    public int precision() {
        return this == MONEY ? 18 : 38;
    }

    /** Digits after the point of the decimal types. */
    public int scale() {
        return this == MONEY ? 2 : 6;
    }
}
