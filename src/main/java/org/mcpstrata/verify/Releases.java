package org.mcpstrata.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells all rows of all releases to the figures, and all relations to the conclusions. A measure of which no shown count
 * changed since an earlier release is the same measure there and here; of a changed one the changes are counts of their own
 * (relation 8).
 */
final class Releases {
    private final Conclusions conclusions;
    private final Figures figures;
    private final Map<String, List<Generation>> generations = new HashMap<>();
    private final SortedMap<String, String> populationOf = new TreeMap<>();
    private final Set<String> partsTold = new HashSet<>();

    private final Views views;

    /** @param views of all releases that will be told */
    Releases(Views views, Conclusions conclusions) {
        this.views = views;
        this.conclusions = conclusions;
        this.figures = new Figures(conclusions.unknowns(), views, conclusions);
    }

    /**
     * One state of a measure's counts.
     *
     * @param period program and period, with the release in which this state was first published
     */
    private record Generation(String id, String period, Shown shown) {}

    /** Tells everything; the releases in the order in which they were made. */
    void tell(List<Release> releases) {
        List<Runnable> changes = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            tell(releases.get(i), i, changes);
        }
        changes.forEach(Runnable::run);
    }

    private void tell(Release release, int index, List<Runnable> changes) {
        Described described = new Described(release, views);
        Map<String, List<ReadRow>> byMeasure =
                release.rows(Release.RESULT).stream().collect(groupingBy(Releases::measure, TreeMap::new, toList()));
        SortedSet<String> groups = new TreeSet<>();
        byMeasure.forEach((measure, rows) -> {
            Shown shown = Shown.of(rows);
            List<Generation> before = generations.computeIfAbsent(measure, key -> new ArrayList<>());
            Generation last = before.isEmpty() ? null : before.get(before.size() - 1);
            Generation now = last != null && shown.isUnchangedSince(last.shown())
                    ? last
                    : new Generation(measure + "#" + index, period(rows.get(0)) + "#" + index, shown);
            if (now != last) {
                before.add(now);
                if (last != null) {
                    changes.add(() -> changes(last, now));
                }
            }
            rows.forEach(row -> groups.add(tell(release, described, row, now)));
            if (partsTold.add("rates " + now.id())) {
                String id = rows.get(0).text("measure_id");
                changes.add(() -> new RateRelations(figures, described, conclusions, populationOf).rates(id, now.id()));
            }
        });
        changes.add(() -> relations(described, groups));
    }

    private static String measure(ReadRow row) {
        return String.join(
                "|",
                row.text("measure_id"),
                row.text("program_id"),
                row.text("measure_version"),
                row.text("period_start"),
                row.text("period_end"));
    }

    private static String period(ReadRow row) {
        return String.join("|", row.text("program_id"), row.text("period_start"), row.text("period_end"));
    }

    /** @return the row's group */
    private String tell(Release release, Described described, ReadRow row, Generation generation) {
        String measure = row.text("measure_id");
        Described.Rate rate = described.rate(measure, row.text("rate_id"));
        String verdicts = rate == null ? row.text("rate_id") : rate.verdictsOf();
        String group = generation.id() + "|" + verdicts;
        Described.Rate counted = described.rate(measure, verdicts);
        String population = counted == null || counted.population().isEmpty()
                ? group + "|population"
                : generation.period() + "|population " + counted.population();
        populationOf.put(group, population);
        Cell cell = Release.cell(row);
        if (isStratified(row)) {
            figures.publish(group, cell, Release.step(row));
            figures.publish(population, cell, Release.step(row));
        } else if (cell.isTotal()) {
            figures.publish(group, cell, Release.step(row));
        }
        List<String> hidden = row.list("suppressed_fields");
        for (Count count : Count.ALL) {
            String place = release.name() + ", " + Release.place(row) + ", " + count.column();
            String of = count == Count.INITIAL_POPULATION ? population : group;
            if (count.isCountOf(row.text("scoring"), cell.entityType())) {
                if (row.has(count.column())) {
                    figures.show(of, cell, count, whole(row.number(count.column()), place), place);
                } else if (hidden.contains(count.column())
                        || !row.text("suppression").equals("NOT_APPLICABLE")) {
                    figures.hide(of, cell, count, place);
                }
            }
        }
        return group;
    }

    /** Whether strata of the row's rate are published, so that absent ones count nobody. */
    private static boolean isStratified(ReadRow row) {
        return row.text("scoring").equals("PROPORTION") || row.text("scoring").equals("RATE");
    }

    private long whole(BigDecimal number, String place) {
        if (number.stripTrailingZeros().scale() > 0 || number.signum() < 0) {
            conclusions.find(Breach.DOES_NOT_ADD_UP, place, "not a count");
        }
        return number.longValue();
    }

    private void relations(Described described, SortedSet<String> groups) {
        Relations relations = new Relations(figures, described, conclusions);
        ViewRelations views = new ViewRelations(figures, described, conclusions);
        EntityRelations entities = new EntityRelations(figures, described, conclusions);
        List<Count> people = List.of(Count.INITIAL_POPULATION);
        List<Count> others = Count.ALL.stream()
                .filter(count -> count != Count.INITIAL_POPULATION)
                .toList();
        for (String group : groups) {
            if (partsTold.add("relations " + group)) {
                relations.status(group, populationOf.get(group));
                sums(relations, views, entities, group, others);
            }
            if (partsTold.add("relations " + populationOf.get(group))) {
                sums(relations, views, entities, populationOf.get(group), people);
            }
        }
    }

    private static void sums(
            Relations relations, ViewRelations views, EntityRelations entities, String group, List<Count> counts) {
        relations.strata(group, counts);
        relations.scopes(group, counts);
        entities.entities(group, counts);
        views.views(group, counts);
    }

    private void changes(Generation before, Generation now) {
        boolean rising = now.shown().directions(before.shown()).stream().allMatch(direction -> direction >= 0);
        boolean falling = now.shown().directions(before.shown()).stream().allMatch(direction -> direction <= 0);
        new TreeMap<>(populationOf).forEach((group, population) -> {
            if (group.startsWith(now.id() + "|")) {
                String earlier = before.id() + group.substring(now.id().length());
                String earlierPopulation = populationOf.getOrDefault(earlier, earlier);
                SortedSet<Cell> cells = new TreeSet<>(figures.cells(group));
                cells.addAll(figures.cells(earlier));
                for (Cell cell : cells) {
                    for (Count count : Count.ALL) {
                        boolean people = count == Count.INITIAL_POPULATION;
                        change(
                                figures.sum(people ? earlierPopulation : earlier, cell, count),
                                figures.sum(people ? population : group, cell, count),
                                Relations.place(group, cell, "change of " + count.column()),
                                rising,
                                falling);
                    }
                }
            }
        });
    }

    private void change(List<Quantity> before, List<Quantity> now, String place, boolean rising, boolean falling) {
        if (before == null || now == null) {
            return;
        }
        boolean wasKnown = before.stream().allMatch(Quantity::isKnown);
        if (wasKnown && now.stream().allMatch(Quantity::isKnown)) {
            conclusions.change(sum(now) - sum(before), place);
        } else if (rising || falling) {
            // Who shows a count once and hides it later has changed it: a release never withdraws what an earlier one
            // showed.
            long least = wasKnown && sum(before) > 0 ? 1 : 0;
            conclusions.atLeast(rising ? now : before, rising ? before : now, least, place);
        }
    }

    private static long sum(List<Quantity> known) {
        return known.stream().mapToLong(Quantity::value).sum();
    }
}
