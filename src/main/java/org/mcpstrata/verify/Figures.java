package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
    private final SortedMap<String, SortedMap<Cell, Strata>> published = new TreeMap<>();
    private final Map<String, SortedSet<Integer>> tables = new HashMap<>();
    private final Views views;

    Figures(Unknowns unknowns, Views views, Conclusions conclusions) {
        this.unknowns = unknowns;
        this.views = views;
        this.conclusions = conclusions;
    }

    /** The strata with a row of one entity and payer scope, by stratifier and step. */
    record Strata(SortedMap<String, SortedMap<Integer, SortedSet<String>>> byStratifier) {
        static final Strata NONE = new Strata(new TreeMap<>());

        SortedSet<String> of(String stratifier, int step) {
            return byStratifier.getOrDefault(stratifier, new TreeMap<>()).getOrDefault(step, new TreeSet<>());
        }

        /** Of all steps together. */
        SortedSet<String> of(String stratifier) {
            SortedSet<String> all = new TreeSet<>();
            byStratifier.getOrDefault(stratifier, new TreeMap<>()).values().forEach(all::addAll);
            return all;
        }

        private void add(String stratifier, int step, String stratum) {
            byStratifier
                    .computeIfAbsent(stratifier, key -> new TreeMap<>())
                    .computeIfAbsent(step, key -> new TreeSet<>())
                    .add(stratum);
        }
    }

    /** @param group names who is counted by what definition; counts of one group, cell and kind are the same count */
    private record Key(String group, Cell cell, Count count) {}

    /** Notes that a group has a row; strata that none of the rows beside it at the same step holds count nobody. */
    void publish(String group, Cell cell, int step) {
        Cell block = Cell.total(cell.entityType(), cell.entityId(), cell.scope());
        published
                .computeIfAbsent(group, key -> new TreeMap<>())
                .computeIfAbsent(block, key -> new Strata(new TreeMap<>()))
                .add(cell.stratifier(), step, cell.stratum());
        tables.computeIfAbsent(table(group, cell), key -> new TreeSet<>()).add(step);
    }

    private static String table(String group, Cell cell) {
        return String.join("|", group, cell.entityType(), cell.scope(), cell.stratifier());
    }

    /** Whether there is a row of any entity: then a row that is absent counts nobody, else nothing is said. */
    boolean isTable(String group, String entityType, String scope, String stratifier) {
        return tables.containsKey(String.join("|", group, entityType, scope, stratifier));
    }

    /** The steps at which rows of the cell's kind of entity, payer scope and stratifier are published. */
    SortedSet<Integer> steps(String group, Cell cell) {
        return tables.getOrDefault(table(group, cell), new TreeSet<>());
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
        SortedSet<Integer> steps = steps(group, cell);
        if (!steps.isEmpty()) {
            // A row without this count has none to speak of, and a part of a stratum is not told apart.
            Strata strata = strata(group, cell);
            return steps.stream().anyMatch(step -> isNobody(cell, strata.of(cell.stratifier(), step)))
                    ? Quantity.ZERO
                    : null;
        }
        if (cell.isTotal()) {
            return null;
        }
        Quantity total = quantities.get(new Key(group, cell.at(Cell.TOTAL, Cell.TOTAL), count));
        return total != null && total.isKnown() && total.value() == 0 ? Quantity.ZERO : null;
    }

    private boolean isNobody(Cell cell, SortedSet<String> present) {
        return !present.contains(cell.stratum())
                && present.stream()
                        .allMatch(other -> Collections.disjoint(
                                views.finest(cell.stratifier(), other),
                                views.finest(cell.stratifier(), cell.stratum())));
    }

    /**
     * The counts that add up to that of a cell: itself, or those of the strata that it holds at a finer step; null where
     * what is published does not tell.
     */
    List<Quantity> sum(String group, Cell cell, Count count) {
        Quantity own = of(group, cell, count);
        if (own != null) {
            return List.of(own);
        }
        Set<String> held = views.finest(cell.stratifier(), cell.stratum());
        for (int step : steps(group, cell)) {
            List<String> parts = strata(group, cell).of(cell.stratifier(), step).stream()
                    .filter(part -> !Collections.disjoint(views.finest(cell.stratifier(), part), held))
                    .toList();
            if (parts.stream().allMatch(part -> held.containsAll(views.finest(cell.stratifier(), part)))) {
                List<Quantity> sum = all(group, cell, parts, count);
                if (sum != null) {
                    return sum;
                }
            }
        }
        return null;
    }

    /** The counts of strata of the cell's entity and stratifier; null where one is not told. */
    List<Quantity> all(String group, Cell cell, Collection<String> strata, Count count) {
        List<Quantity> all = new ArrayList<>();
        for (String stratum : strata) {
            Quantity quantity = of(group, cell.at(cell.stratifier(), stratum), count);
            if (quantity == null) {
                return null;
            }
            all.add(quantity);
        }
        return all;
    }

    /** Strata with a row of the cell's entity and payer scope. */
    Strata strata(String group, Cell cell) {
        return published
                .getOrDefault(group, new TreeMap<>())
                .getOrDefault(Cell.total(cell.entityType(), cell.entityId(), cell.scope()), Strata.NONE);
    }

    /** Entities and payer scopes with rows of a group, each as its total. */
    List<Cell> blocks(String group) {
        return List.copyOf(published.getOrDefault(group, new TreeMap<>()).keySet());
    }

    /** Every cell with a row of the group. */
    List<Cell> cells(String group) {
        return blocks(group).stream()
                .flatMap(block -> strata(group, block).byStratifier().keySet().stream()
                        .flatMap(stratifier -> strata(group, block).of(stratifier).stream()
                                .map(stratum -> block.at(stratifier, stratum))))
                .toList();
    }
}
