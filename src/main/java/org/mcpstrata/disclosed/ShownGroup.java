package org.mcpstrata.disclosed;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.Comparison;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.statistics.Reliability;

/**
 * A group all of whose counts are published.
 *
 * @param order display order in its stratifier
 * @param people its performance denominator, above 0
 * @param numerator null for rates of events
 */
record ShownGroup(String id, int order, long people, Long numerator, Measured measured, Reliability reliability) {
    static final String REST = "REST";

    private static final String PEOPLE = "performance_denominator";

    ShownGroup {
        requireNonNull(id, "id");
        requireNonNull(measured, "measured");
        requireNonNull(reliability, "reliability");
    }

    /** The best value first; of equal ones the first in display order. */
    static Comparator<ShownGroup> bestFirst(Improvement improvement) {
        Comparator<ShownGroup> lowest =
                Comparator.comparingDouble(group -> group.measured().value());
        Comparator<ShownGroup> best =
                switch (improvement) {
                    case HIGHER -> lowest.reversed();
                    case LOWER -> lowest;
                };
        return best.thenComparing(ShownGroup::order).thenComparing(ShownGroup::id);
    }

    /** The counts that a published row's value is made of; empty for values that are made of none. */
    private static List<String> counts(TableRow row) {
        return switch (Scoring.valueOf(row.text("scoring"))) {
            case PROPORTION -> List.of(PEOPLE, "numerator", "not_met");
            case RATE -> List.of(PEOPLE, "observation_sum");
            case RATIO, CONTINUOUS -> List.of();
        };
    }

    /** Whether a count that a published row's value is made of is hidden. */
    static boolean isHidden(TableRow row) {
        return counts(row).stream().anyMatch(count -> row.value(count) == null);
    }

    /** The group of a published row; empty where a count that its value is made of is hidden, or where it has none. */
    static Optional<ShownGroup> of(TableRow row) {
        if (counts(row).isEmpty() || isHidden(row) || row.statistic("value") == null) {
            return Optional.empty();
        }
        return Optional.of(new ShownGroup(
                row.text("stratum_id"),
                (Integer) row.value("stratum_order"),
                row.count(PEOPLE),
                row.count("numerator"),
                new Measured(row.statistic("value"), interval(row)),
                Reliability.valueOf(row.text("reliability"))));
    }

    private static Interval interval(TableRow row) {
        return row.statistic("value_lo") == null || row.statistic("value_hi") == null
                ? null
                : new Interval(row.statistic("value_lo"), row.statistic("value_hi"), row.text("ci_method"));
    }

    /** Everyone else of known value, from shown counts; empty where there is nobody. */
    static Optional<ShownGroup> rest(long people, long numerator) {
        if (people == 0) {
            return Optional.empty();
        }
        Measured measured = new Proportion(numerator, people).measured();
        return Optional.of(
                new ShownGroup(REST, 0, people, numerator, measured, Reliability.of(measured, true, people)));
    }

    boolean isReliable() {
        return reliability != Reliability.C;
    }

    /** @param apart whether the groups share nobody and neither was chosen for its value */
    Comparison comparedWith(ShownGroup other, Improvement improvement, boolean apart) {
        return numerator == null
                ? Comparison.ofValues(measured, other.measured, improvement, true, apart)
                : Comparison.ofProportions(
                        new Proportion(numerator, people),
                        new Proportion(other.numerator, other.people),
                        improvement,
                        apart);
    }

    /** Fills in what the group shows. */
    void set(TableRow.Builder row, String prefix) {
        row.set(prefix + "people", people)
                .set(prefix + "numerator", numerator)
                .set(prefix + "value", measured.value())
                .set(prefix + "reliability", reliability.name());
    }
}
