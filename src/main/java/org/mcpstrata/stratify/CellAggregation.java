package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * People to cells: each task counts its own people, and what tasks counted is added up by few of them and then by the
 * driver. No person and no verdict travels for it.
 */
public final class CellAggregation implements Serializable {
    private static final int FEW = 16;

    private final Stratifiers stratifiers;
    private final MeasurementPeriod period;
    private final List<MeasureInfo> measures;

    public CellAggregation(Stratifiers stratifiers, MeasurementPeriod period, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.period = requireNonNull(period, "period");
        this.measures = List.copyOf(measures);
    }

    /** Counts the people of one task; what it counted goes to {@link #gather}. */
    public CellCounter counter() {
        return new CellCounter(stratifiers, period, measures);
    }

    /**
     * Adds up what the tasks counted, to be rolled up to states and the program when another year has seen which strata
     * join another. Partial sums are exact, so the answer does not depend on how people were spread over tasks.
     *
     * @param counted one element a task; each person was counted by one of them
     * @param costs of the same people
     * @param programId the id of the program entity
     */
    public GatheredCells gather(JavaRDD<PartialCells> counted, Costs costs, String programId) {
        return new RollUp(stratifiers, programId, measures).gather(parts(counted, costs));
    }

    /**
     * Rolls up another year, with the strata of these cells.
     *
     * @param parts see {@link #parts}
     */
    public Cells rollUp(List<PartialCells> parts, GatheredCells like) {
        return new RollUp(stratifiers, like.programId(), measures).cells(parts, like.joined());
    }

    /** What tasks counted of a year, brought together. */
    public static List<PartialCells> parts(JavaRDD<PartialCells> counted, Costs costs) {
        List<PartialCells> parts = new ArrayList<>(few(counted).collect());
        parts.addAll(costs.cells());
        return parts;
    }

    /** Added up by tasks as far as the driver need not see each part, which may be hundreds. */
    static JavaRDD<PartialCells> few(JavaRDD<PartialCells> counted) {
        // As many as can work at once: each part that travels on is read again wherever cells are rolled up.
        return counted.coalesce(Math.min(FEW, counted.context().defaultParallelism()))
                .mapPartitions(parts -> {
                    List<PartialCells> all = new ArrayList<>();
                    parts.forEachRemaining(all::add);
                    return all.isEmpty()
                            ? Collections.emptyIterator()
                            : List.of(PartialCells.sum(all)).iterator();
                });
    }
}
