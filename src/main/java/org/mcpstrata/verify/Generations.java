package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which releases show the same counts of a measure, whatever program they are of: the people are the same. A measure of which
 * no shown count changed since an earlier release is the same measure there and here (relation 8); rates that any release gives
 * the same initial population have it in all releases of these counts (relation 7).
 */
final class Generations {
    private final Map<String, List<Generation>> byMeasure = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<String, String> firstOfPopulation = new TreeMap<>();

    /**
     * One state of a measure's counts.
     *
     * @param id names measure, version, period and the release in which this state was first published
     */
    record Generation(String id, Shown shown) {
        Generation {
            requireNonNull(id, "id");
            requireNonNull(shown, "shown");
        }

        /** What is counted by one definition in this state: counts of one group, cell and kind are the same count. */
        String group(String verdicts) {
            return id + "|" + verdicts;
        }
    }

    /** Two states of one measure, one after the other. */
    record Change(Generation before, Generation now) {}

    /** The measure of a row. */
    static String measure(ReadRow row) {
        return String.join(
                "|",
                row.text("measure_id"),
                row.text("measure_version"),
                row.text("period_start"),
                row.text("period_end"));
    }

    /** The rate of whose people a row tells. */
    static String verdicts(ReadRow row, Described described) {
        Described.Rate rate = described.rate(row.text("measure_id"), row.text("rate_id"));
        return rate == null ? row.text("rate_id") : rate.verdictsOf();
    }

    /**
     * Takes the next release.
     *
     * @param index how many were taken before
     * @return the state of each measure in it
     */
    SortedMap<String, Generation> take(Release release, int index, Described described) {
        SortedMap<String, Generation> now = new TreeMap<>();
        Map<String, String> groupOf = new HashMap<>();
        release.rows(Release.RESULT).stream()
                .collect(groupingBy(Generations::measure, TreeMap::new, toList()))
                .forEach((measure, rows) -> {
                    Generation generation = generation(measure, rows, index);
                    now.put(measure, generation);
                    for (ReadRow row : rows) {
                        String verdicts = verdicts(row, described);
                        String group = generation.group(verdicts);
                        firstOfPopulation.putIfAbsent(group, group);
                        Described.Rate counted = described.rate(row.text("measure_id"), verdicts);
                        if (counted != null && !counted.population().isEmpty()) {
                            // Equal ids mean equal people among measures of one period only.
                            String period = row.text("period_start") + "|" + row.text("period_end");
                            join(group, groupOf.computeIfAbsent(period + "|" + counted.population(), id -> group));
                        }
                    }
                });
        return now;
    }

    private Generation generation(String measure, List<ReadRow> rows, int index) {
        Shown shown = Shown.of(rows);
        List<Generation> before = byMeasure.computeIfAbsent(measure, key -> new ArrayList<>());
        if (!before.isEmpty()) {
            Generation last = before.get(before.size() - 1);
            if (shown.isUnchangedSince(last.shown())) {
                return last;
            }
            changes.add(new Change(last, new Generation(measure + "#" + index, shown)));
            before.add(changes.get(changes.size() - 1).now());
        } else {
            before.add(new Generation(measure + "#" + index, shown));
        }
        return before.get(before.size() - 1);
    }

    private void join(String group, String other) {
        String one = root(group);
        String two = root(other);
        firstOfPopulation.put(one.compareTo(two) < 0 ? two : one, one.compareTo(two) < 0 ? one : two);
    }

    private String root(String group) {
        String at = group;
        while (!firstOfPopulation.get(at).equals(at)) {
            at = firstOfPopulation.get(at);
        }
        return at;
    }

    /** Every group with what names its initial population; call it when all releases are taken. */
    SortedMap<String, String> populations() {
        SortedMap<String, String> populations = new TreeMap<>();
        firstOfPopulation.keySet().forEach(group -> populations.put(group, root(group) + "|population"));
        return populations;
    }

    List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }
}
