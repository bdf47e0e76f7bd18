package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpstrata.document.ClassPathTable;

/**
 * One code list on the class path, {@code /codes/<name>.csv}: the delivered code in column {@code code}, what it means
 * in the others. Case does not matter. An empty cell says nothing, {@code =} stands for the delivered code itself, and
 * a row with code {@code *} takes every code not listed. A hierarchical code, {@code R2.06}, that is not listed means
 * what the part before its first point means.
 */
final class CodeTable implements Serializable {
    private static final Map<String, CodeTable> LOADED = new ConcurrentHashMap<>();
    private static final String ANY_OTHER = "*";
    private static final String ITSELF = "=";

    private final String name;
    private final Set<String> columns;
    private final Map<String, Map<String, String>> rows;

    private CodeTable(String name, Set<String> columns, Map<String, Map<String, String>> rows) {
        this.name = requireNonNull(name, "name");
        this.columns = Set.copyOf(columns);
        this.rows = Map.copyOf(rows);
    }

    static CodeTable named(String name) {
        return LOADED.computeIfAbsent(name, CodeTable::load);
    }

    private static CodeTable load(String name) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        Set<String> columns = Set.of();
        for (NamedCsvRecord row : ClassPathTable.rows("/codes/" + name + ".csv")) {
            Map<String, String> cells = row.getFieldsAsMap();
            columns = cells.keySet();
            if (rows.put(cells.get("code").toUpperCase(Locale.ROOT), Map.copyOf(cells)) != null) {
                throw new IllegalStateException("code list " + name + " repeats a code");
            }
        }
        return new CodeTable(name, columns, rows);
    }

    /** A column, ready for looking up. */
    Column column(String column) {
        if (!columns.contains(column)) {
            throw new IllegalStateException("code list " + name + " has no column " + column);
        }
        Map<String, String> meanings = new HashMap<>();
        rows.forEach((code, cells) -> meanings.put(code, cells.get(column)));
        return new Column(Map.copyOf(meanings));
    }

    /** One column of a code list. */
    record Column(Map<String, String> meanings) implements Serializable {
        /** Whether the list knows the code. */
        boolean knows(String code) {
            return cell(code) != null;
        }

        /** What a known code means; null where it says nothing. */
        String meaning(String code) {
            String cell = cell(code);
            if (cell == null || cell.isEmpty()) {
                return null;
            }
            return cell.equals(ITSELF) ? code : cell;
        }

        private String cell(String code) {
            String key = code.toUpperCase(Locale.ROOT);
            String cell = meanings.get(key);
            int point = key.indexOf('.');
            if (cell == null && point > 0) {
                cell = meanings.get(key.substring(0, point));
            }
            return cell == null ? meanings.get(ANY_OTHER) : cell;
        }
    }
}
