package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cells of some published tables and every relation between them that a reader can write down
 * (public-tier.md, "What a reader can add up"). All of it follows from keys, components and {@link RateLinks}.
 */
final class BlockModel {
    private final CellSystem.Builder builder = new CellSystem.Builder();
    private final Map<Position, Integer[]> cells = new LinkedHashMap<>();
    private final Map<Position, CountedRow> rows = new LinkedHashMap<>();
    private final Map<PublicTable, List<Position>> byTable = new TreeMap<>();
    private final Map<Integer, CellName> names = new HashMap<>();
    private final RateLinks links;
    private final Practices practices;
    private final CellWeights weights;
    private final Set<PublicTable> tables = new TreeSet<>();
    private final Set<List<Integer>> sums = new LinkedHashSet<>();

    private BlockModel(RateLinks links, Practices practices, CellWeights weights) {
        this.links = links;
        this.practices = practices;
        this.weights = weights;
    }

    /**
     * @param rows of published tables only, of rates with verdicts of their own, in order of their key
     * @param earlier whose shown counts can no longer be hidden
     */
    static BlockModel of(
            Collection<CountedRow> rows, RateLinks links, Practices practices, CellWeights weights, Earlier earlier) {
        BlockModel model = new BlockModel(links, practices, weights);
        rows.forEach(model::add);
        model.cells.forEach((at, found) -> {
            for (Count count : Count.values()) {
                if (earlier.isShown(at, count) && found[count.ordinal()] != null) {
                    model.builder.known(found[count.ordinal()]);
                }
            }
        });
        model.statuses();
        model.strata();
        model.payerScopes();
        model.entities();
        model.rates();
        return model;
    }

    CellSystem system() {
        return builder.build();
    }

    /** The cell of a count, where the row is part of this block and has it. */
    Optional<Integer> cell(Position position, Count count) {
        Integer[] found = cells.get(position);
        return found == null ? Optional.empty() : Optional.ofNullable(found[count.ordinal()]);
    }

