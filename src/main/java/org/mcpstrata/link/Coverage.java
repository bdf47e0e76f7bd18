package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/** Which days of a person's life which payer covered, and the payer scopes that follow (founding decision 4). */
final class Coverage {
    private static final Comparator<CoverageSpan> ORDER = Comparator.comparing(CoverageSpan::payerId)
            .thenComparing(CoverageSpan::lineOfBusiness)
            .thenComparing(CoverageSpan::start);

    private final List<CanonicalRow> rows;
    private final SortedMap<String, SortedSet<LineOfBusiness>> linesOfDrops;
    private final Drops drops;
    private final DayRange period;
    private final List<CoverageSpan> spans;

    /** @param linesOfDrops by payer, of all drops that speak of the person */
    Coverage(
            List<CanonicalRow> rows,
            SortedMap<String, SortedSet<LineOfBusiness>> linesOfDrops,
            MeasurementPeriod period,
            Drops drops) {
        this.rows = rows;
        this.linesOfDrops = linesOfDrops;
        this.drops = drops;
        this.period = new DayRange(period.start(), period.end());
        this.spans = spans();
    }

    private record Payer(String payerId, LineOfBusiness line) implements Comparable<Payer> {
        @Override
        public int compareTo(Payer other) {
            int byPayer = payerId.compareTo(other.payerId);
            return byPayer == 0 ? line.compareTo(other.line) : byPayer;
        }
    }

    /** Disjoint spans of one payer and line of business, in order; the union of what was delivered, never a day more. */
    List<CoverageSpan> merged() {
        return spans;
    }

    private List<CoverageSpan> spans() {
        SortedMap<Payer, List<DayRange>> delivered = new TreeMap<>();
        for (CanonicalRow row : rows) {
            if (covers(row, drops)) {
                delivered
                        .computeIfAbsent(
                                new Payer(row.payerId(), LinesOfBusiness.of(row, drops)), any -> new ArrayList<>())
                        .add(days(row));
            }
        }
        List<CoverageSpan> merged = new ArrayList<>();
        delivered.forEach((payer, ranges) -> DayRange.union(ranges)
                .forEach(range ->
                        merged.add(new CoverageSpan(payer.payerId(), payer.line(), range.start(), range.end()))));
        merged.sort(ORDER);
        return List.copyOf(merged);
    }

    /**
     * Whether an eligibility row covers any day: not one of a payer that covers nobody, not one for pharmacy or other
     * services only, and not one that was withdrawn by an end before its start.
     */
    static boolean covers(CanonicalRow row, Drops drops) {
        return row.table() == Table.ELIGIBILITY
                && !Boolean.FALSE.equals(row.flag(Table.ELIGIBILITY.column("medical_coverage")))
                && LinesOfBusiness.of(row, drops) != LineOfBusiness.NONE
                && !row.date("enrollment_end_date").isBefore(row.date("enrollment_start_date"));
    }

    static DayRange days(CanonicalRow row) {
        return new DayRange(row.date("enrollment_start_date"), row.date("enrollment_end_date"));
    }

    /** All covered days, of whatever payer. */
    List<DayRange> days() {
        return DayRange.union(spans.stream().map(Coverage::range).toList());
    }

    static DayRange range(CoverageSpan span) {
        return new DayRange(span.start(), span.end());
    }

    /**
     * Lines of business and {@code payer:<id>} with a covered day in the period. A payer that sent no coverage rows about
     * the person counts with its drops' line of business, unless that covers nobody.
     */
    SortedSet<String> payerScopes() {
        SortedSet<String> scopes = new TreeSet<>();
        spans.stream().filter(span -> range(span).overlaps(period)).forEach(span -> {
            scopes.add(span.lineOfBusiness().name());
            scopes.add("payer:" + span.payerId());
        });
        linesWithoutCoverage().forEach((payer, lines) -> {
            lines.forEach(line -> scopes.add(line.name()));
            scopes.add("payer:" + payer);
        });
        return scopes;
    }

    /** Lines of business of the drops that speak of the person, of each payer that sent no coverage rows about them. */
    SortedMap<String, SortedSet<LineOfBusiness>> linesWithoutCoverage() {
        SortedMap<String, SortedSet<LineOfBusiness>> lines = new TreeMap<>(linesOfDrops);
        rows.stream().filter(row -> row.table() == Table.ELIGIBILITY).forEach(row -> lines.remove(row.payerId()));
        return lines;
    }
}
