package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one row may show by itself: S0, S3 and S4, and which rows may be published at all. */
final class RowChecks {
    private static final Set<String> MARKERS = Set.of("SHOWN", "HIDDEN", "NOT_APPLICABLE");

    private final Release release;
    private final Rule rule;
    private final Conclusions conclusions;
    private final AmountChecks amounts;
    private final Set<String> seen = new HashSet<>();

    RowChecks(Release release, Rule rule, Conclusions conclusions) {
        this.release = release;
        this.rule = rule;
        this.conclusions = conclusions;
        this.amounts = new AmountChecks(release, conclusions);
    }

    void check() {
        for (ReadRow row : release.rows(Release.RESULT)) {
            if (!seen.add(Release.place(row) + ", " + row.text("measure_version") + row.text("period_start"))) {
                find(row, "", Breach.DUPLICATE_ROW, "");
            }
            mayBePublished(row);
            counts(row);
            marker(row);
            derived(row);
            amounts.check(row);
        }
    }

    private void mayBePublished(ReadRow row) {
        Cell cell = Release.cell(row);
        if (cell.scope().startsWith("payer:")) {
            find(row, "payer_scope", Breach.PAYER_NAMED, "");
        }
        boolean practice = cell.entityType().equals("PRACTICE");
        if (!Set.of("PRACTICE", "STATE", "PROGRAM").contains(cell.entityType())) {
            find(row, "entity_type", Breach.NOT_FOR_PUBLICATION, "");
        }
        if (practice && !(cell.isTotal() && cell.scope().equals(Cell.EVERYBODY))) {
            find(row, "stratifier_id", Breach.NOT_FOR_PUBLICATION, "practices are published with totals only");
        }
        for (Count count : Count.ALL) {
            if (!count.isCountOf(row.text("scoring"), cell.entityType())
                    && (row.has(count.column()) || row.list("suppressed_fields").contains(count.column()))) {
                find(row, count.column(), Breach.NOT_FOR_PUBLICATION, "not a count of such rows");
            }
        }
        if (!row.text("method").equals("DIRECT")) {
            find(row, "method", Breach.NOT_FOR_PUBLICATION, "");
        }
        if (AmountChecks.isAmount(row)
                && Columns.FIGURES.stream().anyMatch(row::has)
                && (practice || !cell.isTotal())) {
            find(row, "value", Breach.NOT_FOR_PUBLICATION, "dollars, indices and scores are for totals only");
        }
    }

    private void counts(ReadRow row) {
        for (Count count : Count.ALL) {
            BigDecimal value = row.number(count.column());
            if (value != null
                    && count.isCountOf(row.text("scoring"))
                    && value.signum() > 0
                    && value.compareTo(BigDecimal.valueOf(rule.threshold() + 1)) < 0) {
                find(
                        row,
                        count.column(),
                        Breach.SMALL_COUNT_SHOWN,
                        value.stripTrailingZeros().toPlainString());
            }
        }
    }

    private void marker(ReadRow row) {
        String marker = row.text("suppression");
        List<String> listed = row.list("suppressed_fields");
        if (!MARKERS.contains(marker)) {
            find(row, "suppression", Breach.SECOND_MARKER, "");
        }
        if (marker.equals("HIDDEN") == listed.isEmpty()) {
            find(row, "suppressed_fields", Breach.MARKER_DISAGREES, "");
        }
        List<String> inOrder = new ArrayList<>(Columns.ofResult());
        inOrder.retainAll(listed);
        if (!inOrder.equals(listed)) {
            find(row, "suppressed_fields", Breach.SECOND_MARKER, "the fields are not the columns in their order");
        }
        for (String field : listed) {
            if (row.has(field)) {
                find(row, field, Breach.MARKER_DISAGREES, "listed as hidden and shown");
            }
        }
        for (Count count : Count.ALL) {
            boolean isHidden =
                    count.isCountOf(row.text("scoring"), row.text("entity_type")) && !row.has(count.column());
            if (isHidden && !listed.contains(count.column()) && !marker.equals("NOT_APPLICABLE")) {
                find(row, count.column(), Breach.MARKER_DISAGREES, "absent and not listed as hidden");
            }
            if (marker.equals("NOT_APPLICABLE") && row.has(count.column())) {
                find(row, count.column(), Breach.MARKER_DISAGREES, "a row without counts shows one");
            }
        }
    }

    private void derived(ReadRow row) {
        List<Count> madeFrom = madeFrom(row);
        if (!madeFrom.stream().allMatch(count -> row.has(count.column()))) {
            for (String figure : Columns.FIGURES) {
                if (row.has(figure)) {
                    find(row, figure, Breach.DERIVED_FROM_HIDDEN, Inference.of(row));
                }
            }
        }
        boolean hidden = row.text("suppression").equals("HIDDEN");
        if (hidden && row.list("quality_rules").stream().anyMatch(name -> name.contains("BELOW_"))) {
            find(row, "quality_rules", Breach.DERIVED_FROM_HIDDEN, "the rule bounds the number of responses");
        }
        if (row.list("quality_rules").stream().anyMatch(name -> name.startsWith("DQ39_"))) {
            find(
                    row,
                    "quality_rules",
                    Breach.DERIVED_FROM_HIDDEN,
                    "the rule says that nobody of a payer has a numerator");
        }
        if (row.text("scoring").equals("PROPORTION")) {
            recomputed(row);
        }
    }

    private static List<Count> madeFrom(ReadRow row) {
        return switch (row.text("scoring")) {
            case "PROPORTION" -> List.of(Count.PERFORMANCE_DENOMINATOR, Count.NUMERATOR, Count.NOT_MET);
            case "RATE" -> List.of(Count.PERFORMANCE_DENOMINATOR, Count.OBSERVATION_SUM);
            default -> List.of(Count.PERFORMANCE_DENOMINATOR);
        };
    }

    private void recomputed(ReadRow row) {
        BigDecimal people = row.number(Count.PERFORMANCE_DENOMINATOR.column());
        BigDecimal met = row.number(Count.NUMERATOR.column());
        if (people == null || met == null || people.signum() == 0) {
            return;
        }
        long n = people.longValue();
        long x = met.longValue();
        compare(row, "value", (double) x / n);
        compare(row, "n_effective", n);
        if (row.text("ci_method").equals("WILSON")) {
            compare(row, "value_lo", Inference.limit(x, n, -1));
            compare(row, "value_hi", Inference.limit(x, n, 1));
        }
    }

    private void compare(ReadRow row, String column, double expected) {
        BigDecimal shown = row.number(column);
        if (shown != null && !Inference.fits(shown, expected)) {
            find(row, column, Breach.FIGURE_DIFFERS, "");
        }
    }

    private void find(ReadRow row, String field, Breach breach, String inferred) {
        String at = field.isEmpty() ? "" : ", " + field;
        conclusions.find(breach, release.name() + ", " + Release.place(row) + at, inferred);
    }
}
