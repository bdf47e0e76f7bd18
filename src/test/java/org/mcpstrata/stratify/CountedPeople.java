package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.MeasureInfo;
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

    /** The cells of people who were counted in so many parts, each of which went through its few bytes. */
    static Cells in(Stratifiers stratifiers, List<MeasureInfo> measures, List<PersonVerdicts> people, int parts) {
        List<CellCounter> counters = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            counters.add(new CellCounter(stratifiers, StoryPeople.PERIOD, measures));
        }
        for (int i = 0; i < people.size(); i++) {
            counters.get(i % parts).add(people.get(i));
        }
        return new RollUp(stratifiers, "MCP", measures)
                .gather(counters.stream().map(CellCounter::partial).toList())
                .rolledUp();
    }

    private static Iterator<PartialCells> count(CellCounter counter, Iterator<PersonVerdicts> people) {
        people.forEachRemaining(counter::add);
        return List.of(counter.partial()).iterator();
    }
}
