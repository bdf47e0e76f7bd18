package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures that are made from several rows: shares and summaries. */
final class TableChecks {
    /** Numbers of those tables that describe the table and not people. */
    private static final Set<String> NO_FIGURES = Set.of("coarsening_level", "stratum_order", "confidence");

    private final Release release;
    private final Conclusions conclusions;
    private final Map<String, ReadRow> rows = new HashMap<>();
    private final Map<String, List<ReadRow>> strata = new HashMap<>();

    TableChecks(Release release, Conclusions conclusions) {
        this.release = release;
        this.conclusions = conclusions;
        for (ReadRow row : release.rows(Release.RESULT)) {
            rows.put(Release.place(row), row);
            strata.computeIfAbsent(stratifier(row), key -> new ArrayList<>()).add(row);
        }
    }

    private static String stratifier(ReadRow row) {
        Cell cell = Release.cell(row);
        return row.text("measure_id") + ", " + row.text("rate_id") + ", " + cell.at(cell.stratifier(), "*");
    }

    void check() {
        release.rows(Release.RESULT).stream()
                .filter(row -> row.has(Columns.SHARE))
                .forEach(this::share);
        release.rows(Release.SUMMARY).forEach(this::summary);
    }

    private void share(ReadRow row) {
        long known = 0;
        for (ReadRow stratum : strata.get(stratifier(row))) {
            BigDecimal people = stratum.number(Count.PERFORMANCE_DENOMINATOR.column());
            if (people == null) {
                find(
                        Breach.DERIVED_FROM_HIDDEN,
                        Release.place(row) + ", " + Columns.SHARE,
                        "a stratum's performance_denominator is hidden");
                return;
            }
            boolean missing = !Set.of("VALUE", "MULTI", "OTHER", "TOTAL").contains(stratum.text("stratum_kind"));
            known += missing ? 0 : people.longValue();
        }
        BigDecimal own = row.number(Count.PERFORMANCE_DENOMINATOR.column());
        if (row.flag("exclusive")
                && known > 0
                && !Inference.fits(row.number(Columns.SHARE), own.doubleValue() / known)) {
            find(Breach.FIGURE_DIFFERS, Release.place(row) + ", " + Columns.SHARE, "");
        }
    }

    private void summary(ReadRow row) {
        Cell cell = Release.cell(row);
        List<String> used = row.list("strata_used");
        List<String> made = used.isEmpty()
                ? strata.getOrDefault(stratifier(row), List.of()).stream()
                        .map(stratum -> stratum.text("stratum_id"))
                        .toList()
                : used;
        if (hasFigures(row) && !made.stream().allMatch(id -> isShown(row, cell.at(cell.stratifier(), id)))) {
            find(Breach.DERIVED_FROM_HIDDEN, Release.SUMMARY + ", " + Release.place(row), "");
        }
    }

    private boolean isShown(ReadRow of, Cell cell) {
        ReadRow row = rows.get(of.text("measure_id") + ", " + of.text("rate_id") + ", " + cell);
        return row != null
                && row.has(Count.PERFORMANCE_DENOMINATOR.column())
                && (!row.text("scoring").equals("PROPORTION") || row.has(Count.NUMERATOR.column()))
                && (!row.text("scoring").equals("RATE") || row.has(Count.OBSERVATION_SUM.column()));
    }

    private static boolean hasFigures(ReadRow row) {
        return row.values().entrySet().stream()
                .anyMatch(entry -> entry.getValue() instanceof Number && !NO_FIGURES.contains(entry.getKey()));
    }

    private void find(Breach breach, String place, String inferred) {
        conclusions.find(breach, release.name() + ", " + place, inferred);
    }
}
