package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures of a row that are made from several rows: shares. */
final class TableChecks {
    private final Release release;
    private final Conclusions conclusions;
    private final Map<String, List<ReadRow>> strata = new HashMap<>();

    TableChecks(Release release, Conclusions conclusions) {
        this.release = release;
        this.conclusions = conclusions;
        for (ReadRow row : release.rows(Release.RESULT)) {
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

    private void find(Breach breach, String place, String inferred) {
        conclusions.find(breach, release.name() + ", " + place, inferred);
    }
}
