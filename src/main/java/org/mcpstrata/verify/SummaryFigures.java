package org.mcpstrata.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.verify.ComparisonFigures.Side;

/** How far groups lie apart, worked out anew from stratification.md 4.4. */
final class SummaryFigures {
    private SummaryFigures() {}

    /**
     * Every figure that a summary may show, by column; one that is not here may not be shown.
     *
     * @param groups two or more
     * @param best the value of the best group
     */
    static Map<String, Double> of(List<Side> groups, double best, boolean proportions) {
        Map<String, Double> figures = new TreeMap<>();
        double highest = groups.stream().mapToDouble(Side::value).max().orElseThrow();
        double lowest = groups.stream().mapToDouble(Side::value).min().orElseThrow();
        figures.put("range_diff", highest - lowest);
        if (lowest > 0) {
            figures.put("range_ratio", highest / lowest);
        }
        from(groups, best, "idisp_best", figures);
        if (proportions) {
            ofPeople(groups, best, lowest, figures);
        }
        return figures;
    }

    /** The mean distance of the others from one value, in percent of it. */
    static void from(List<Side> groups, double value, String column, Map<String, Double> figures) {
        if (value > 0) {
            double apart = 0;
            for (Side group : groups) {
                apart += Math.abs(group.value() - value);
            }
            figures.put(column, 100 * apart / ((groups.size() - 1) * value));
        }
    }

    private static void ofPeople(List<Side> groups, double best, double lowest, Map<String, Double> figures) {
        double people = 0;
        double met = 0;
        for (Side group : groups) {
            people += group.people();
            met += group.numerator();
        }
        double overall = met / people;
        double variance = 0;
        double fromBest = 0;
        double apart = 0;
        double theil = 0;
        double logs = 0;
        for (Side group : groups) {
            double share = group.people() / people;
            double distance = group.value() - overall;
            variance += share * distance * distance;
            fromBest += share * Math.abs(group.value() - best);
            apart += Math.abs(distance);
            if (group.numerator() > 0) {
                theil += group.numerator() / met * Math.log(group.value() / overall);
            }
            logs += share * Math.log(overall / group.value());
        }
        figures.put("bgv", variance);
        figures.put("mdb", fromBest);
        if (overall > 0) {
            figures.put("idis_mean", 100 * apart / (groups.size() * overall));
            figures.put("theil", theil);
        }
        if (lowest > 0) {
            figures.put("mld", logs);
        }
    }
}
