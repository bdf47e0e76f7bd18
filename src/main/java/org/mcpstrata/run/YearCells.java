package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.publish.CountedTables;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.Cells;
import org.mcpstrata.stratify.CostAggregation;
import org.mcpstrata.stratify.Costs;
import org.mcpstrata.stratify.GatheredCells;
import org.mcpstrata.stratify.PartialCells;

/**
 * The cells of the measurement period, and of the year before where some measure compares with it.
 *
 * @param costs what payers came to in the period
 */
record YearCells(Cells cells, Costs costs, Optional<Cells> before) {
    YearCells {
        requireNonNull(cells, "cells");
        requireNonNull(costs, "costs");
        requireNonNull(before, "before");
    }

    /** @param nobody cells of the period that no person stands for: of survey responses that name nobody */
    static YearCells of(
            CountedTables<PassCounts> evaluated,
            JavaRDD<PartialCells> nobody,
            CellAggregation now,
            CellAggregation then,
            Definitions definitions) {
        List<MeasureInfo> measures = definitions.measureInfos();
        CostAggregation aggregation = new CostAggregation(definitions.stratifiers(), measures);
        Costs costs = aggregation.costs(evaluated.sides().map(PassCounts::year).map(PassCounts.YearCounts::costs));
        if (definitions.measures().yearBefore().measures().isEmpty()) {
            return new YearCells(
                    gather(evaluated, nobody, now, costs, definitions).rolledUp(), costs, Optional.empty());
        }
        JavaRDD<PassCounts.YearCounts> counts = evaluated.sides().map(PassCounts::before);
        try (Beside<List<PartialCells>> parts = Beside.start(
                "count the year before",
                () -> CellAggregation.parts(
                        counts.map(PassCounts.YearCounts::cells),
                        aggregation.costs(counts.map(PassCounts.YearCounts::costs), costs)))) {
            GatheredCells gathered = gather(evaluated, nobody, now, costs, definitions);
            try (Beside<Cells> before =
                    Beside.start("roll up the year before", () -> then.rollUp(parts.result(), gathered))) {
                return new YearCells(gathered.rolledUp(), costs, Optional.of(before.result()));
            }
        }
    }

    private static GatheredCells gather(
            CountedTables<PassCounts> evaluated,
            JavaRDD<PartialCells> nobody,
            CellAggregation now,
            Costs costs,
            Definitions definitions) {
        return now.gather(
                evaluated
                        .sides()
                        .map(PassCounts::year)
                        .map(PassCounts.YearCounts::cells)
                        .union(nobody),
                costs,
                definitions.program().id());
    }
}
