package org.mcpstrata.run;

import java.util.List;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.Dimensions;

/** What the rows of a published run's results stand for. */
public record RunDimensions(List<TableRow> measures, List<TableRow> strata, List<TableRow> entities) {
    public RunDimensions {
        measures = List.copyOf(measures);
        strata = List.copyOf(strata);
        entities = List.copyOf(entities);
    }

    public static RunDimensions of(StoredTables run) {
        return new RunDimensions(
                run.rows(Dimensions.MEASURE), run.rows(Dimensions.STRATUM), run.rows(Dimensions.ENTITY));
    }

    /** The program that the run is of. */
    public String programId() {
        return entities.stream()
                .filter(row -> row.text("entity_type").equals("PROGRAM"))
                .map(row -> row.text("entity_id"))
                .findFirst()
                .orElseThrow();
    }
}
