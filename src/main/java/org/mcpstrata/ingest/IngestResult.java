package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.store.TableFile;

/**
 * What the landing folder became.
 *
 * @param drops the drops that count, oldest first
 * @param files the accepted rows that count, with the rows in each file's footer
 * @param outcomes every drop found, in order of payer and drop id
 * @param problems about the landing folder itself
 * @param laws conservation laws with both sides
 */
public record IngestResult(
        Drops drops, List<TableFile> files, List<DropOutcome> outcomes, List<Problem> problems, List<Law> laws) {
    public IngestResult {
        requireNonNull(drops, "drops");
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
        laws = List.copyOf(laws);
    }
}
