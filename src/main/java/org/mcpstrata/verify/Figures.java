package org.mcpstrata.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.verify.bounds.Unknowns;

/**
 * All counts ever published together, each once: counts that are the same by the contract share one entry, so that who shows it
 * anywhere shows it everywhere.
 */
final class Figures {
    private final Unknowns unknowns;
    private final Conclusions conclusions;
    private final Map<Key, Quantity> quantities = new HashMap<>();
    private final SortedMap<String, SortedMap<Cell, SortedMap<String, SortedSet<String>>>> published = new TreeMap<>();
    private final Set<String> tables = new HashSet<>();

    Figures(Unknowns unknowns, Conclusions conclusions) {
        this.unknowns = unknowns;
        this.conclusions = conclusions;
    }

    /** @param group names who is counted by what definition; counts of one group, cell and kind are the same count */
    private record Key(String group, Cell cell, Count count) {}

    /** Notes that a group has a row; strata without a row beside it count nobody. */
    void publish(String group, Cell cell) {
        Cell block = Cell.total(cell.entityType(), cell.entityId(), cell.scope());
        published
                .computeIfAbsent(group, key -> new TreeMap<>())
                .computeIfAbsent(block, key -> new TreeMap<>())
                .computeIfAbsent(cell.stratifier(), key -> new TreeSet<>())
                .add(cell.stratum());
        tables.add(table(group, cell.entityType(), cell.scope(), cell.stratifier()));
    }

    private static String table(String group, String entityType, String scope, String stratifier) {
        return String.join("|", group, entityType, scope, stratifier);
    }

    /** Whether there is a row of any entity: then a row that is absent counts nobody, else nothing is said. */
    boolean isTable(String group, String entityType, String scope, String stratifier) {
        return tables.contains(table(group, entityType, scope, stratifier));
    }

    void show(String group, Cell cell, Count count, long value, String place) {
        Key key = new Key(group, cell, count);
        Quantity before = quantities.put(key, Quantity.known(value));
        if (before == null) {
            return;
        }
        if (!before.isKnown()) {
            conclusions.nowKnown(before.variable(), value);
        } else if (before.value() != value) {
            conclusions.find(
                    Breach.DOES_NOT_ADD_UP, place, "the same count is shown as " + before.value() + " and as " + value);
        }
    }

    void hide(String group, Cell cell, Count count, String place) {
        Key key = new Key(group, cell, count);
        Quantity before = quantities.get(key);
        if (before == null) {
            int variable = unknowns.add(1);
            quantities.put(key, Quantity.unknown(variable));
            conclusions.hidden(variable, place);
        } else if (before.isKnown()) {
            conclusions.find(
                    Breach.INTERVAL_TOO_NARROW,
                    place,
                    "interval [" + before.value() + ", " + before.value() + "], shown elsewhere as the same count");
        } else {
            conclusions.hidden(before.variable(), place);
        }
    }

    /** The count, nothing where nobody is counted, or null where what is published does not speak of it. */
    Quantity of(String group, Cell cell, Count count) {
        Quantity found = quantities.get(new Key(group, cell, count));
        if (found != null) {
            return found;
        }
        if (cell.entityType().equals(Cell.PRACTICE) && !count.isOfPractices()) {
            return null;
        }
        if (isTable(group, cell.entityType(), cell.scope(), cell.stratifier())) {
            // A row without this count has none to speak of.
            boolean hasRow = block(group, cell)
                    .getOrDefault(cell.stratifier(), new TreeSet<>())
                    .contains(cell.stratum());
            return hasRow ? null : Quantity.ZERO;
        }
        if (cell.isTotal()) {
            return null;
        }
        Quantity total = quantities.get(new Key(group, cell.at(Cell.TOTAL, Cell.TOTAL), count));
        return total != null && total.isKnown() && total.value() == 0 ? Quantity.ZERO : null;
    }

    /** Strata with a row, by stratifier; empty where an entity and payer scope have none. */
    SortedMap<String, SortedSet<String>> block(String group, Cell cell) {
        return published
                .getOrDefault(group, new TreeMap<>())
                .getOrDefault(Cell.total(cell.entityType(), cell.entityId(), cell.scope()), new TreeMap<>());
    }

    SortedSet<String> groups() {
        return new TreeSet<>(published.keySet());
    }

    /** Entities and payer scopes with rows of a group, each as its total. */
    List<Cell> blocks(String group) {
        return List.copyOf(published.getOrDefault(group, new TreeMap<>()).keySet());
    }

    /** Every cell with a row of the group. */
    List<Cell> cells(String group) {
        return blocks(group).stream()
                .flatMap(block -> block(group, block).entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(stratum -> block.at(entry.getKey(), stratum))))
                .toList();
    }
}
