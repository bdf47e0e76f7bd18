package org.mcpstrata.stratify;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.PersonVerdicts;

/** People counted as a run counts them, partition by partition. */
final class CountedPeople {
    private CountedPeople() {}

    /** The cells of the measures and stratifiers of {@code aggregation}, for the program {@code MCP}. */
    static Cells in(CellAggregation aggregation, JavaRDD<PersonVerdicts> people) {
        return aggregation
                .gather(people.mapPartitions(each -> count(aggregation.counter(), each)), Costs.NONE, "MCP")
                .rolledUp();
    }

    private static Iterator<PartialCells> count(CellCounter counter, Iterator<PersonVerdicts> people) {
        people.forEachRemaining(counter::add);
        return List.of(counter.partial()).iterator();
    }
}
