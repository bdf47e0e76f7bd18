package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.statistics.Contrast;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Mover;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.statistics.RiskRatio;
import org.mcpstrata.statistics.TwoGroupTest;

/**
 * Two groups side by side (stratification.md 4.2), as the restricted table and that of a release show them.
 *
 * @param ratio null where a ratio would mean nothing
 * @param favourable above 0 where the first group does better
 * @param test null where none is sound
 */
public record Comparison(Contrast difference, Contrast ratio, double favourable, TwoGroupTest test) {
    public Comparison {
        requireNonNull(difference, "difference");
    }

    /**
     * Shares of people.
     *
     * @param apart whether the groups share nobody and neither was chosen for its value, so that chance can be judged
     */
    public static Comparison ofProportions(Proportion one, Proportion other, Improvement improvement, boolean apart) {
        return of(
                Mover.newcombe(one, other),
                RiskRatio.of(one, other),
                improvement,
                apart,
                apart ? TwoGroupTest.of(one, other) : null);
    }

    /**
     * Values of any other kind, of which only the interval is known.
     *
     * @param hasZero whether a value of 0 means none at all, so that a ratio means something
     * @param apart as for proportions
     */
    public static Comparison ofValues(
            Measured one, Measured other, Improvement improvement, boolean hasZero, boolean apart) {
        return of(Mover.difference(one, other), hasZero ? Mover.ratio(one, other) : null, improvement, apart, null);
    }

    private static Comparison of(
            Contrast difference, Contrast ratio, Improvement improvement, boolean apart, TwoGroupTest test) {
        return new Comparison(
                apart ? difference : withoutInterval(difference),
                apart || ratio == null ? ratio : withoutInterval(ratio),
                improvement == Improvement.HIGHER ? difference.value() : 0.0 - difference.value(),
                test);
    }

    private static Contrast withoutInterval(Contrast contrast) {
        return new Contrast(contrast.value(), null);
    }

    /** Fills the columns that every table of comparisons has; the adjusted p value comes with its family. */
    public void set(TableRow.Builder row) {
        row.set("diff", difference.value()).set("gap_favourable", favourable);
        set(row, "diff", difference.interval());
        if (ratio != null) {
            row.set("ratio", ratio.value());
            set(row, "ratio", ratio.interval());
        }
        if (test != null) {
            row.set("test", test.method()).set("z", test.z()).set("p_value", test.p());
        }
    }

    private static void set(TableRow.Builder row, String of, Interval interval) {
        if (interval != null) {
            row.set(of + "_lo", interval.lo())
                    .set(of + "_hi", interval.hi())
                    .set(of + "_ci_method", interval.method())
                    .set("confidence", Interval.CONFIDENCE);
        }
    }
}
