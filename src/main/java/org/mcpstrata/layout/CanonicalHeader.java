package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.document.ClassPathTable;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;

/** Which columns a canonical file of a table must and may have, by name and never by position. */
final class CanonicalHeader {
    private static final Map<Table, List<String>> MORE_REQUIRED = load();
    /** Columns the pipeline fills itself; a file may carry them, and its payer must then be the right one. */
    private static final Set<String> PROVENANCE = Set.of("payer_id", "drop_id", "source_file", "source_row");

    private CanonicalHeader() {}

    static boolean isProvenance(Column column) {
        return PROVENANCE.contains(column.name());
    }

    /** The table's own name of a delivered column name. */
    static String canonicalName(Table table, String delivered) {
        return table == Table.MBI_CROSSWALK && delivered.equals("payer_member_id") ? "member_id" : delivered;
    }

    /** The table with its columns called as the file calls them, in the table's order. */
    static TableSchema delivered(Table table, List<String> names) {
        Map<String, String> called = new HashMap<>();
        names.forEach(name -> called.put(canonicalName(table, name), name));
        return new TableSchema(
                table.schema().name(),
                table.schema().columns().stream()
                        .map(column -> new Column(
                                column.index(),
                                called.getOrDefault(column.name(), column.name()),
                                column.type(),
                                column.required(),
                                column.description(),
                                column.nested()))
                        .toList());
    }

    /**
     * What is wrong with a header, in our own words: delivered names never appear, because a headerless file has data
     * there.
     */
    static List<String> faults(Table table, List<String> names) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int unknown = 0;
        for (String name : names) {
            String canonical = canonicalName(table, name);
            if (table.schema().find(canonical).isEmpty()) {
                unknown++;
            } else if (!seen.add(canonical)) {
                faults.add("Column " + canonical + " is there twice.");
            }
        }
        if (unknown > 0) {
            faults.add(unknown + " column name(s) are not columns of this table.");
        }
        for (Column column : table.schema().columns()) {
            if (mustBeInHeader(table, column) && !seen.contains(column.name())) {
                faults.add("Column " + column.name() + " is missing.");
            }
        }
        return faults;
    }

    private static boolean mustBeInHeader(Table table, Column column) {
        if (isProvenance(column) || defaulted(table, column)) {
            return false;
        }
        List<String> more = MORE_REQUIRED.getOrDefault(table, List.of());
        return column.required() || more.contains(column.name()) || more.contains(column.name() + "*");
    }

    /** Whether every row needs a value in the column. */
    static boolean mustBeFilled(Table table, Column column) {
        if (isProvenance(column) || defaulted(table, column)) {
            return false;
        }
        return column.required() || MORE_REQUIRED.getOrDefault(table, List.of()).contains(column.name());
    }

    /** Survey responses may be anonymous, and a span without a line of business has the drop's. */
    private static boolean defaulted(Table table, Column column) {
        return table == Table.SURVEY && column.name().equals("member_id")
                || table == Table.ELIGIBILITY && column.name().equals("payer_type");
    }

    private static Map<Table, List<String>> load() {
        Map<Table, List<String>> required = new EnumMap<>(Table.class);
        for (List<String> words : ClassPathTable.words("/layout/canonical-required.txt")) {
            required.put(Table.named(words.get(0)).orElseThrow(), words.subList(1, words.size()));
        }
        return required;
    }
}
