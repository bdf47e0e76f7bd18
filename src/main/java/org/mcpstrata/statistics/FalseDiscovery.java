package org.mcpstrata.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The Benjamini-Hochberg adjustment of the p values of one family (stratification.md 4.3). */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The q value of each p value, in the same order: the least share of false discoveries at which it would count as one.
     * Equal p values share their q value; none is above 1 or below its p value.
     */
    public static double[] adjusted(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            double value = p[ascending[rank - 1]];
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p value lies between 0 and 1");
            }
            // Of the last one m over its rank is 1: its q value is its p value to the last digit.
            least = Math.min(least, value * ((double) p.length / rank));
            q[ascending[rank - 1]] = least;
        }
        return q;
    }
}
