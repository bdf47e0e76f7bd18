package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.verify.Generations.Generation;

/**
 * One count under several names: counts that rates have in common (relation 7), and strata of different stratifiers that are
 * the same people (relation 10). Who shows it anywhere shows it everywhere.
 */
final class SameCounts {
    private final Figures figures;
    private final Conclusions conclusions;
    private final Set<String> told = new HashSet<>();

    SameCounts(Figures figures, Conclusions conclusions) {
        this.figures = requireNonNull(figures, "figures");
        this.conclusions = requireNonNull(conclusions, "conclusions");
    }

    /** Counts that rates of a release have in common, by what its {@code dim_measure} says. */
    void rates(Release release, Described described, Map<String, Generation> measures) {
        SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
        for (ReadRow row : release.rows(Release.RESULT)) {
            String verdicts = Generations.verdicts(row, described);
            Described.Rate rate = described.rate(row.text("measure_id"), verdicts);
            String group = measures.get(Generations.measure(row)).group(verdicts);
            String period = row.text("period_start") + "|" + row.text("period_end") + "|";
            if (rate != null) {
                rate.sameCounts().forEach((count, id) -> groups.computeIfAbsent(
                                count + "|" + period + id, key -> new TreeSet<>())
                        .add(group));
            }
        }
        groups.forEach((name, same) -> {
            String first = same.first();
            same.tailSet(first + "\0").forEach(other -> {
                for (Count count : Count.ALL) {
                    if (name.startsWith(count.column() + "|")) {
                        rates(first, other, count);
                    }
                }
            });
        });
    }

    private void rates(String one, String other, Count count) {
        if (!told.add(one + " " + other + " " + count)) {
            return;
        }
        SortedSet<Cell> cells = new TreeSet<>(figures.cells(one));
        cells.addAll(figures.cells(other));
        for (Cell cell : cells) {
            String place = Relations.place(other, cell, "the same " + count.column());
            equal(figures.of(one, cell, count), figures.of(other, cell, count), place);
        }
    }

    /** Strata of one group of rows that are the same people. */
    void strata(String group, Views views, List<Count> counts) {
        for (Cell block : figures.blocks(group)) {
            SortedMap<String, List<Cell>> cells = new TreeMap<>();
            for (String stratifier : figures.strata(group, block).byStratifier().keySet()) {
                views.find(stratifier)
                        .ifPresent(view -> view.strata().values().forEach(stratum -> cells.computeIfAbsent(
                                        views.people(stratifier, stratum), key -> new ArrayList<>())
                                .add(block.at(stratifier, stratum.id()))));
            }
            cells.forEach((people, same) -> {
                for (Cell other : same.subList(1, same.size())) {
                    for (Count count : counts) {
                        String place = Relations.place(group, other, people + ", " + count.column());
                        equal(figures.of(group, same.get(0), count), figures.of(group, other, count), place);
                    }
                }
            });
        }
    }

    private void equal(Quantity one, Quantity other, String place) {
        if (one != null && other != null) {
            conclusions.relation(new Sum().plus(one).minus(other), place);
        }
    }
}
