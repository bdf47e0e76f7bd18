package org.mcpstrata.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.verify.ComparisonFigures.Side;

/**
 * Whether every figure of {@code stratum_comparison} is what the shown cells of the same release give: nobody learns from it
 * what these do not say.
 */
final class ComparisonChecks {
    private static final Set<String> STATES = Set.of("OK", "SELF", "INSUFFICIENT_COMPLETENESS", "LOW_N");

    /** Figures that follow from the two sides. */
    private static final List<String> FIGURES =
            List.of("diff", "diff_lo", "diff_hi", "gap_favourable", "ratio", "ratio_lo", "ratio_hi", "z", "p_value");

    private final Release release;
    private final Rule rule;
    private final Conclusions conclusions;
    private final ComparisonSides sides;
    private final Set<String> seen = new HashSet<>();

    ComparisonChecks(Release release, ComparisonSides sides, Rule rule, Conclusions conclusions) {
        this.release = release;
        this.rule = rule;
        this.conclusions = conclusions;
        this.sides = sides;
    }

    void check() {
        List<ReadRow> rows = release.rows(Release.COMPARISON);
        rows.forEach(this::check);
        rows.stream()
                .filter(row -> row.has("p_value"))
                .collect(groupingBy(ComparisonChecks::family, TreeMap::new, toList()))
                .values()
                .forEach(this::adjusted);
        rows.stream()
                .filter(row -> !row.has("p_value") && (row.has("q_value") || row.has("family_size")))
                .forEach(row -> find(row, "q_value", Breach.FIGURE_DIFFERS));
    }

    private void check(ReadRow row) {
        if (!seen.add(place(row))) {
            find(row, "", Breach.DUPLICATE_ROW);
        }
        if (!row.text("method").equals("DIRECT") || !STATES.contains(row.text("comparison_state"))) {
            find(row, "", Breach.NOT_FOR_PUBLICATION);
        }
        Optional<Side> one = sides.one(row);
        Optional<Side> other = sides.other(row);
        if (one.isEmpty() || other.isEmpty()) {
            find(row, "", Breach.DERIVED_FROM_HIDDEN);
            return;
        }
        side(row, "", one.get());
        side(row, "comparator_", other.get());
        figure(row, "known_pct", sides.knownPercent(row).orElse(null));
        ReadRow group = sides.row(row).orElseThrow();
        String with = row.text("comparator");
        boolean apart = (with.equals("FIXED_REF") || with.equals("REST")) && group.flag("exclusive");
        Map<String, Double> figures = ComparisonFigures.of(
                one.get(), other.get(), group.text("improvement").equals("HIGHER"), apart);
        FIGURES.forEach(column -> figure(row, column, figures.get(column)));
        figure(row, "confidence", 0.95);
    }

    private void side(ReadRow row, String prefix, Side side) {
        figure(row, prefix + "people", (double) side.people());
        figure(
                row,
                prefix + "numerator",
                side.numerator() == null ? null : (Double) side.numerator().doubleValue());
        figure(row, prefix + "value", side.value());
        small(row, prefix + "people");
        small(row, prefix + "numerator");
        if (!row.text(prefix + "reliability").equals(side.reliability())) {
            find(row, prefix + "reliability", Breach.FIGURE_DIFFERS);
        }
    }

    private void small(ReadRow row, String column) {
        BigDecimal count = row.number(column);
        if (count != null && rule.isSmall(count.longValue())) {
            find(row, column, Breach.SMALL_COUNT_SHOWN);
        }
    }

    /** @param expected null where the figure may not be shown */
    private void figure(ReadRow row, String column, Double expected) {
        BigDecimal shown = row.number(column);
        if (shown != null && (expected == null || !ComparisonFigures.isClose(shown.doubleValue(), expected))) {
            find(row, column, Breach.FIGURE_DIFFERS);
        }
    }

    /** Benjamini-Hochberg over the published tests of a family: the least p·m/rank from its own rank on. */
    private void adjusted(List<ReadRow> family) {
        List<Double> ascending = family.stream()
                .map(row -> row.number("p_value").doubleValue())
                .sorted()
                .toList();
        for (ReadRow row : family) {
            double p = row.number("p_value").doubleValue();
            double q = 1;
            for (int rank = 1; rank <= ascending.size(); rank++) {
                if (ascending.get(rank - 1) >= p) {
                    q = Math.min(q, ascending.get(rank - 1) * ascending.size() / rank);
                }
            }
            figure(row, "q_value", q);
            figure(row, "family_size", (double) ascending.size());
        }
    }

    private static String family(ReadRow row) {
        Cell cell = Release.cell(row);
        return cell.at(cell.stratifier(), "*") + ", " + row.text("comparator");
    }

    private static String place(ReadRow row) {
        return Release.COMPARISON + ", " + Release.place(row) + ", " + row.text("comparator");
    }

    private void find(ReadRow row, String field, Breach breach) {
        conclusions.find(breach, release.name() + ", " + place(row) + (field.isEmpty() ? "" : ", " + field), "");
    }
}
