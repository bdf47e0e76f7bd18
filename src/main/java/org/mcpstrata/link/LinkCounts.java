package org.mcpstrata.link;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Person;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Both sides of the conservation laws of the link stage for coverage (promises.md), additive over people.
 *
 * @param persons people
 * @param deliveredDays days of the period that eligibility rows cover, each once per person, payer and line of business
 * @param mergedDays the same days as the merged coverage spans have them
 * @param memberMonths member months
 */
public record LinkCounts(long persons, long deliveredDays, long mergedDays, long memberMonths) implements Serializable {
    private static final int MONTHS = 12;

    public static final LinkCounts NONE = new LinkCounts(0, 0, 0, 0);

    /** @param rows the rows the person was resolved from */
    public static LinkCounts of(Person person, List<CanonicalRow> rows, Drops drops, MeasurementPeriod period) {
        DayRange year = new DayRange(period.start(), period.end());
        // Days are ticked off one by one here, so that the law compares two ways of counting.
        Map<List<Object>, BitSet> ticked = new HashMap<>();
        for (CanonicalRow row : rows) {
            if (Coverage.covers(row, drops)) {
                BitSet days = ticked.computeIfAbsent(
                        List.of(row.payerId(), LinesOfBusiness.of(row, drops)), any -> new BitSet());
                Coverage.days(row)
                        .intersection(year)
                        .ifPresent(range -> days.set(
                                dayOf(range.start().getDayOfYear()), range.end().getDayOfYear()));
            }
        }
        long merged = 0;
        for (CoverageSpan span : person.coverage()) {
            merged +=
                    Coverage.range(span).intersection(year).map(DayRange::days).orElse(0L);
        }
        long delivered = ticked.values().stream().mapToLong(BitSet::cardinality).sum();
        return new LinkCounts(1, delivered, merged, person.memberMonths());
    }

    private static int dayOf(int dayOfYear) {
        return dayOfYear - 1;
    }

    public LinkCounts plus(LinkCounts other) {
        return new LinkCounts(
                persons + other.persons,
                deliveredDays + other.deliveredDays,
                mergedDays + other.mergedDays,
                memberMonths + other.memberMonths);
    }

    /** Merging coverage neither made nor lost a day, and nobody has more than twelve member months. */
    public List<Law> laws() {
        return List.of(
                Law.of("link", "covered days delivered = covered days merged", deliveredDays, mergedDays),
                Law.of(
                        "link",
                        "member months beyond twelve a person",
                        Math.max(0, memberMonths - MONTHS * persons),
                        0));
    }
}
