package org.mcpstrata.valueset;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table of codes hold what, by their titles; -1 for a column the table does not have. The titles are
 * those of the downloads of the Value Set Authority Center, of one value set and of a measure program, and of this project's
 * own form.
 */
record CodeColumns(int id, int name, int definition, int expansion, int code, int system, int systemId) {
    static final Set<String> ID = Set.of("value set oid", "oid");
    static final Set<String> NAME = Set.of("value set name", "name");
    static final Set<String> DEFINITION = Set.of("definition version", "value set version");
    static final Set<String> EXPANSION = Set.of("expansion version", "expansion id", "expansion");
    private static final Set<String> CODE = Set.of("code", "concept code");
    private static final Set<String> SYSTEM = Set.of("code system", "code system name");
    private static final Set<String> SYSTEM_ID = Set.of("code system oid");

    /** The columns, where the row is the row of titles. */
    static Optional<CodeColumns> of(SheetRow row) {
        List<String> titles = row.cells().stream().map(SheetRow.Cell::label).toList();
        CodeColumns columns = new CodeColumns(
                first(titles, ID),
                first(titles, NAME),
                first(titles, DEFINITION),
                first(titles, EXPANSION),
                first(titles, CODE),
                first(titles, SYSTEM),
                first(titles, SYSTEM_ID));
        return columns.code >= 0 && (columns.system >= 0 || columns.systemId >= 0)
                ? Optional.of(columns)
                : Optional.empty();
    }

    private static int first(List<String> titles, Set<String> wanted) {
        for (int column = 0; column < titles.size(); column++) {
            if (wanted.contains(titles.get(column))) {
                return column;
            }
        }
        return -1;
    }
}
