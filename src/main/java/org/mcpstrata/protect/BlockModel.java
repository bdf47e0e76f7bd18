package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The cells of some published tables and every relation between them that a reader can write down
 * (public-tier.md, "What a reader can add up"). All of it follows from keys, components, {@link Steps} and
 * {@link RateLinks}.
 */
final class BlockModel {
    private final BlockCells cells;
    private final RateLinks links;
    private final SharedStrata shared;
    private final Steps steps;
    private final Map<List<Object>, Integer> named = new HashMap<>();

    private BlockModel(RateLinks links, SharedStrata shared, Steps steps, CellWeights weights) {
        this.links = requireNonNull(links, "links");
        this.shared = requireNonNull(shared, "shared");
        this.steps = requireNonNull(steps, "steps");
        this.cells = new BlockCells(weights);
    }

    /**
     * @param rows of published tables only, of rates with verdicts of their own, at their steps and in a fixed order
     * @param earlier whose shown counts can no longer be hidden
     */
    static BlockModel of(
            Collection<CountedRow> rows,
            RateLinks links,
            SharedStrata shared,
            Steps steps,
            Practices practices,
            CellWeights weights,
            Earlier earlier) {
        BlockModel model = new BlockModel(links, shared, steps, weights);
        rows.forEach(model::add);
        model.cells.all().forEach((at, found) -> {
            for (Count count : Count.values()) {
                if (earlier.isShown(at, count) && found[count.ordinal()] != null) {
                    model.cells.known(found[count.ordinal()]);
                }
            }
        });
        model.statuses();
        model.strata();
        model.payerScopes();
        new LineSums(model.cells, steps).tell();
        new EntitySums(model.cells, practices, steps).tell();
        model.rates();
        return model;
    }

    CellSystem system() {
        return cells.system();
    }

    /** The cell of a count, where the row is part of this block and has it. */
    Optional<Integer> cell(Position position, Count count) {
        return cells.cell(position, count);
    }

    /** Cells that earlier releases hide, and under no name show. */
    boolean[] hiddenBefore(CellSystem system, Earlier earlier) {
        boolean[] hidden = new boolean[system.cells()];
        cells.all().forEach((at, found) -> {
            for (Count count : Count.values()) {
                Integer cell = found[count.ordinal()];
                if (cell != null && earlier.isHidden(at, count) && !system.isKnown(cell)) {
                    hidden[cell] = true;
                }
            }
        });
        return hidden;
    }

    /** What a cell is called. */
    CellName name(int cell) {
        return cells.name(cell);
    }

    /** One count under two names is one cell. */
    private void add(CountedRow row) {
        RateName rate = row.position().table().rate();
        cells.add(
                row,
                (count, found) -> count == Count.DENOMINATOR
                                && links.sameDenominator().contains(rate)
                                && found[Count.INITIAL_POPULATION.ordinal()] != null
                        ? Optional.of(found[Count.INITIAL_POPULATION.ordinal()])
                        : known(row, count));
        for (Count count : Count.values()) {
            cell(row.position(), count).ifPresent(cell -> named.putIfAbsent(name(row, count), cell));
        }
    }

    /** The cell of another rate that has the same count; a population that is a denominator may be known as one. */
    private Optional<Integer> known(CountedRow row, Count count) {
        Integer same = named.get(name(row, count));
        boolean population = count == Count.INITIAL_POPULATION
                && links.sameDenominator().contains(row.position().table().rate());
        return Optional.ofNullable(same == null && population ? named.get(name(row, Count.DENOMINATOR)) : same);
    }

    private List<Object> name(CountedRow row, Count count) {
        Position at = row.position();
        return List.of(
                links.first(count, at.table().rate()),
                at.table().entityType(),
                at.table().payerScope(),
                at.entityId(),
                shared.name(row),
                count);
    }

    private static PublicTable table(PublicTable table, RateName rate) {
        return new PublicTable(rate, table.entityType(), table.payerScope(), table.stratifierId());
    }

    /** Relation 1. */
    private void statuses() {
        cells.all().forEach((at, row) -> {
            Integer population = row[Count.INITIAL_POPULATION.ordinal()];
            Integer denominator = row[Count.DENOMINATOR.ordinal()];
            Integer performance = row[Count.PERFORMANCE_DENOMINATOR.ordinal()];
            if (population != null && !population.equals(denominator)) {
                cells.atMost(List.of(denominator), List.of(population), at, Count.DENOMINATOR);
            }
            if (denominator != null) {
                cells.equalCells(
                        List.of(denominator),
                        List.of(
                                row[Count.DENOMINATOR_EXCLUSION.ordinal()],
                                row[Count.DENOMINATOR_EXCEPTION.ordinal()],
                                performance));
            }
            if (row[Count.NUMERATOR.ordinal()] != null) {
                cells.equalCells(
                        List.of(performance), List.of(row[Count.NUMERATOR.ordinal()], row[Count.NOT_MET.ordinal()]));
            }
        });
    }

