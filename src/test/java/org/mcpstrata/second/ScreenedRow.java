package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.Table;
import org.mcpstrata.valueset.Coding;

/** One canonical row of a screened person in the making; a column that is not set is empty. */
final class ScreenedRow {
    private final Table table;
    private final Map<String, String> values = new TreeMap<>();

    ScreenedRow(Table table) {
        this.table = requireNonNull(table, "table");
    }

    ScreenedRow set(String column, String text) {
        values.put(column, text);
        return this;
    }

    ScreenedRow set(String column, LocalDate day) {
        return set(column, day.toString());
    }

    ScreenedRow coding(Coding coding) {
        return set("code_system", coding.system().name()).set("code", coding.code());
    }

    ScreenedRow loinc(String code) {
        return set("code_system", "LOINC").set("code", code);
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    Table table() {
        return table;
    }

    Map<String, String> values() {
        return values;
    }
}
