package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What figures give away of the counts they were made from: all counts that fit them as printed. */
final class Inference {
    /** Larger groups are not tried: figures of them fit many counts or are no secret. */
    private static final int LARGEST = 400;

    /** The normal quantile of 95 % intervals. */
    private static final double Z = 1.959963984540054;

    private Inference() {}

    /** In words for a message; empty where the figures alone give nothing away. */
    static String of(ReadRow row) {
        BigDecimal value = row.number("value");
        BigDecimal people = row.number(Count.PERFORMANCE_DENOMINATOR.column());
        if (value == null || !row.text("scoring").equals("PROPORTION")) {
            return "";
        }
        if (people != null && people.longValue() <= 1_000_000) {
            return "numerator " + numerators(value, people.intValue());
        }
        BigDecimal lo = row.number("value_lo");
        BigDecimal hi = row.number("value_hi");
        return lo == null || hi == null ? "" : "numerator and denominator " + pairs(value, lo, hi);
    }

    /** Numerators that a rate of so many people fits, as printed. */
    static List<Integer> numerators(BigDecimal value, int people) {
        List<Integer> fitting = new ArrayList<>();
        for (int x = 0; x <= people; x++) {
            if (fits(value, (double) x / people)) {
                fitting.add(x);
            }
        }
        return fitting;
    }

    /** Numerators and denominators that a rate and its interval fit, as printed. */
    static List<String> pairs(BigDecimal value, BigDecimal lo, BigDecimal hi) {
        List<String> fitting = new ArrayList<>();
        for (int n = 1; n < LARGEST; n++) {
            for (int x = 0; x <= n; x++) {
                if (fits(value, (double) x / n) && fits(lo, limit(x, n, -1)) && fits(hi, limit(x, n, 1))) {
                    fitting.add(x + "/" + n);
                }
            }
        }
        return fitting;
    }

    /** A limit of Wilson's interval. */
    static double limit(long x, long n, int side) {
        double p = (double) x / n;
        if (side < 0 && x == 0 || side > 0 && x == n) {
            return p;
        }
        double z2 = Z * Z;
        double center = (p + z2 / (2 * n)) / (1 + z2 / n);
        return center + side * Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    }

    /** Whether a number printed with that many decimals can stand for the exact one. */
    static boolean fits(BigDecimal printed, double exact) {
        double half = printed.scale() >= 9 ? 1e-9 : 0.5 * Math.pow(10, -printed.scale()) + 1e-9;
        return Math.abs(printed.doubleValue() - exact) <= half * Math.max(1, Math.abs(exact) * 1e-3);
    }
}