    /** Relations 2 and 3. A crossing is at the steps of its sides, so that their strata are its wholes. */
    private void strata() {
        for (PublicTable table : cells.tables()) {
            List<Position> all = cells.of(table);
            if (table.isTotal()) {
                continue;
            }
            SortedSet<String> axes =
                    new TreeSet<>(cells.row(all.get(0)).components().keySet());
            axes.removeIf(axis -> !cells.tables().contains(table.of(axis)));
            for (String axis : axes.isEmpty() ? List.of(PublicTable.TOTAL) : axes) {
                PublicTable wholes = table.of(axis);
                Map<Position, List<Position>> parts = new LinkedHashMap<>();
                for (Position part : all) {
                    String stratum = axis.equals(PublicTable.TOTAL)
                            ? PublicTable.TOTAL
                            : cells.row(part).components().get(axis);
                    parts.computeIfAbsent(new Position(wholes, part.entityId(), stratum), whole -> new ArrayList<>())
                            .add(part);
                }
                parts.forEach((whole, of) -> cells.equal(List.of(whole), of));
                wholesWithoutParts(wholes, parts.keySet());
            }
        }
    }

    /** A row of which no part is there has nobody in it, or the data contradict themselves. */
    private void wholesWithoutParts(PublicTable wholes, Set<Position> withParts) {
        for (Position whole : cells.of(wholes)) {
            if (!withParts.contains(whole)) {
                cells.equal(List.of(whole), List.of());
            }
        }
    }

    /** Relation 5, at the coarser of the steps of everybody and of lines of business. */
    private void payerScopes() {
        for (PublicTable line : cells.tables()) {
            PublicTable everybody = line.ofEverybody();
            if (line.equals(everybody)) {
                continue;
            }
            Map<List<String>, List<Position>> wholes = new LinkedHashMap<>();
            cells.of(everybody).forEach(whole -> wholes.computeIfAbsent(
                            List.of(whole.entityId(), steps.common(cells.row(whole), Level.of(line))),
                            key -> new ArrayList<>())
                    .add(whole));
            Map<List<String>, List<Position>> parts = new LinkedHashMap<>();
            cells.of(line).forEach(part -> parts.computeIfAbsent(
                            List.of(part.entityId(), steps.common(cells.row(part), Level.of(everybody))),
                            key -> new ArrayList<>())
                    .add(part));
            parts.forEach((key, of) -> {
                for (Count count : Count.values()) {
                    List<Integer> some = cells.found(of, count);
                    List<Integer> all = cells.found(wholes.getOrDefault(key, List.of()), count);
                    if (!some.isEmpty() && !all.isEmpty()) {
                        cells.atMost(some, all, of.get(0), count);
                    }
                }
            });
        }
    }

    /** Relation 7. */
    private void rates() {
        for (Position at : List.copyOf(cells.all().keySet())) {
            List<RateName> parts = links.parts().getOrDefault(at.table().rate(), List.of());
            List<PublicTable> published = parts.stream()
                    .map(part -> table(at.table(), part))
                    .filter(cells.tables()::contains)
                    .toList();
            for (Count count : Count.values()) {
                cell(at, count).ifPresent(whole -> ofRates(at, whole, count, published, parts.size()));
            }
            RateName wider = links.narrows().get(at.table().rate());
            if (wider != null && cells.tables().contains(table(at.table(), wider))) {
                Position other = at.with(table(at.table(), wider));
                ordered(at, other, Count.PERFORMANCE_DENOMINATOR);
                ordered(other, at, Count.DENOMINATOR_EXCLUSION);
                ordered(at, other, Count.OBSERVATION_SUM);
            }
        }
    }

    private void ordered(Position less, Position more, Count count) {
        cell(less, count).ifPresent(part -> cell(more, count)
                .filter(whole -> cells.value(part) <= cells.value(whole))
                .ifPresent(whole -> cells.atMost(List.of(part), List.of(whole), less, count)));
    }

    private void ofRates(Position at, int whole, Count count, List<PublicTable> published, int all) {
        List<Integer> parts = cells.found(published.stream().map(at::with).toList(), count);
        long sum = parts.stream().mapToLong(cells::value).sum();
        if (published.size() == all && all > 0 && sum == cells.value(whole)) {
            cells.equalCells(List.of(whole), parts);
        } else if (!published.isEmpty() && sum <= cells.value(whole)) {
            cells.atMost(parts, List.of(whole), at, count);
        }
    }
}
