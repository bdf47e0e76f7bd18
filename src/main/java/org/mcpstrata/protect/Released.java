package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.TableRow;

/**
 * What an earlier release of the same program and period shows.
 *
 * @param rows of its public {@code stratified_result}
 * @param strata of its public {@code dim_stratum}
 */
public record Released(String releaseId, List<TableRow> rows, List<TableRow> strata) {
    public Released {
        requireNonNull(releaseId, "releaseId");
        rows = List.copyOf(rows);
        strata = List.copyOf(strata);
    }
}
