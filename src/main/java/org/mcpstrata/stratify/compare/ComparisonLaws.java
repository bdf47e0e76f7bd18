package org.mcpstrata.stratify.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;

/**
 * The conservation laws of {@code stratum_comparison} and {@code disparity_summary}, counted over their rows as they were
 * read back from disk and held against those of {@code stratified_result}.
 */
public final class ComparisonLaws implements Serializable {
    private static final String STAGE = "compare";

    /** Rounding of sums over thousands of practices. */
    private static final double TOLERANCE = 1e-12;

    private ComparisonSides sides = new ComparisonSides();
    private long splitWrong;
    private long adjustedWrong;
    private long outside;
    private long states;

    /** A row of {@code stratum_comparison}. */
    public void compared(TableRow row) {
        ComparedWith with = ComparedWith.valueOf(row.text("comparator"));
        long people = row.count("people");
        sides.compared(with, row, people, row.statistic("value"));
        if (with == ComparedWith.REST && Scoring.valueOf(row.text("scoring")) == Scoring.PROPORTION) {
            Long others = row.count("comparator_people");
            sides.known(people + (others == null ? 0 : others));
        }
        Double difference = row.statistic("diff");
        boolean drawn = ComparisonState.valueOf(row.text("comparison_state")) == ComparisonState.OK;
        states += drawn == (difference != null) ? 0 : 1;
        if (drawn && difference != null) {
            drawn(row, difference);
        }
    }

    private void drawn(TableRow row, double difference) {
        Double within = row.statistic("within_gap");
        if (within != null && !(Math.abs(within + row.statistic("between_gap") - difference) <= TOLERANCE)) {
            splitWrong++;
        }
        Double p = row.statistic("p_value");
        Double q = row.statistic("q_value");
        if (p == null ? q != null : q == null || !(q >= p && q <= 1)) {
            adjustedWrong++;
        }
        outside += isOutside(difference, row, "diff") || isOutside(row.statistic("ratio"), row, "ratio") ? 1 : 0;
    }

    private static boolean isOutside(Double value, TableRow row, String of) {
        Double lo = row.statistic(of + "_lo");
        Double hi = row.statistic(of + "_hi");
        return value != null && lo != null && !(value >= lo - TOLERANCE && value <= hi + TOLERANCE);
    }

    /** A row of {@code disparity_summary}. */
    public void summarised(TableRow row) {
        sides.summarised(row, row.list("strata_used").size(), row.count("people_used"));
    }

    /** What was counted here and there. */
    public ComparisonLaws plus(ComparisonLaws other) {
        ComparisonLaws both = new ComparisonLaws();
        both.sides = sides.plus(other.sides);
        both.splitWrong = splitWrong + other.splitWrong;
        both.adjustedWrong = adjustedWrong + other.adjustedWrong;
        both.outside = outside + other.outside;
        both.states = states + other.states;
        return both;
    }

    /** @param asked what the rows of {@code stratified_result} ask for */
    public List<Law> laws(ComparisonSides asked) {
        List<Law> laws = new ArrayList<>();
        for (ComparedWith with : ComparedWith.values()) {
            String name = "stratum_comparison, " + with + ": ";
            laws.add(law(name + "rows = strata that are compared", sides.rows(with), asked.rows(with)));
            laws.add(law(name + "people of the strata", sides.people(with), asked.people(with)));
            laws.add(law(name + "print of keys, people and values", sides.prints(with), asked.prints(with)));
        }
        laws.add(law("a stratum and everyone else = people of known value", sides.known(), asked.known()));
        laws.add(law("comparisons whose parts within and between practices miss the gap", splitWrong, 0));
        laws.add(law("comparisons with a q value below their p value, or with only one of the two", adjustedWrong, 0));
        laws.add(law("comparisons outside their own interval", outside, 0));
        laws.add(law("comparisons drawn that may not be, or not drawn that may", states, 0));
        laws.add(law(
                "rows of disparity_summary = stratifiers with groups to compare",
                sides.summaries(),
                asked.summaries()));
        laws.add(law("people of the strata used in summaries", sides.summaryPeople(), asked.summaryPeople()));
        laws.add(law("print of keys, strata and people of summaries", sides.summaryPrints(), asked.summaryPrints()));
        return laws;
    }

    private static Law law(String statement, long left, long right) {
        return Law.of(STAGE, statement, left, right);
    }
}
