package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.time.MeasurementPeriod;

/** The one class of this package that knows Spark: people to cells, in one shuffle of small partial cells. */
public final class CellAggregation implements Serializable {
    private final Stratifiers stratifiers;
    private final MeasurementPeriod period;
    private final List<MeasureInfo> measures;

    public CellAggregation(Stratifiers stratifiers, MeasurementPeriod period, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.period = requireNonNull(period, "period");
        this.measures = List.copyOf(measures);
    }

    /** Counts the people of one task; what it counted goes to {@link #combine}. */
    public CellCounter counter() {
        return new CellCounter(stratifiers, period, measures);
    }

    /**
     * Adds up what the tasks counted and rolls practices up to states and the program. Partial sums are exact, so the
     * answer does not depend on how people were spread over tasks.
     *
     * @param counted one element a task; each person was counted by one of them
     * @param programId the id of the program entity
     */
    public Cells combine(JavaRDD<PartialCells> counted, String programId) {
        RollUp rollUp = new RollUp(stratifiers, programId, measures);
        return rollUp.cells(counted.treeReduce(PartialCells::plus).content());
    }

    /** Counts everybody once, each person in one partition, and combines. */
    public Cells aggregate(JavaRDD<PersonVerdicts> people, String programId) {
        return combine(people.mapPartitions(this::count), programId);
    }

    private Iterator<PartialCells> count(Iterator<PersonVerdicts> people) {
        CellCounter counter = counter();
        people.forEachRemaining(counter::add);
        return List.of(counter.partial()).iterator();
    }
}