    /** Cells that earlier releases hide, and under no name show. */
    boolean[] hiddenBefore(CellSystem system, Earlier earlier) {
        boolean[] hidden = new boolean[system.cells()];
        cells.forEach((at, found) -> {
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
        return names.get(cell);
    }

    private void add(CountedRow row) {
        Position at = row.position();
        Integer[] found = new Integer[Count.values().length];
        SortedMap<Count, Long> counts = row.counts();
        counts.forEach((count, value) -> {
            Optional<Integer> same = sameCount(at, count, value, found);
            found[count.ordinal()] = same.orElseGet(() -> {
                int cell = builder.count(value, weights.of(row, count));
                names.put(cell, new CellName(at, count, false));
                return cell;
            });
        });
        cells.put(at, found);
        rows.put(at, row);
        byTable.computeIfAbsent(at.table(), table -> new ArrayList<>()).add(at);
        tables.add(at.table());
    }

    /** One count under two names is one cell. */
    private Optional<Integer> sameCount(Position at, Count count, long value, Integer[] row) {
        RateName rate = at.table().rate();
        Optional<Integer> same = Optional.empty();
        if (count == Count.INITIAL_POPULATION) {
            RateName first = links.populations().getOrDefault(rate, rate);
            for (RateName other : links.populations().keySet()) {
                if (same.isEmpty()
                        && !other.equals(rate)
                        && links.populations().get(other).equals(first)) {
                    same = cell(at.with(table(at.table(), other)), count);
                }
            }
        } else if (count == Count.DENOMINATOR && links.sameDenominator().contains(rate)) {
            same = Optional.of(row[Count.INITIAL_POPULATION.ordinal()]);
        }
        return same.filter(cell -> builder.value(cell) == value);
    }

    private static PublicTable table(PublicTable table, RateName rate) {
        return new PublicTable(rate, table.entityType(), table.payerScope(), table.stratifierId());
    }

    /** Relation 1. */
    private void statuses() {
        cells.forEach((at, row) -> {
            Integer population = row[Count.INITIAL_POPULATION.ordinal()];
            Integer denominator = row[Count.DENOMINATOR.ordinal()];
            Integer performance = row[Count.PERFORMANCE_DENOMINATOR.ordinal()];
            if (population != null && !population.equals(denominator)) {
                atMost(denominator, population, at, Count.DENOMINATOR);
            }
            if (denominator != null) {
                sum(
                        denominator,
                        List.of(
                                row[Count.DENOMINATOR_EXCLUSION.ordinal()],
                                row[Count.DENOMINATOR_EXCEPTION.ordinal()],
                                performance));
            }
            if (row[Count.NUMERATOR.ordinal()] != null) {
                sum(performance, List.of(row[Count.NUMERATOR.ordinal()], row[Count.NOT_MET.ordinal()]));
            }
        });
    }

    /** Relations 2 and 3. */
    private void strata() {
        for (PublicTable table : tables) {
            List<Position> all = byTable.get(table);
            if (table.isTotal()) {
                continue;
            }
            SortedSet<String> axes =
                    new TreeSet<>(rows.get(all.get(0)).components().keySet());
            axes.removeIf(axis -> !tables.contains(table.of(axis)));
            for (String axis : axes.isEmpty() ? List.of(PublicTable.TOTAL) : axes) {
                PublicTable wholes = table.of(axis);
                Map<Position, List<Position>> parts = new LinkedHashMap<>();
                for (Position part : all) {
                    String stratum = axis.equals(PublicTable.TOTAL)
                            ? PublicTable.TOTAL
                            : rows.get(part).components().get(axis);
                    parts.computeIfAbsent(new Position(wholes, part.entityId(), stratum), whole -> new ArrayList<>())
                            .add(part);
                }
                parts.forEach(this::sums);
                wholesWithoutParts(wholes, parts.keySet(), table);
            }
        }
    }

    /** A row of which no part is there has nobody in it, or the data contradict themselves. */
    private void wholesWithoutParts(PublicTable wholes, Set<Position> withParts, PublicTable table) {
        for (Position whole : byTable.getOrDefault(wholes, List.of())) {
            if (!withParts.contains(whole)) {
                sums(whole, List.of());
            }
        }
    }

    /** Relation 5. */
    private void payerScopes() {
        for (Position at : List.copyOf(cells.keySet())) {
            if (!at.table().payerScope().equals(PublicTable.ALL)) {
                Position everybody = at.with(new PublicTable(
                        at.table().rate(),
                        at.table().entityType(),
                        PublicTable.ALL,
                        at.table().stratifierId()));
                for (Count count : Count.values()) {
                    cell(at, count).ifPresent(part -> cell(everybody, count)
                            .ifPresent(whole -> atMost(part, whole, at, count)));
                }
            }
        }
    }

    /** Relation 6. */
    private void entities() {
        for (PublicTable table : tables) {
            if (table.entityType().equals(PublicTable.PROGRAM)) {
                partsOf(table, PublicTable.STATE, at -> byTable.get(table)
                        .get(0)
                        .entityId());
            }
        }
        for (PublicTable table : tables) {
            if (table.entityType().equals(PublicTable.PRACTICE) && table.isTotal()) {
                PublicTable states = table.at(PublicTable.STATE);
                PublicTable program = table.at(PublicTable.PROGRAM);
                practicesOf(table, tables.contains(states) ? states : program, Optional.empty());
                for (String fact : List.of("participant_type", "track")) {
                    PublicTable ofStates = states.of(fact);
                    practicesOf(table, tables.contains(ofStates) ? ofStates : program.of(fact), Optional.of(fact));
                }
            }
        }
    }

    private interface WholeOf {
        String entity(Position part);
    }

    private void partsOf(PublicTable wholes, String partType, WholeOf wholeOf) {
        Map<Position, List<Position>> parts = new LinkedHashMap<>();
        byTable.get(wholes).forEach(whole -> parts.put(whole, new ArrayList<>()));
        List<Position> found = byTable.getOrDefault(wholes.at(partType), List.of());
        for (Position part : found) {
            parts.computeIfAbsent(
                            new Position(wholes, wholeOf.entity(part), part.stratumId()), whole -> new ArrayList<>())
                    .add(part);
        }
        if (!found.isEmpty()) {
            parts.forEach(this::sums);
        }
    }

    private void practicesOf(PublicTable table, PublicTable wholes, Optional<String> fact) {
        if (!tables.contains(wholes)) {
            return;
        }
        boolean ofStates = wholes.entityType().equals(PublicTable.STATE);
        String program = ofStates ? "" : byTable.get(wholes).get(0).entityId();
        Map<Position, List<Position>> parts = new LinkedHashMap<>();
        for (Position practice : byTable.get(table)) {
            String entity = ofStates ? practices.state(practice.entityId()) : program;
            String stratum = fact.map(stratifier ->
                            practices.stratum(practice.entityId(), stratifier).orElseThrow())
                    .orElse(PublicTable.TOTAL);
            parts.computeIfAbsent(new Position(wholes, entity, stratum), whole -> new ArrayList<>())
                    .add(practice);
        }
        parts.forEach(this::sums);
    }

    /** Relation 7. */
    private void rates() {
        for (Position at : List.copyOf(cells.keySet())) {
            List<RateName> parts = links.parts().getOrDefault(at.table().rate(), List.of());
            List<PublicTable> published = parts.stream()
                    .map(part -> table(at.table(), part))
                    .filter(tables::contains)
                    .toList();
            for (Count count : Count.values()) {
                cell(at, count).ifPresent(whole -> ofRates(at, whole, count, published, parts.size()));
            }
            RateName wider = links.narrows().get(at.table().rate());
            if (wider != null && tables.contains(table(at.table(), wider))) {
                Position other = at.with(table(at.table(), wider));
                ordered(at, other, Count.PERFORMANCE_DENOMINATOR);
                ordered(other, at, Count.DENOMINATOR_EXCLUSION);
                ordered(at, other, Count.OBSERVATION_SUM);
            }
        }
    }

    private void ordered(Position less, Position more, Count count) {
        cell(less, count).ifPresent(part -> cell(more, count)
                .filter(whole -> builder.value(part) <= builder.value(whole))
                .ifPresent(whole -> atMost(part, whole, less, count)));
    }

    private void ofRates(Position at, int whole, Count count, List<PublicTable> published, int all) {
        List<Integer> parts = new ArrayList<>();
        long sum = 0;
        for (PublicTable part : published) {
            Optional<Integer> cell = cell(at.with(part), count);
            cell.ifPresent(parts::add);
            sum += cell.map(builder::value).orElse(0L);
        }
        if (published.size() == all && all > 0 && sum == builder.value(whole)) {
            sum(whole, parts);
        } else if (!published.isEmpty() && sum <= builder.value(whole)) {
            List<Integer> withRest = new ArrayList<>(parts);
            int rest = builder.difference(builder.value(whole) - sum);
            names.put(rest, new CellName(at, count, true));
            withRest.add(rest);
            sum(whole, withRest);
        }
    }

    private void sums(Position whole, List<Position> parts) {
        boolean practices = !parts.isEmpty() && rows.get(parts.get(0)).isPractice();
        for (Count count : Count.values()) {
            if (practices && cell(parts.get(0), count).isEmpty()) {
                continue;
            }
            List<Integer> found = new ArrayList<>();
            long sum = 0;
            for (Position part : parts) {
                Optional<Integer> cell = cell(part, count);
                cell.ifPresent(found::add);
                sum += cell.map(builder::value).orElse(0L);
            }
            Optional<Integer> total = cell(whole, count);
            if (total.isPresent() ? builder.value(total.get()) != sum : sum != 0) {
                throw new IllegalStateException("rows of " + whole.table().stratifierId() + " do not add up");
            }
            total.ifPresent(cell -> sum(cell, found));
        }
    }

    private void atMost(int part, int whole, Position at, Count count) {
        if (part == whole) {
            return;
        }
        int between = builder.difference(builder.value(whole) - builder.value(part));
        names.put(between, new CellName(at, count, true));
        sum(whole, List.of(part, between));
    }

    /** Zeros are shown and never change, so they are left out; the same relation under two names is one. */
    private void sum(int whole, List<Integer> parts) {
        if (builder.value(whole) == 0 && parts.stream().allMatch(part -> builder.isPrinted(part))) {
            return;
        }
        List<Integer> counting = parts.stream()
                .filter(part -> builder.value(part) > 0 || !builder.isPrinted(part))
                .sorted()
                .toList();
        if (counting.equals(List.of(whole))) {
            return;
        }
        List<Integer> key = new ArrayList<>(counting);
        key.add(0, whole);
        if (sums.add(key)) {
            builder.sum(whole, counting);
        }
    }
}
