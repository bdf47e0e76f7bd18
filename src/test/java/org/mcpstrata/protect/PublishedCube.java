package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * What a reader of a published {@link LadderCube} can write down: its counts and the sums of {@code public-tier.md}, told here
 * once more from the rows and from what their names mean. It shares no code with the gate but the list of sums that it fills.
 */
final class PublishedCube {
    private static final List<String> COUNTS = List.of("performance_denominator", "numerator", "not_met");
    private static final List<String> ALIASES = List.of("initial_population", "denominator");

    final Grid grid = new Grid();
    private final LadderCube cube;
    private final SortedMap<String, List<TableRow>> tables = new TreeMap<>();
    private final TreeSet<String> hidden = new TreeSet<>();
    private int differences;

    PublishedCube(LadderCube cube, List<TableRow> rows) {
        this.cube = cube;
        for (TableRow row : rows) {
            tables.computeIfAbsent(table(row), key -> new ArrayList<>()).add(row);
            COUNTS.forEach(count -> cell(row, count));
            grid.sum(name(row, COUNTS.get(0)), name(row, COUNTS.get(1)), name(row, COUNTS.get(2)));
        }
        for (List<TableRow> table : List.copyOf(tables.values())) {
            String stratifier = table.get(0).text("stratifier_id");
            if (stratifier.equals(LadderCube.CROSSING)) {
                crossing(table, LadderCube.RACE);
                crossing(table, LadderCube.SEX);
            } else if (!stratifier.equals(LadderCube.TOTAL)) {
                sums(sibling(table.get(0), LadderCube.TOTAL), table);
            }
        }
        List.of(LadderCube.TOTAL, LadderCube.RACE).forEach(stratifier -> {
            List<TableRow> states = new ArrayList<>(rows("STATE", "CO", "ALL", stratifier));
            states.addAll(rows("STATE", "ME", "ALL", stratifier));
            List<TableRow> program = rows("PROGRAM", "mcp", "ALL", stratifier);
            if (!states.isEmpty()) {
                linked(program, states).forEach(link -> sums(link.get(0), link.get(1)));
            }
            linked(program, rows("PROGRAM", "mcp", LadderCube.LINE, stratifier)).stream()
                    .filter(link -> !link.get(0).isEmpty() && !link.get(1).isEmpty())
                    .forEach(link -> COUNTS.forEach(count -> difference(link.get(0), link.get(1), count)));
        });
    }

    private static String table(TableRow row) {
        return String.join(
                "|",
                row.text("entity_type"),
                row.text("entity_id"),
                row.text("payer_scope"),
                row.text("stratifier_id"));
    }

    private List<TableRow> rows(String... table) {
        return tables.getOrDefault(String.join("|", table), List.of());
    }

    private List<TableRow> sibling(TableRow row, String stratifier) {
        return rows(row.text("entity_type"), row.text("entity_id"), row.text("payer_scope"), stratifier);
    }

    private static String name(TableRow row, String count) {
        return table(row) + "|" + row.text("stratum_id") + "|" + count;
    }

    private void cell(TableRow row, String count) {
        grid.cell(name(row, count), truth(row, count), 1);
        boolean shown = row.count(count) != null
                || count.equals(COUNTS.get(0)) && ALIASES.stream().anyMatch(alias -> row.count(alias) != null);
        if (!shown) {
            hidden.add(name(row, count));
        }
    }

    /** The count of a row, from the people themselves. */
    long truth(TableRow row, String count) {
        Set<String> races = races(row);
        String type = row.text("entity_type");
        return cube.groups().stream()
                .filter(group -> races.isEmpty() || races.contains(group.race()))
                .filter(group -> !type.equals("STATE") || group.beside().equals(row.text("entity_id")))
                .filter(group ->
                        row.text("payer_scope").equals("ALL") || group.beside().equals(row.text("payer_scope")))
                .filter(group -> sex(row).isEmpty() || group.beside().equals(sex(row)))
                .mapToLong(group -> switch (count) {
                    case "numerator" -> group.met();
                    case "not_met" -> group.notMet();
                    default -> group.met() + group.notMet();
                })
                .sum();
    }

