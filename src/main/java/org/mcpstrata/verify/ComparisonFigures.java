package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What two shown groups give side by side, worked out anew from stratification.md 4.2 and 4.3. */
final class ComparisonFigures {
    /** The normal quantile of 95 % intervals. */
    private static final double Z = 1.959963984540054;

    /** As a share of what is expected, and of one where that is smaller. */
    private static final double CLOSE = 1e-9;

    private ComparisonFigures() {}

    /** Whether a shown figure is the expected one but for the order in which a machine adds. */
    static boolean isClose(double shown, double expected) {
        return Math.abs(shown - expected) <= CLOSE * Math.max(1, Math.abs(expected));
    }

    /**
     * One side.
     *
     * @param numerator null for rates of events
     * @param lo null where the value has no interval
     */
    record Side(long people, Long numerator, double value, Double lo, Double hi, String reliability) {
        static Side ofPeople(long people, long numerator) {
            double lo = Inference.limit(numerator, people, -1);
            double hi = Inference.limit(numerator, people, 1);
            double width = hi - lo;
            String reliability = people >= 100 && width <= 0.2 ? "A" : people >= 30 && width <= 0.3 ? "B" : "C";
            return new Side(people, numerator, (double) numerator / people, lo, hi, reliability);
        }

        static Side ofEvents(ReadRow row) {
            return new Side(
                    row.number(Count.PERFORMANCE_DENOMINATOR.column()).longValue(),
                    null,
                    row.number("value").doubleValue(),
                    number(row, "value_lo"),
                    number(row, "value_hi"),
                    row.text("reliability"));
        }

        private static Double number(ReadRow row, String column) {
            BigDecimal value = row.number(column);
            return value == null ? null : (Double) value.doubleValue();
        }
    }

    /**
     * Every figure that a comparison may show, by column; one that is not here may not be shown.
     *
     * @param apart whether the groups share nobody and neither was chosen for its value
     */
    static Map<String, Double> of(Side one, Side other, boolean higherIsBetter, boolean apart) {
        Map<String, Double> figures = new TreeMap<>();
        double diff = one.value() - other.value();
        figures.put("diff", diff);
        figures.put("gap_favourable", higherIsBetter ? diff : -diff);
        if (other.value() > 0) {
            figures.put("ratio", one.value() / other.value());
        }
        if (apart && one.lo() != null && other.lo() != null) {
            figures.put("diff_lo", diff - Math.hypot(one.value() - one.lo(), other.hi() - other.value()));
            figures.put("diff_hi", diff + Math.hypot(one.hi() - one.value(), other.value() - other.lo()));
            boolean logs = one.numerator() != null
                    && !(one.numerator() == one.people() && other.numerator() == other.people());
            if (logs) {
                logRatio(one, other, figures);
            } else {
                limitsOfRatio(one, other, figures);
            }
            if (one.numerator() != null) {
                test(one, other, figures);
            }
        }
        return figures;
    }

    private static void logRatio(Side one, Side other, Map<String, Double> figures) {
        double more = one.numerator() == 0 || other.numerator() == 0 ? 0.5 : 0;
        double x1 = one.numerator() + more;
        double n1 = one.people() + more;
        double x0 = other.numerator() + more;
        double n0 = other.people() + more;
        double log = Math.log(x1 * n0 / (n1 * x0));
        double error = Math.sqrt(1 / x1 - 1 / n1 + 1 / x0 - 1 / n0);
        figures.put("ratio_lo", one.numerator() == 0 ? 0 : Math.exp(log - Z * error));
        figures.put("ratio_hi", Math.exp(log + Z * error));
    }

    /** The limits of a ratio from those of its sides (MOVER-R). */
    private static void limitsOfRatio(Side one, Side other, Map<String, Double> figures) {
        if (!(other.value() > 0) || !(other.lo() > 0)) {
            return;
        }
        double product = one.value() * other.value();
        double a = one.lo() * (2 * one.value() - one.lo());
        double b = one.hi() * (2 * one.value() - one.hi());
        double c = other.lo() * (2 * other.value() - other.lo());
        double d = other.hi() * (2 * other.value() - other.hi());
        double below = product + Math.sqrt(Math.max(0, product * product - a * d));
        figures.put("ratio_lo", below == 0 ? 0 : a / below);
        figures.put("ratio_hi", (product + Math.sqrt(Math.max(0, product * product - b * c))) / c);
    }

    private static void test(Side one, Side other, Map<String, Double> figures) {
        int n1 = Math.toIntExact(one.people());
        int n = n1 + Math.toIntExact(other.people());
        int x1 = Math.toIntExact(one.numerator());
        int x = x1 + Math.toIntExact(other.numerator());
        double fewest = (double) Math.min(n1, n - n1) * Math.min(x, n - x) / n;
        if (fewest >= 5) {
            double pool = (double) x / n;
            double z = (one.value() - other.value())
                    / Math.sqrt(pool * (1 - pool) * (1.0 / n1 + 1 / (double) other.people()));
            figures.put("z", z);
            figures.put("p_value", Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z))));
            return;
        }
        HypergeometricDistribution tables = HypergeometricDistribution.of(n, x, n1);
        double limit = tables.probability(x1) * (1 + 1e-7);
        double p = 0;
        for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
            p += tables.probability(k) <= limit ? tables.probability(k) : 0;
        }
        figures.put("p_value", Math.min(1, p));
    }
}
