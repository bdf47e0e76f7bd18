package org.mcpstrata.protect;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * All that earlier releases of the same program and period have shown, oldest first. What was shown stays shown; what was
 * hidden stays hidden (stratification.md 5.5).
 */
final class Earlier {
    private final Map<Position, Map<Count, Long>> shown = new HashMap<>();
    private final Map<Position, EnumSet<Count>> printed = new HashMap<>();
    private final SortedSet<PublicTable> tables = new TreeSet<>();
    private final SortedMap<String, Released> newestOf = new TreeMap<>();
    private final Set<PublicTable> contradicting = new HashSet<>();
    private final Map<Level, Integer> steps = new HashMap<>();
    private final Set<Level> atSeveralSteps = new HashSet<>();
    private final Map<Level, SortedSet<String>> strata = new HashMap<>();
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> merges = new TreeMap<>();
    private final SortedMap<String, String> attributes = new TreeMap<>();
    private final Set<SortedSet<String>> crossings = new LinkedHashSet<>();

    private Earlier() {}

    static Earlier of(List<Released> releases, Map<RateName, RateName> verdictsOf) {
        Earlier earlier = new Earlier();
        for (Released release : releases) {
            for (TableRow row : release.rows()) {
                earlier.add(CountedRow.released(row, verdictsOf));
                earlier.newestOf.put(row.text("measure_id"), release);
            }
            release.strata().forEach(earlier::describe);
        }
        return earlier;
    }

    private void add(CountedRow row) {
        Position at = row.position();
        tables.add(at.table());
        level(row);
        if (row.rate().equals(at.table().rate())) {
            Map<Count, Long> known = shown.computeIfAbsent(at, position -> new TreeMap<>());
            EnumSet<Count> all = printed.computeIfAbsent(at, position -> EnumSet.noneOf(Count.class));
            row.counts().forEach((count, value) -> {
                all.add(count);
                if (value != null) {
                    Long before = known.put(count, value);
                    if (before != null && !before.equals(value)) {
                        contradicting.add(at.table());
                    }
                }
            });
        }
    }

    private void level(CountedRow row) {
        Level level = Level.of(row.position().table());
        if (!row.components().isEmpty()) {
            crossings.add(new TreeSet<>(row.components().keySet()));
        } else {
            Integer before = steps.putIfAbsent(level, row.step());
            if (before != null && before != row.step()) {
                atSeveralSteps.add(level);
            }
            strata.computeIfAbsent(level, it -> new TreeSet<>())
                    .add(row.position().stratumId());
        }
    }

    private void describe(TableRow stratum) {
        String stratifier = stratum.text("stratifier_id");
        if (stratum.text("attribute") != null) {
            attributes.put(stratifier, stratum.text("attribute"));
        }
        if (!stratum.list("merges").isEmpty() && stratum.map("components") == null) {
            merges.computeIfAbsent(stratifier, it -> new TreeMap<>())
                    .put(stratum.text("stratum_id"), new TreeSet<>(stratum.list("merges")));
        }
    }

    /** The step of every stratifier that has been published, by level; crossings are at those of their sides. */
    Map<Level, Integer> steps() {
        return Map.copyOf(steps);
    }

    /** Levels that have been published at more than one step. */
    Set<Level> atSeveralSteps() {
        return Set.copyOf(atSeveralSteps);
    }

    /** Strata that have been published at a level. */
    SortedSet<String> strata(Level level) {
        return strata.getOrDefault(level, new TreeSet<>());
    }

    /** Merged strata that have been described of a stratifier, with what they hold. */
    SortedMap<String, SortedSet<String>> merges(String stratifierId) {
        return merges.getOrDefault(stratifierId, new TreeMap<>());
    }

    /** Stratifiers that have been published of answers, with what was answered. */
    SortedMap<String, String> attributes() {
        return attributes;
    }

    /** Pairs of stratifiers that have been crossed. */
    Set<SortedSet<String>> crossings() {
        return crossings;
    }

    /** The newest release that shows a measure; empty where none does. */
    Optional<Released> newest(String measureId) {
        return Optional.ofNullable(newestOf.get(measureId));
    }

    boolean publishes(PublicTable table) {
        return tables.contains(table);
    }

    boolean isShown(Position position, Count count) {
        return shown.getOrDefault(position, Map.of()).containsKey(count);
    }

    boolean isHidden(Position position, Count count) {
        EnumSet<Count> all = printed.get(position);
        return all != null && all.contains(count) && !isShown(position, count);
    }

    /**
     * Whether counts are still what was shown of them, rows that were left out because nobody was in them included.
     *
     * @param rows of measures, in their present state and with all their strata
     */
    boolean agreesWith(List<CountedRow> rows, Set<String> measureIds) {
        Set<Position> present = new HashSet<>();
        for (CountedRow row : rows) {
            Position at = row.position();
            present.add(at);
            if (!tables.contains(at.table())) {
                continue;
            }
            for (Map.Entry<Count, Long> count : row.counts().entrySet()) {
                Long before = shown.getOrDefault(at, Map.of()).get(count.getKey());
                boolean wasHidden = isHidden(at, count.getKey());
                if (wasHidden ? count.getValue() == 0 : (before == null ? 0 : before) != count.getValue()) {
                    return false;
                }
            }
        }
        return contradicting.stream()
                        .noneMatch(table -> measureIds.contains(table.rate().measureId()))
                && printed.keySet().stream()
                        .filter(at -> measureIds.contains(at.table().rate().measureId()))
                        .filter(at -> !present.contains(at))
                        .allMatch(at -> shown.get(at).size() == printed.get(at).size()
                                && shown.get(at).values().stream().allMatch(value -> value == 0));
    }
}
