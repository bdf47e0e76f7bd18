package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.stratify.IndirectStratifier.Group;

/**
 * The rows of {@code indirect_calibration}: among people who told their own group, how many the probabilities put into
 * each (stratification.md 3.2). Of the whole program, by proportion.
 */
public final class IndirectCalibration {
    public static final TableSchema SCHEMA = TableSchema.load("indirect_calibration", List.of());

    /** Fewer people than this, of whom both are known, tell nothing. */
    private static final long FEWEST = 500;

    private static final double LOWEST = 0.9;
    private static final double HIGHEST = 1.1;

    private final ResultContext context;
    private final IndirectStratifier stratifier;
    private final Cells cells;

    private IndirectCalibration(ResultContext context, IndirectStratifier stratifier, Cells cells) {
        this.context = requireNonNull(context, "context");
        this.stratifier = requireNonNull(stratifier, "stratifier");
        this.cells = requireNonNull(cells, "cells");
    }

    /** In the order of the table's key; none where the program wants no indirect estimates. */
    public static List<TableRow> rows(
            ResultContext context, Stratifiers stratifiers, List<MeasureInfo> measures, Cells cells) {
        return stratifiers
                .indirect()
                .map(groups -> new IndirectCalibration(context, groups, cells).rows(measures))
                .orElse(List.of());
    }

    private List<TableRow> rows(List<MeasureInfo> measures) {
        List<TableRow> rows = new ArrayList<>();
        measures.stream()
                .flatMap(measure -> ReportedRate.of(measure).stream())
                .filter(rate -> rate.scoring() == Scoring.PROPORTION && !rate.isImprovement())
                .sorted(Comparator.comparing(ReportedRate::key))
                .forEach(rate -> {
                    RateColumn column = RateColumn.of(cells, cells.everybody(rate.key()), rate);
                    for (Group group : stratifier.shownById()) {
                        rows.add(row(
                                rate,
                                group,
                                column.of(
                                        column.strata().of(stratifier.calibration()),
                                        group.stratum().id()),
                                people(column)));
                    }
                });
        return rows;
    }

    /** People of whom both are known: each of them reported one group, shown or not. */
    private long people(RateColumn column) {
        return stratifier.groups().stream()
                .mapToLong(group -> column.of(
                                column.strata().of(stratifier.calibration()),
                                group.stratum().id())
                        .answers()
                        .direct())
                .sum();
    }

    private TableRow row(ReportedRate rate, Group group, Counts counts, long people) {
        BigDecimal probable = counts.weighted().denominator();
        boolean tells = people >= FEWEST && counts.answers().direct() > 0;
        double ratio = tells ? probable.doubleValue() / counts.answers().direct() : Double.NaN;
        return TableRow.of(SCHEMA)
                .set("run_id", context.runId())
                .set("measure_id", rate.key().measureId())
                .set("rate_id", rate.key().rateId())
                .set("stratifier_id", stratifier.id())
                .set("stratum_id", group.stratum().id())
                .set("prob_model", stratifier.wanted().model())
                .set("prob_version", stratifier.wanted().version())
                .set("people", people)
                .set("probability_sum", probable)
                .set("self_reported", counts.answers().direct())
                .set("calibration_ratio", tells ? (Double) ratio : null)
                .set("calibration", !tells ? "TOO_FEW" : ratio >= LOWEST && ratio <= HIGHEST ? "OK" : "OUTSIDE")
                .build();
    }
}
