package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The rows of {@code stratified_result}, in the order of their key; tasks can each make a slice of them. */
public final class StratifiedResult {
    public static final TableSchema SCHEMA = TableSchema.load("stratified_result", List.of());

    /** The columns that name a row, in order. */
    public static final List<String> KEY = List.of(
            "run_id",
            "measure_id",
            "rate_id",
            "entity_type",
            "entity_id",
            "payer_scope",
            "stratifier_id",
            "stratum_id",
            "method");

    private final ResultContext context;
    private final Stratifiers stratifiers;
    private final List<Stratifier> byId;
    private final Map<String, List<Stratum>> strataById = new HashMap<>();
    private final Cells cells;
    private final Cells before;
    private final List<MeasureInfo> measures;

    public StratifiedResult(
            ResultContext context, Stratifiers stratifiers, List<MeasureInfo> measureInfos, Cells cells) {
        this(context, stratifiers, measureInfos, cells, Optional.empty());
    }

    /** @param before cells of the year before, for improvements */
    public StratifiedResult(
            ResultContext context,
            Stratifiers stratifiers,
            List<MeasureInfo> measureInfos,
            Cells cells,
            Optional<Cells> before) {
        this.context = requireNonNull(context, "context");
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.cells = requireNonNull(cells, "cells");
        this.before = before.orElse(null);
        if (!context.programId().equals(cells.programId())) {
            throw new IllegalArgumentException("the cells are of another program");
        }
        this.measures = List.copyOf(measureInfos);
        this.byId = stratifiers.all().stream()
                .sorted(Comparator.comparing(Stratifier::id))
                .toList();
        byId.forEach(stratifier -> strataById.put(
                stratifier.id(),
                stratifier.strata().stream()
                        .sorted(Comparator.comparing(Stratum::id))
                        .toList()));
    }

    /** All rows, made block by block as they are read. */
    public Stream<TableRow> rows() {
        return slices().stream().flatMap(this::rows);
    }

    /**
     * All rows cut into slices, in order: each of one rate, and of so many entities and payer scopes at most. How they are
     * cut follows from the cells alone.
     */
    public List<ResultSlice> slices() {
        List<ResultSlice> slices = new ArrayList<>();
        rates().filter(this::hasRows)
                .sorted(Comparator.comparing(ReportedRate::key))
                .forEach(rate -> slices.addAll(ResultSlice.of(rate.key(), blocks(rate))));
        return slices;
    }

    /** The rows of one slice of this result, made block by block as they are read. */
    public Stream<TableRow> rows(ResultSlice slice) {
        ReportedRate reported = rates().filter(rate -> rate.key().equals(slice.rate()))
                .findFirst()
                .orElseThrow();
        return slice.blocks().stream().flatMap(block -> rows(reported, block).stream());
    }

    /** Every entity and payer scope that has comparisons, in the order of entity type, id and payer scope. */
    public List<ResultScope> scopes() {
        return cells.scopes().stream()
                .filter(scope -> !scope.entityType().isOptional())
                .toList();
    }

    /** The values of all rates for one of them, with what comparisons need beside the rows. */
    public ScopeValues values(ResultScope scope) {
        return new ScopeValues(
                context,
                byId,
                cells,
                before,
                rates().filter(this::hasRows)
                        .sorted(Comparator.comparing(ReportedRate::key))
                        .toList(),
                scope);
    }

    private Stream<ReportedRate> rates() {
        return measures.stream().flatMap(measure -> ReportedRate.of(measure).stream());
    }

    SentResult toSend() {
        return new SentResult(
                context,
                stratifiers,
                measures,
                cells.counted(),
                before().map(Cells::counted).orElse(null));
    }

    private Optional<Cells> before() {
        return Optional.ofNullable(before);
    }

    /** Improvements that nobody can be told, because the year before has nothing to compare with; in order. */
    public List<String> ratesWithoutBaseline() {
        return rates().filter(rate -> !hasRows(rate))
                .map(rate -> rate.key().measureId() + " " + rate.key().rateId())
                .sorted()
                .toList();
    }

