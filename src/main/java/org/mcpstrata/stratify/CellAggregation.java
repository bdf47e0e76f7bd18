package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.time.MeasurementPeriod;
import scala.Tuple2;

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

    /**
     * Counts everybody once and rolls practices up to states and the program. Partial sums are exact, so the answer does
     * not depend on how people are spread over partitions.
     *
     * @param people each person once; read once
     * @param programId the id of the program entity
     */
    public Cells aggregate(JavaRDD<PersonVerdicts> people, String programId) {
        List<Tuple2<PracticeCell, Counts>> counted = people.mapPartitionsToPair(this::count)
                .reduceByKey(Counts::plus)
                .collect();
        RollUp rollUp = new RollUp(stratifiers, programId);
        for (Tuple2<PracticeCell, Counts> cell : counted) {
            rollUp.add(cell._1(), cell._2());
        }
        return rollUp.cells();
    }

    private Iterator<Tuple2<PracticeCell, Counts>> count(Iterator<PersonVerdicts> people) {
        CellCounter counter = new CellCounter(stratifiers, period, measures);
        people.forEachRemaining(counter::add);
        List<Tuple2<PracticeCell, Counts>> cells = new ArrayList<>();
        counter.drainTo((cell, counts) -> cells.add(new Tuple2<>(cell, counts)));
        return cells.iterator();
    }
}
