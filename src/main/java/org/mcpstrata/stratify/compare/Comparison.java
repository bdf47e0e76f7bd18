package org.mcpstrata.stratify.compare;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.statistics.Contrast;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Mover;
import org.mcpstrata.statistics.RiskRatio;
import org.mcpstrata.statistics.TwoGroupTest;
import org.mcpstrata.stratify.RateValues;
import org.mcpstrata.stratify.StratumValue;

/**
 * Two groups side by side.
 *
 * @param ratio null where a ratio would mean nothing
 * @param test null where none is sound
 */
record Comparison(Contrast difference, Contrast ratio, double favourable, TwoGroupTest test) {
    Comparison {
        requireNonNull(difference, "difference");
    }

    /** @param apart whether the groups share nobody and neither was chosen for its value, so that chance can be judged */
    static Comparison of(RateValues rate, StratumValue one, StratumValue other, boolean apart) {
        boolean people = rate.isProportion();
        Contrast difference = people
                ? Mover.newcombe(one.proportion(), other.proportion())
                : Mover.difference(one.measured(), other.measured());
        Contrast ratio = null;
        if (rate.hasZero()) {
            ratio = people
                    ? RiskRatio.of(one.proportion(), other.proportion())
                    : Mover.ratio(one.measured(), other.measured());
        }
        return new Comparison(
                apart ? difference : withoutInterval(difference),
                apart || ratio == null ? ratio : withoutInterval(ratio),
                rate.improvement() == Improvement.HIGHER ? difference.value() : 0.0 - difference.value(),
                apart && people ? TwoGroupTest.of(one.proportion(), other.proportion()) : null);
    }

    private static Contrast withoutInterval(Contrast contrast) {
        return new Contrast(contrast.value(), null);
    }

    void set(TableRow.Builder row) {
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
