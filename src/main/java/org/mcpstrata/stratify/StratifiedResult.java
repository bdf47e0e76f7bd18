package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The rows of {@code stratified_result}, in the order of their key. */
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
    private final List<Stratifier> byId;
    private final Cells cells;
    private final Map<String, MeasureInfo> measures = new HashMap<>();

    public StratifiedResult(
            ResultContext context, Stratifiers stratifiers, List<MeasureInfo> measureInfos, Cells cells) {
        this.context = requireNonNull(context, "context");
        this.cells = requireNonNull(cells, "cells");
        if (!context.programId().equals(cells.programId())) {
            throw new IllegalArgumentException("the cells are of another program");
        }
        measureInfos.forEach(measure -> measures.put(measure.measureId(), measure));
        this.byId = stratifiers.all().stream()
                .sorted(Comparator.comparing(Stratifier::id))
                .toList();
    }

    /** All rows, made block by block as they are read. */
    public Stream<TableRow> rows() {
        return IntStream.range(0, cells.rates().size())
                .boxed()
                .sorted(Comparator.comparing(cells.rates()::get))
                .flatMap(rate -> cells.blocks(rate).stream().flatMap(block -> rows(block, rate).stream()));
    }

    private List<TableRow> rows(Block block, int rate) {
        List<TableRow> rows = new ArrayList<>();
        StratifiedRow maker =
                new StratifiedRow(context, cells, measures.get(block.rate().measureId()), block, ofEntity(block, rate));
        Cells.Strata counted = cells.strata(block);
        for (Stratifier stratifier : byId) {
            Map<String, Counts[]> strata = counted.of(stratifier.id());
            Counts union = counts(strata, CellGroup.UNION, rate);
            stratifier.strata().stream()
                    .filter(stratum -> isShown(block, stratifier, stratum, counts(strata, stratum.id(), rate)))
                    .sorted(Comparator.comparing(Stratum::id))
                    .forEach(stratum ->
                            rows.add(maker.row(stratifier, stratum, counts(strata, stratum.id(), rate), union)));
        }
        return rows;
    }

    /** People or responses behind the whole entity's value, whoever pays. */
    private long ofEntity(Block block, int rate) {
        Cells.Strata everybody = cells.strata(new Block(block.rate(), block.entity(), CellCounter.ALL));
        return counts(everybody.of(Stratifiers.TOTAL), Stratifiers.TOTAL, rate).performanceDenominator();
    }

    private static Counts counts(Map<String, Counts[]> strata, String stratumId, int rate) {
        Counts[] rates = strata.get(stratumId);
        return rates == null || rates[rate] == null ? Counts.ZERO : rates[rate];
    }

    /** The program shows every stratum, also empty ones; other entities those with anybody in the initial population. */
    private boolean isShown(Block block, Stratifier stratifier, Stratum stratum, Counts counts) {
        if (stratum.kind() == StratumKind.TOTAL) {
            return true;
        }
        if (block.entity().type() == EntityType.PROGRAM) {
            return !cells.hasJoined(stratifier, stratum);
        }
        return counts.initialPopulation() > 0;
    }
}
