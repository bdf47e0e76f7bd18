package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all published lines of business together count more or less than everybody: memberships of people who are in several,
 * less people who are in none (relation 5).
 */
final class LineRelations {
    private final Figures figures;
    private final Views views;
    private final Conclusions conclusions;

    LineRelations(Figures figures, Views views, Conclusions conclusions) {
        this.figures = requireNonNull(figures, "figures");
        this.views = requireNonNull(views, "views");
        this.conclusions = requireNonNull(conclusions, "conclusions");
    }

    void lines(String group, List<Count> counts) {
        SortedMap<Cell, List<Cell>> linesOf = new TreeMap<>();
        SortedMap<String, SortedSet<String>> scopes = new TreeMap<>();
        for (Cell block : figures.blocks(group)) {
            linesOf.computeIfAbsent(block.forEverybody(), key -> new ArrayList<>());
            if (!block.equals(block.forEverybody())) {
                scopes.computeIfAbsent(block.entityType(), key -> new TreeSet<>())
                        .add(block.scope());
            }
        }
        linesOf.forEach((everybody, lines) -> scopes.getOrDefault(everybody.entityType(), new TreeSet<>())
                .forEach(scope -> lines.add(Cell.total(everybody.entityType(), everybody.entityId(), scope))));
        linesOf.forEach((everybody, lines) -> figures.strata(group, everybody)
                .byStratifier()
                .forEach((stratifier, steps) -> steps.values()
                        .forEach(strata -> lines(group, everybody.at(stratifier, "*"), strata, lines, counts))));
    }

    private void lines(String group, Cell everybody, SortedSet<String> strata, List<Cell> lines, List<Count> counts) {
        String stratifier = everybody.stratifier();
        List<Cell> published = lines.stream()
                .map(line -> line.at(stratifier, "*"))
                .filter(line -> figures.isTable(group, line.entityType(), line.scope(), stratifier))
                .toList();
        if (published.size() < 2) {
            return;
        }
        SortedSet<String> below = new TreeSet<>();
        published.forEach(line -> below.addAll(figures.strata(group, line).of(stratifier)));
        for (Links.Link link : Links.of(strata, below, stratum -> views.finest(stratifier, stratum))) {
            if (!link.above().isEmpty() && !link.below().isEmpty()) {
                counts.forEach(count -> line(group, everybody, link, published, count));
            }
        }
    }

    private void line(String group, Cell everybody, Links.Link link, List<Cell> lines, Count count) {
        List<Quantity> all = figures.all(group, everybody, link.above(), count);
        List<Quantity> some = new ArrayList<>();
        for (Cell line : lines) {
            List<Quantity> of = figures.all(group, line, link.below(), count);
            if (of == null || all == null) {
                return;
            }
            some.addAll(of);
        }
        Cell named = everybody.at(everybody.stratifier(), String.join("+", link.above()));
        conclusions.difference(
                some, all, Relations.place(group, named, "lines of business beside everybody, " + count.column()));
    }
}
