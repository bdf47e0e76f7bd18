package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private final Map<CellKey, Map<String, Map<String, Counts>>> blocks = new LinkedHashMap<>();

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
        for (CellKey block : blockKeys(measureInfos)) {
            blocks.put(block, new HashMap<>());
        }
        cells.counts().forEach((key, counts) -> blocks.get(key.block())
                .computeIfAbsent(key.stratifierId(), id -> new HashMap<>())
                .put(key.stratumId(), counts));
    }

    /** Every block that has cells, and the program's own for every rate and payer scope, also where nobody was counted. */
    private SortedSet<CellKey> blockKeys(List<MeasureInfo> measureInfos) {
        SortedSet<CellKey> keys = new TreeSet<>();
        SortedSet<String> scopes = new TreeSet<>(List.of(CellCounter.ALL));
        for (CellKey key : cells.counts().keySet()) {
            keys.add(key.block());
            scopes.add(key.payerScope());
        }
        for (MeasureInfo measure : measureInfos) {
            for (String rateId : measure.rateIds()) {
                for (String scope : scopes) {
                    keys.add(new CellKey(
                            measure.measureId(), rateId, EntityType.PROGRAM, cells.programId(), scope, "", ""));
                }
            }
        }
        return keys;
    }

    /** All rows, made block by block as they are read. */
    public Stream<TableRow> rows() {
        return blocks.entrySet().stream().flatMap(block -> rows(block.getKey(), block.getValue()).stream());
    }

    private List<TableRow> rows(CellKey block, Map<String, Map<String, Counts>> counted) {
        List<TableRow> rows = new ArrayList<>();
        StratifiedRow maker = new StratifiedRow(context, cells, measures.get(block.measureId()), block);
        for (Stratifier stratifier : byId) {
            Map<String, Counts> strata = counted.getOrDefault(stratifier.id(), Map.of());
            Counts union = strata.getOrDefault(CellKey.UNION, Counts.ZERO);
            stratifier.strata().stream()
                    .filter(stratum -> isShown(block, stratifier, stratum, strata))
                    .sorted(Comparator.comparing(Stratum::id))
                    .forEach(stratum -> rows.add(
                            maker.row(stratifier, stratum, strata.getOrDefault(stratum.id(), Counts.ZERO), union)));
        }
        return rows;
    }

    /** The program shows every stratum, also empty ones; other entities those with anybody in the initial population. */
    private boolean isShown(CellKey block, Stratifier stratifier, Stratum stratum, Map<String, Counts> strata) {
        if (stratum.kind() == StratumKind.TOTAL) {
            return true;
        }
        if (block.entityType() == EntityType.PROGRAM) {
            return !cells.hasJoined(stratifier, stratum);
        }
        return strata.getOrDefault(stratum.id(), Counts.ZERO).initialPopulation() > 0;
    }
}
