package org.mcpstrata.protect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A small system under names, for tests. */
final class Grid {
    static final SafetyRule RULE = new SafetyRule(10, 10);

    final CellSystem.Builder builder = new CellSystem.Builder();
    final Map<String, Integer> cells = new LinkedHashMap<>();

    Grid cell(String name, long value, double weight) {
        cells.put(name, builder.count(value, weight));
        return this;
    }

    Grid cell(String name, long value) {
        boolean total = name.contains("*");
        boolean missing = name.contains("Unknown");
        return cell(name, value, total ? 4 : missing ? 0.25 : 1);
    }

    Grid known(String name, long value) {
        cell(name, value);
        builder.known(cells.get(name));
        return this;
    }

    Grid difference(String name, long value) {
        cells.put(name, builder.difference(value));
        return this;
    }

    Grid sum(String whole, String... parts) {
        builder.sum(cells.get(whole), List.of(parts).stream().map(cells::get).toList());
        return this;
    }

    /** Two crossed axes with all their totals. */
    static Grid table(String[] rows, String[] columns, long[][] values) {
        Grid grid = new Grid();
        long[] below = new long[columns.length];
        long all = 0;
        for (int r = 0; r < rows.length; r++) {
            long across = 0;
            for (int c = 0; c < columns.length; c++) {
                grid.cell(rows[r] + "|" + columns[c], values[r][c]);
                across += values[r][c];
                below[c] += values[r][c];
            }
            grid.cell(rows[r] + "|*", across);
            all += across;
        }
        for (int c = 0; c < columns.length; c++) {
            grid.cell("*|" + columns[c], below[c]);
            String column = columns[c];
            grid.sum(
                    "*|" + column,
                    List.of(rows).stream().map(row -> row + "|" + column).toArray(String[]::new));
        }
        grid.cell("*|*", all);
        for (String row : rows) {
            grid.sum(
                    row + "|*",
                    List.of(columns).stream().map(column -> row + "|" + column).toArray(String[]::new));
        }
        grid.sum("*|*", List.of(rows).stream().map(row -> row + "|*").toArray(String[]::new));
        grid.sum("*|*", List.of(columns).stream().map(column -> "*|" + column).toArray(String[]::new));
        return grid;
    }

    CellSystem system() {
        return builder.build();
    }

    TreeSet<String> names(boolean[] hidden) {
        TreeSet<String> names = new TreeSet<>();
        cells.forEach((name, cell) -> {
            if (hidden[cell]) {
                names.add(name);
            }
        });
        return names;
    }

    boolean[] hidden(String... names) {
        boolean[] hidden = new boolean[cells.size()];
        for (String name : names) {
            hidden[cells.get(name)] = true;
        }
        return hidden;
    }
}