    private boolean hasRows(ReportedRate rate) {
        if (!rate.isImprovement()) {
            return true;
        }
        Block everybody = cells.everybody(rate.key());
        return before().flatMap(year -> new StratifiedRow(context, cells, rate, everybody, ofEntity(everybody, rate))
                        .compared(RateColumn.of(year, everybody, rate).total()))
                .isPresent();
    }

    private List<Block> blocks(ReportedRate rate) {
        SortedSet<Block> blocks =
                new TreeSet<>(Comparator.comparing(Block::entity).thenComparing(Block::payerScope));
        blocks.addAll(cells.blocks(cells.rates().indexOf(rate.verdicts())));
        blocks.addAll(cells.blocks(cells.rates().indexOf(rate.amounts())));
        // Months of cost are attributed to practices: nobody spends in a county.
        blocks.removeIf(block ->
                block.entity().type() == EntityType.COUNTY && rate.measure().cost() != null);
        return List.copyOf(blocks);
    }

    private List<TableRow> rows(ReportedRate reported, Block block) {
        List<TableRow> rows = new ArrayList<>();
        StratifiedRow maker = new StratifiedRow(context, cells, reported, block, ofEntity(block, reported));
        RateColumn thisYear = RateColumn.of(cells, block, reported);
        Optional<RateColumn> yearBefore =
                before().filter(year -> reported.isImprovement()).map(year -> RateColumn.of(year, block, reported));
        for (Stratifier stratifier : byId) {
            if (!isShown(block, stratifier)) {
                continue;
            }
            Map<String, Counts[]> strata = thisYear.strata().of(stratifier.id());
            Map<String, Counts[]> earlierStrata =
                    yearBefore.map(year -> year.strata().of(stratifier.id())).orElse(Map.of());
            Counts union = thisYear.of(strata, CellGroup.UNION);
            for (Stratum stratum : strataById.get(stratifier.id())) {
                Counts now = thisYear.of(strata, stratum.id());
                if (isShown(block, stratifier, stratum, now)) {
                    Counts earlier = yearBefore
                            .map(year -> year.of(earlierStrata, stratum.id()))
                            .orElse(Counts.ZERO);
                    rows.add(maker.row(stratifier, stratum, now, union, earlier));
                }
            }
        }
        return stratifiers
                .indirect()
                .map(groups -> merged(rows, new IndirectRows(groups, reported, block, maker, thisYear).rows()))
                .orElse(rows);
    }

    /** Both in the order of the key; the rows of one block differ in stratifier, stratum and method alone. */
    private static List<TableRow> merged(List<TableRow> direct, List<TableRow> indirect) {
        List<TableRow> rows = new ArrayList<>(direct);
        rows.addAll(indirect);
        // Sorting keeps the order of equals, and those of one stratum are in the order of their methods.
        rows.sort(Comparator.comparing((TableRow row) -> row.text("stratifier_id"))
                .thenComparing(row -> row.text("stratum_id")));
        return rows;
    }

    private long ofEntity(Block block, ReportedRate rate) {
        return RateColumn.ofEntity(cells, block, rate);
    }

    /** Crossings of a practice are of all payers together: by payer hardly anybody would be in most of their strata. */
    private static boolean isShown(Block block, Stratifier stratifier) {
        return !stratifier.isCrossing()
                || block.entity().type() != EntityType.PRACTICE
                || block.payerScope().equals(CellCounter.ALL);
    }

    /**
     * The program shows every stratum, also empty ones; other entities those with anybody in the initial population. Of
     * crossings, which have hundreds of strata, nobody shows the empty ones.
     */
    private boolean isShown(Block block, Stratifier stratifier, Stratum stratum, Counts counts) {
        if (stratum.kind() == StratumKind.TOTAL) {
            return true;
        }
        if (block.entity().type() == EntityType.PROGRAM && !stratifier.isCrossing()) {
            return !cells.hasJoined(stratifier, stratum);
        }
        // Months of cost may belong to a practice that the person has left since.
        return counts.populations().initialPopulation() > 0 || counts.amounts().observed() > 0;
    }
}
