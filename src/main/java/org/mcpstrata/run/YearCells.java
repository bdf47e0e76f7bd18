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
        CostAggregation aggregation = new CostAggregation(measures);
        Costs costs = aggregation.costs(evaluated.sides().map(PassCounts::year).map(PassCounts.YearCounts::costs));
        Cells cells = now.combine(
                evaluated
                        .sides()
                        .map(PassCounts::year)
                        .map(PassCounts.YearCounts::cells)
                        .union(nobody),
                costs,
                definitions.program().id());
        if (definitions.measures().yearBefore().measures().isEmpty()) {
            return new YearCells(cells, costs, Optional.empty());
        }
        Costs costsBefore =
                aggregation.costs(evaluated.sides().map(PassCounts::before).map(PassCounts.YearCounts::costs), costs);
        Cells before = then.combine(
                evaluated.sides().map(PassCounts::before).map(PassCounts.YearCounts::cells), costsBefore, cells);
        return new YearCells(cells, costs, Optional.of(before));
    }
}
