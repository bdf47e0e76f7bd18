package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.verify.ComparisonFigures.Side;
import org.mcpstrata.verify.ComparisonSides.Group;

/**
 * Whether {@code disparity_summary} is what the shown cells of the same release give, group by group, figure by figure and row
 * by row: neither which groups are used, nor that a row is there or not, may tell what these cells do not.
 */
final class SummaryChecks {
    private static final Set<String> COMPARED = Set.of("STATE", "PROGRAM");
    private static final Set<String> NAMES = Set.of("best_stratum_id", "worst_stratum_id");

    private static final List<String> FIGURES =
            List.of("range_diff", "range_ratio", "idisp_ref", "idisp_best", "idis_mean", "bgv", "mdb", "theil", "mld");

    private final Release release;
    private final Rule rule;
    private final Conclusions conclusions;
    private final ComparisonSides sides;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> references = new HashMap<>();

    SummaryChecks(Release release, ComparisonSides sides, Rule rule, Conclusions conclusions) {
        this.release = release;
        this.rule = rule;
        this.conclusions = conclusions;
        this.sides = sides;
        release.rows(Release.COMPARISON).stream()
                .filter(row -> row.text("comparator").equals("FIXED_REF"))
                .forEach(row -> references.put(place(row), row.text("comparator_stratum_id")));
    }

    void check() {
        if (!release.tables().containsKey(Release.SUMMARY)) {
            return;
        }
        release.rows(Release.SUMMARY).forEach(this::check);
        complete();
        sides.oneOfEach().stream()
                .filter(row -> used(row).size() > 1)
                .filter(row -> !seen.contains(place(row)))
                .forEach(row -> find(row, "", Breach.FIGURE_DIFFERS, "shown counts give a row, and there is none"));
    }

    /** What the program file asks for is not public; but it asks the same of all rows, and of their known_pct alone. */
    private void complete() {
        double asked = release.rows(Release.SUMMARY).stream()
                .filter(row ->
                        row.has("known_pct") && row.text("comparison_state").equals("INSUFFICIENT_COMPLETENESS"))
                .mapToDouble(row -> row.number("known_pct").doubleValue())
                .max()
                .orElse(-1);
        release.rows(Release.SUMMARY).stream()
                .filter(row -> row.text("comparison_state").equals("OK"))
                .filter(row -> !row.has("known_pct") || row.number("known_pct").doubleValue() <= asked)
                .forEach(row -> find(row, "comparison_state", Breach.FIGURE_DIFFERS, ""));
    }

    /** The groups that a summary is made of, in display order; none where the contract has no summary. */
    private List<Group> used(ReadRow of) {
        Cell cell = Release.cell(of);
        if (cell.isTotal() || !COMPARED.contains(cell.entityType())) {
            return List.of();
        }
        return sides.shown(of).stream()
                .filter(group -> group.row().flag("exclusive")
                        && !group.side().reliability().equals("C"))
                .sorted(Comparator.comparing(SummaryChecks::order, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(SummaryChecks::id))
                .toList();
    }

    private static BigDecimal order(Group group) {
        return group.row().number("stratum_order");
    }

    private static String id(Group group) {
        return group.row().text("stratum_id");
    }

    private void check(ReadRow row) {
        if (!seen.add(place(row))) {
            find(row, "", Breach.DUPLICATE_ROW, "");
        }
        String state = row.text("comparison_state");
        if (!row.text("method").equals("DIRECT")
                || !Set.of("OK", "INSUFFICIENT_COMPLETENESS").contains(state)) {
            find(row, "", Breach.NOT_FOR_PUBLICATION, "");
        }
        List<Group> used = used(row);
        List<String> ids = used.stream().map(SummaryChecks::id).sorted().toList();
        if (used.size() < 2 || !ids.containsAll(row.list("strata_used"))) {
            find(row, "strata_used", Breach.DERIVED_FROM_HIDDEN, "");
            return;
        }
        if (!ids.equals(row.list("strata_used"))) {
            find(row, "strata_used", Breach.FIGURE_DIFFERS, "");
        }
        List<Side> groups = used.stream().map(Group::side).toList();
        figure(row, "known_pct", sides.knownPercent(row).orElse(null));
        figure(row, "n_strata_used", (double) used.size());
        figure(row, "n_strata_hidden", (double) sides.hidden(row));
        figure(row, "people_used", (double)
                groups.stream().mapToLong(Side::people).sum());
        BigDecimal people = row.number("people_used");
        if (people != null && rule.isSmall(people.longValue())) {
            find(row, "people_used", Breach.SMALL_COUNT_SHOWN, "");
        }
        if (state.equals("OK")) {
            figures(row, used, groups);
        } else {
            FIGURES.forEach(column -> figure(row, column, null));
            NAMES.forEach(column -> name(row, column, Optional.empty()));
        }
    }

    private void figures(ReadRow row, List<Group> used, List<Side> groups) {
        ReadRow any = used.get(0).row();
        Comparator<Group> rising =
                Comparator.comparingDouble(group -> group.side().value());
        Comparator<Group> best = any.text("improvement").equals("HIGHER") ? rising.reversed() : rising;
        Group first = used.stream().min(best).orElseThrow();
        name(row, "best_stratum_id", Optional.of(id(first)));
        name(row, "worst_stratum_id", used.stream().min(best.reversed()).map(SummaryChecks::id));
        Map<String, Double> figures = SummaryFigures.of(
                groups, first.side().value(), any.text("scoring").equals("PROPORTION"));
        used.stream()
                .filter(group -> id(group).equals(references.get(place(row))))
                .forEach(group -> SummaryFigures.from(groups, group.side().value(), "idisp_ref", figures));
        FIGURES.forEach(column -> figure(row, column, figures.get(column)));
    }

    private void name(ReadRow row, String column, Optional<String> expected) {
        if (!row.text(column).equals(expected.orElse(""))) {
            find(row, column, Breach.FIGURE_DIFFERS, "");
        }
    }

    /** @param expected null where there is no figure to show */
    private void figure(ReadRow row, String column, Double expected) {
        BigDecimal shown = row.number(column);
        boolean same = shown == null || expected == null
                ? shown == null && expected == null
                : ComparisonFigures.isClose(shown.doubleValue(), expected);
        if (!same) {
            find(row, column, Breach.FIGURE_DIFFERS, "");
        }
    }

    /** The stratum of a result row does not belong to the place of its summary. */
    private static String place(ReadRow row) {
        Cell cell = Release.cell(row);
        return row.text("measure_id") + ", " + row.text("rate_id") + ", " + cell.at(cell.stratifier(), "*");
    }

    private void find(ReadRow row, String field, Breach breach, String inferred) {
        String at = release.name() + ", " + Release.SUMMARY + ", " + place(row);
        conclusions.find(breach, field.isEmpty() ? at : at + ", " + field, inferred);
    }
}
