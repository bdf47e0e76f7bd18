package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.verify.Generations.Generation;

/**
 * Tells all rows of all releases to the figures, and all relations to the conclusions. Of a measure that changed since an
 * earlier release the changes are counts of their own (relation 8).
 */
final class Releases {
    private final Conclusions conclusions;
    private final Figures figures;
    private final SameCounts same;
    private final Generations generations = new Generations();
    private final SortedMap<String, String> populationOf = new TreeMap<>();
    private final Set<String> partsTold = new HashSet<>();
    private final Views views;

    /** The first program's id; programs of one period have the same people, and other periods other groups. */
    private String program = "";

    /** @param views of all releases that will be told */
    Releases(Views views, Conclusions conclusions) {
        this.views = views;
        this.conclusions = conclusions;
        this.figures = new Figures(conclusions.unknowns(), views, conclusions);
        this.same = new SameCounts(figures, conclusions);
    }

    /** A release with the state of each measure in it. */
    private record Told(Release release, Described described, SortedMap<String, Generation> measures) {}

    /** Tells everything; the releases in the order in which they were made. */
    void tell(List<Release> releases) {
        List<Told> all = new ArrayList<>();
        for (Release release : releases) {
            Described described = new Described(release, views);
            all.add(new Told(release, described, generations.take(release, all.size(), described)));
        }
        populationOf.putAll(generations.populations());
        all.forEach(this::rows);
        all.forEach(this::relations);
        generations.changes().forEach(change -> changes(change.before(), change.now()));
    }

    private void rows(Told told) {
        told.release()
                .rows(Release.RESULT)
                .forEach(row -> tell(told, row, told.measures().get(Generations.measure(row))));
    }

    private void tell(Told told, ReadRow row, Generation generation) {
        String group = generation.group(Generations.verdicts(row, told.described()));
        String population = populationOf.get(group);
        Cell cell = cell(row);
        if (isStratified(row)) {
            figures.publish(group, cell, Release.step(row));
            figures.publish(population, cell, Release.step(row));
        } else if (cell.isTotal()) {
            figures.publish(group, cell, Release.step(row));
        }
        List<String> hidden = row.list("suppressed_fields");
        for (Count count : Count.ALL) {
            String place = told.release().name() + ", " + Release.place(row) + ", " + count.column();
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
    }

    private Cell cell(ReadRow row) {
        Cell cell = Release.cell(row);
        if (!cell.entityType().equals(Cell.PROGRAM)) {
            return cell;
        }
        program = program.isEmpty() ? cell.entityId() : program;
        return cell.of(Cell.PROGRAM, program);
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

    private void relations(Told told) {
        Described described = told.described();
        told.measures().forEach((measure, generation) -> {
            String id = measure.substring(0, measure.indexOf('|'));
            if (partsTold.add("rates " + generation.id() + " " + described.ratesOf(id))) {
                new RateRelations(figures, described, conclusions, populationOf).rates(id, generation.id());
            }
        });
        SortedSet<String> groups = new TreeSet<>();
        for (ReadRow row : told.release().rows(Release.RESULT)) {
            groups.add(told.measures().get(Generations.measure(row)).group(Generations.verdicts(row, described)));
        }
        same.rates(told.release(), described, told.measures());
        Relations relations = new Relations(figures, described, conclusions);
        ViewRelations views = new ViewRelations(figures, described, conclusions);
        EntityRelations entities = new EntityRelations(figures, described, conclusions);
        LineRelations lines = new LineRelations(figures, described.views(), conclusions);
        List<Count> people = List.of(Count.INITIAL_POPULATION);
        List<Count> others = Count.ALL.stream()
                .filter(count -> count != Count.INITIAL_POPULATION)
                .toList();
        for (String group : groups) {
            if (partsTold.add("relations " + group)) {
                relations.status(group, populationOf.get(group));
                sums(relations, views, entities, group, others);
                same.strata(group, described.views(), others);
                lines.lines(group, others);
            }
            if (partsTold.add("relations " + populationOf.get(group))) {
                sums(relations, views, entities, populationOf.get(group), people);
                same.strata(populationOf.get(group), described.views(), people);
                lines.lines(populationOf.get(group), people);
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
                        if (people && earlierPopulation.equals(population)) {
                            continue;
                        }
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
