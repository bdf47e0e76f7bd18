package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.document.ClassPathTable;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The natural key of each canonical table: what makes a second row a duplicate of the first. */
final class TableKeys {
    private static final Map<Table, List<Column>> KEYS = load();

    private TableKeys() {}

    /** The key of a row as one text; equal for duplicates and only for them. */
    static String of(CanonicalRow row) {
        StringBuilder key = new StringBuilder();
        for (Column column : KEYS.get(row.table())) {
            Object value = row.value(column);
            // The length in front keeps "a|b" and "a", "b" apart.
            String text = value == null ? "" : value.toString();
            key.append(text.length()).append(':').append(text).append('|');
        }
        return key.toString();
    }

    private static Map<Table, List<Column>> load() {
        Map<Table, List<Column>> keys = new EnumMap<>(Table.class);
        for (List<String> words : ClassPathTable.words("/layout/table-keys.txt")) {
            Table table = Table.named(words.get(0)).orElseThrow();
            List<Column> columns = new ArrayList<>();
            words.subList(1, words.size()).forEach(name -> columns.add(table.column(name)));
            keys.put(table, List.copyOf(columns));
        }
        if (keys.size() != Table.values().length) {
            throw new IllegalStateException("a table has no key");
        }
        return keys;
    }
}
