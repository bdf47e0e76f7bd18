package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Problem;

/**
 * What a run came to.
 *
 * @param runId the published run
 * @param alreadyPublished an earlier run with the same inputs published it; nothing was computed
 * @param folder the run's folder
 * @param generation number of the commit record
 * @param program rows of {@code stratified_result} for the whole program and all payers
 * @param comparisons rows of {@code stratum_comparison} for the same against reference groups
 * @param counts what was read and counted, by name: drops, lines, members, persons
 * @param seconds wall seconds of each stage, in order of the stages' names
 * @param problems of drops that were refused and of the publication; they do not undo it
 */
public record RunOutcome(
        String runId,
        boolean alreadyPublished,
        String folder,
        int generation,
        List<TableRow> program,
        List<TableRow> comparisons,
        SortedMap<String, Long> counts,
        SortedMap<String, Double> seconds,
        List<Problem> problems) {
    public RunOutcome {
        requireNonNull(runId, "runId");
        requireNonNull(folder, "folder");
        program = List.copyOf(program);
        comparisons = List.copyOf(comparisons);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
        problems = List.copyOf(problems);
    }

    RunOutcome withProblems(List<Problem> all) {
        return new RunOutcome(runId, alreadyPublished, folder, generation, program, comparisons, counts, seconds, all);
    }
}
