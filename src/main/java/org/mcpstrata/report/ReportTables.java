package org.mcpstrata.report;

import java.util.List;
import org.mcpstrata.model.TableRow;

/**
 * The small tables that the report of a run shows or takes its words from.
 *
 * @param measures rows of {@code dim_measure}
 * @param strata rows of {@code dim_stratum}
 * @param entities rows of {@code dim_entity}
 * @param completeness rows of {@code demographic_completeness}
 * @param comparisons rows of {@code stratum_comparison}; none where the run made no such table
 */
public record ReportTables(
        List<TableRow> measures,
        List<TableRow> strata,
        List<TableRow> entities,
        List<TableRow> completeness,
        List<TableRow> comparisons) {
    public ReportTables {
        measures = List.copyOf(measures);
        strata = List.copyOf(strata);
        entities = List.copyOf(entities);
        completeness = List.copyOf(completeness);
        comparisons = List.copyOf(comparisons);
    }
}
