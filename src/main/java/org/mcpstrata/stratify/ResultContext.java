package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeSet;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What every row of a run's result tables has in common.
 *
 * @param programName as the program file has it; may be empty
 * @param payersPresent payers whose accepted drops the run used
 * @param payersAbsent payers of the program without one: shown, never silently left out of a denominator
 */
public record ResultContext(
        String runId,
        String programId,
        String programName,
        MeasurementPeriod period,
        List<String> payersPresent,
        List<String> payersAbsent) {
    public ResultContext {
        requireNonNull(runId, "runId");
        requireNonNull(programId, "programId");
        requireNonNull(programName, "programName");
        requireNonNull(period, "period");
        payersPresent = List.copyOf(new TreeSet<>(payersPresent));
        payersAbsent = List.copyOf(new TreeSet<>(payersAbsent));
    }
}
