package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.IndirectEstimates.Method;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.quality.QualityMarks;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Reliability;
import org.mcpstrata.statistics.WeightedRate;
import org.mcpstrata.stratify.IndirectStratifier.Group;

/**
 * The rows of one block by groups to which people belong with a probability only (stratification.md 3): weighted counts,
 * the weighted rate and its interval, never a count of people. Proportions only; a practice is shown from a weighted
 * denominator of 100 on.
 */
final class IndirectRows {
    /** People that a practice's group needs (stratification.md 3.1). */
    private static final long FEWEST_OF_PRACTICE = 100;

    private final IndirectStratifier stratifier;
    private final ReportedRate rate;
    private final Block block;
    private final StratifiedRow maker;
    private final RateColumn column;

    /** @param column of the same rate and block */
    IndirectRows(
            IndirectStratifier stratifier, ReportedRate rate, Block block, StratifiedRow maker, RateColumn column) {
        this.stratifier = requireNonNull(stratifier, "stratifier");
        this.rate = requireNonNull(rate, "rate");
        this.block = requireNonNull(block, "block");
        this.maker = requireNonNull(maker, "maker");
        this.column = requireNonNull(column, "column");
    }

    /** In the order of the table's key. */
    List<TableRow> rows() {
        List<TableRow> rows = new ArrayList<>();
        if (rate.scoring() != Scoring.PROPORTION || rate.isImprovement()) {
            return rows;
        }
        for (Group group : stratifier.shownById()) {
            for (Method method : stratifier.methods()) {
                Counts counts = of(method, group.stratum().id());
                if (isShown(counts.weighted())) {
                    rows.add(row(method, group, counts.weighted(), of(method, CellGroup.UNION)));
                }
            }
        }
        return rows;
    }

    private Counts of(Method method, String stratum) {
        return column.of(column.strata().of(stratifier.cells(method)), stratum);
    }

    private boolean isShown(WeightSums sums) {
        return switch (block.entity().type()) {
            case PROGRAM -> true;
            case STATE -> sums.weights().signum() > 0;
            // Place is what probabilities were made from: nothing finer than a state.
            case COUNTY -> false;
            case PRACTICE, TIN -> sums.denominator().compareTo(BigDecimal.valueOf(FEWEST_OF_PRACTICE)) >= 0;
        };
    }

    /** @param union everybody who counts by the method, each person once */
    private TableRow row(Method method, Group group, WeightSums sums, Counts union) {
        TableRow.Builder row = maker.named(
                        stratifier.id(), stratifier.standard(), group.stratum(), false, method.name())
                .set("weighted_denominator", sums.denominator())
                .set("weighted_numerator", sums.numerator());
        QualityMarks.Touch touch = maker.touch(
                switch (method) {
                    case INDIRECT -> Set.of();
                    case DIRECT_PLUS_INDIRECT -> Set.of(stratifier.attribute());
                });
        StratifiedRow.quality(row, List.of(), touch);
        long people = column.total().populations().performanceDenominator();
        row.set("coverage_pct", StratifiedRow.share(union.populations().performanceDenominator(), people, 100))
                .set("direct_pct", StratifiedRow.share(union.answers().direct(), people, 100))
                .set("reliability", Reliability.C.name())
                .set("n_effective", 0.0);
        if (union.populations().performanceDenominator() > 0) {
            row.set(
                    "share_of_denominator",
                    sums.denominator().doubleValue() / union.populations().performanceDenominator());
        }
        Optional<WeightedRate> found = sums.rate();
        found.ifPresent(it -> row.set("n_effective", it.reliable()));
        found.filter(it -> !touch.block()).ifPresent(it -> set(row, it));
        return row.build();
    }

    private static void set(TableRow.Builder row, WeightedRate rate) {
        Interval interval = rate.interval();
        row.set("value", rate.rate())
                .set("value_lo", interval.lo())
                .set("value_hi", interval.hi())
                .set("ci_method", interval.method())
                .set("confidence", Interval.CONFIDENCE)
                .set(
                        "reliability",
                        Reliability.of((long) rate.reliable(), interval.width()).name());
    }
}
