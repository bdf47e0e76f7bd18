package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One row as it lies in a file: values by column name, absent ones left out. */
record ReadRow(Map<String, Object> values) {
    ReadRow {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    /** Text, or empty where there is none. */
    String text(String column) {
        Object value = values.get(column);
        return value == null ? "" : value.toString();
    }

    /** A number, or null where there is none. */
    BigDecimal number(String column) {
        Object value = values.get(column);
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    @SuppressWarnings("unchecked")
    List<String> list(String column) {
        return values.get(column) instanceof List<?> list ? (List<String>) list : List.of();
    }

    @SuppressWarnings("unchecked")
    Map<String, String> map(String column) {
        return values.get(column) instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
