package org.mcpstrata.run.release;

import java.util.List;
import org.mcpstrata.disclosed.PublicComparisons;
import org.mcpstrata.disclosed.PublicSummaries;
import org.mcpstrata.disclosed.ReferenceGroups;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.protect.GatedRelease;
import org.mcpstrata.protect.PublicDimensions;
import org.mcpstrata.protect.PublicRow;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.run.RunDimensions;
import org.mcpstrata.stratify.Stratifiers;

/**
 * The public tables of a release. Comparisons and summaries are made of the rows that the public sees, and of nothing else.
 *
 * @param results rows of {@code stratified_result} as the gate lets them through
 */
record ReleaseTables(
        List<TableRow> results,
        List<TableRow> comparisons,
        List<TableRow> summaries,
        List<TableRow> measures,
        List<TableRow> strata,
        List<TableRow> entities) {
    ReleaseTables {
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
        summaries = List.copyOf(summaries);
        measures = List.copyOf(measures);
        strata = List.copyOf(strata);
        entities = List.copyOf(entities);
    }

    /** @param of the run that is released */
    static ReleaseTables of(
            GatedRelease gated,
            String releaseId,
            RunDimensions of,
            Stratifiers stratifiers,
            ReferenceGroups references) {
        List<TableRow> shown = gated.rows(releaseId);
        return new ReleaseTables(
                shown,
                new PublicComparisons(references).rows(shown),
                new PublicSummaries(references).rows(shown),
                PublicDimensions.measures(of.measures(), gated),
                PublicDimensions.strata(
                        of.strata(),
                        shown,
                        gated,
                        (stratifier, stratum) -> ReleasedStratifiers.meaning(stratifiers, stratifier, stratum)),
                PublicDimensions.entities(of.entities()));
    }

    void write(Staging open) {
        open.writeTable("tables/stratified_result", PublicRow.SCHEMA, results.iterator());
        open.writeTable("tables/stratum_comparison", PublicComparisons.SCHEMA, comparisons.iterator());
        open.writeTable("tables/disparity_summary", PublicSummaries.SCHEMA, summaries.iterator());
        open.writeTable("tables/dim_measure", PublicDimensions.MEASURE, measures.iterator());
        open.writeTable("tables/dim_stratum", PublicDimensions.STRATUM, strata.iterator());
        open.writeTable("tables/dim_entity", PublicDimensions.ENTITY, entities.iterator());
    }
}