    /** The races of a row; none where it holds all. */
    private static Set<String> races(TableRow row) {
        return switch (row.text("stratifier_id")) {
            case LadderCube.RACE -> LadderCube.finest(row.text("stratum_id"));
            case LadderCube.CROSSING -> LadderCube.finest(row.map("components").get(LadderCube.RACE));
            default -> Set.of();
        };
    }

    private static String sex(TableRow row) {
        return switch (row.text("stratifier_id")) {
            case LadderCube.SEX -> row.text("stratum_id");
            case LadderCube.CROSSING -> row.map("components").get(LadderCube.SEX);
            default -> "";
        };
    }

    private void crossing(List<TableRow> pairs, String axis) {
        Map<String, List<TableRow>> bySide = new TreeMap<>();
        pairs.forEach(pair -> bySide.computeIfAbsent(pair.map("components").get(axis), key -> new ArrayList<>())
                .add(pair));
        List<TableRow> sides = sibling(pairs.get(0), axis);
        bySide.forEach((side, of) -> sums(
                sides.stream()
                        .filter(row -> row.text("stratum_id").equals(side))
                        .toList(),
                of));
    }

    /** Rows of both sides that hold the same races together; each pair is wholes, then parts. */
    private static List<List<List<TableRow>>> linked(List<TableRow> wholes, List<TableRow> parts) {
        List<List<List<TableRow>>> links = new ArrayList<>();
        List<TableRow> left = new ArrayList<>(wholes);
        List<TableRow> others = new ArrayList<>(parts);
        while (!left.isEmpty() || !others.isEmpty()) {
            Set<String> races = new TreeSet<>(races(left.isEmpty() ? others.get(0) : left.get(0)));
            int before;
            do {
                before = races.size();
                for (TableRow row : left) {
                    if (!Collections.disjoint(races, races(row))) {
                        races.addAll(races(row));
                    }
                }
                for (TableRow row : others) {
                    if (!Collections.disjoint(races, races(row))) {
                        races.addAll(races(row));
                    }
                }
            } while (races.size() > before);
            List<TableRow> some = taken(left, races);
            links.add(List.of(some, taken(others, races)));
        }
        return links;
    }

    private static List<TableRow> taken(List<TableRow> from, Set<String> races) {
        List<TableRow> taken = from.stream()
                .filter(row -> races.isEmpty() || !Collections.disjoint(races, races(row)))
                .toList();
        from.removeAll(taken);
        return taken;
    }

    /** @param wholes none where their table is not published */
    private void sums(List<TableRow> wholes, List<TableRow> parts) {
        if (wholes.isEmpty()) {
            return;
        }
        COUNTS.forEach(count -> grid.builder.equal(cells(wholes, count), cells(parts, count)));
    }

    private void difference(List<TableRow> wholes, List<TableRow> parts, String count) {
        long between = wholes.stream().mapToLong(row -> truth(row, count)).sum()
                - parts.stream().mapToLong(row -> truth(row, count)).sum();
        String name = "between " + differences++;
        grid.difference(name, between);
        List<Integer> withRest = new ArrayList<>(cells(parts, count));
        withRest.add(grid.cells.get(name));
        grid.builder.equal(cells(wholes, count), withRest);
    }

    private List<Integer> cells(List<TableRow> rows, String count) {
        return rows.stream().map(row -> grid.cells.get(name(row, count))).toList();
    }

    /** Names of the counts that are shown nowhere. */
    TreeSet<String> hidden() {
        return hidden;
    }

    boolean[] hiddenCells() {
        return grid.hidden(hidden.toArray(String[]::new));
    }
}
