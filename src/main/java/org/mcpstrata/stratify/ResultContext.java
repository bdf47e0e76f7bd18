package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.quality.QualityMarks;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What every row of a run's result tables has in common.
 *
 * @param programName as the program file has it; may be empty
 * @param payersPresent payers whose accepted drops the run used
 * @param payersAbsent payers of the program without one: shown, never silently left out of a denominator
 * @param scoring what the program holds practices to
 * @param marks rows that failed quality rules touch
 */
public record ResultContext(
        String runId,
        String programId,
        String programName,
        MeasurementPeriod period,
        List<String> payersPresent,
        List<String> payersAbsent,
        ScoringRule scoring,
        QualityMarks marks)
        implements Serializable {
    public ResultContext {
        requireNonNull(runId, "runId");
        requireNonNull(programId, "programId");
        requireNonNull(programName, "programName");
        requireNonNull(period, "period");
        requireNonNull(scoring, "scoring");
        requireNonNull(marks, "marks");
        payersPresent = List.copyOf(new TreeSet<>(payersPresent));
        payersAbsent = List.copyOf(new TreeSet<>(payersAbsent));
    }

    /** A context without rules about what practices are scored on, and without failed quality rules. */
    public static ResultContext of(
            String runId,
            String programId,
            String programName,
            MeasurementPeriod period,
            List<String> payersPresent,
            List<String> payersAbsent) {
        return new ResultContext(
                runId,
                programId,
                programName,
                period,
                payersPresent,
                payersAbsent,
                ScoringRule.NONE,
                QualityMarks.NONE);
    }
}
