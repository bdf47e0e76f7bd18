package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The practice of one person (founding decision 5): the one attributed on the last covered day of the period, else the
 * latest attribution inside it.
 *
 * <p>One payer has one word a day: the span that started last, then the newest drop, then the smaller practice id. Of
 * several payers' practices the one with most attributed months in the period counts, then the payer order of the
 * program, then the smaller id. A patient record that names its managing practice speaks for the whole period, where the
 * payer sent no attribution of the person.
 */
final class Attribution {
    private final MeasurementPeriod year;
    private final DayRange period;
    private final PersonPolicy policy;
    private final SortedMap<String, List<Named>> byPayer = new TreeMap<>();
    private SortedMap<String, Integer> attributedMonths;

    /** A practice that a payer names for some days, the better statement first. */
    private record Named(String practiceId, DayRange days, LocalDate stated, int drop, Practice description) {
        static final Comparator<Named> BEST_FIRST = Comparator.comparing(Named::stated)
                .thenComparing(Named::drop)
                .reversed()
                .thenComparing(Named::practiceId)
                .thenComparing(Named::days)
                .thenComparing(named -> named.description().toString());
    }

    Attribution(List<CanonicalRow> rows, MeasurementPeriod period, Drops drops, PersonPolicy policy) {
        this.year = period;
        this.period = new DayRange(period.start(), period.end());
        this.policy = policy;
        RowOrder order = new RowOrder(drops);
        rows.stream()
                .filter(row -> row.table() == Table.ATTRIBUTION)
                .filter(row -> !row.date("end_date").isBefore(row.date("start_date")))
                .forEach(row -> add(row.payerId(), attributed(row, order)));
        SortedSet<String> attributing = new TreeSet<>(byPayer.keySet());
        rows.stream()
                .filter(row -> row.table() == Table.PATIENT && row.text("practice_id") != null)
                .filter(row -> !attributing.contains(row.payerId()))
                .forEach(row -> add(row.payerId(), managed(row, order)));
        byPayer.values().forEach(named -> named.sort(Named.BEST_FIRST));
    }

    private void add(String payerId, Named named) {
        byPayer.computeIfAbsent(payerId, any -> new ArrayList<>()).add(named);
    }

    private static Named attributed(CanonicalRow row, RowOrder order) {
        DayRange days = new DayRange(row.date("start_date"), row.date("end_date"));
        return new Named(row.text("practice_id"), days, days.start(), order.rank(row), PracticeDirectory.describe(row));
    }

    private Named managed(CanonicalRow row, RowOrder order) {
        String id = row.text("practice_id");
        LocalDate stated = row.date("as_of_date") == null ? LocalDate.MIN : row.date("as_of_date");
        return new Named(id, period, stated, order.rank(row), Practice.undescribed(id));
    }

    /** @param covered all covered days of the person */
    Practice practice(Collection<DayRange> covered, String residenceState) {
        return lastDay(covered)
                .flatMap(this::on)
                .or(() -> lastDay(attributedDays()).flatMap(this::on))
                .map(this::described)
                .orElseGet(() -> Practice.unattributed(residenceState));
    }

    /** Whether anyone attributes the person at any time. */
    boolean isStated() {
        return !byPayer.isEmpty();
    }

    /** The practice on the 15th of each month (1 to 12) of the period in which there is one: cost goes month by month. */
    SortedMap<Integer, Practice> byMonth() {
        SortedMap<Integer, Practice> months = new TreeMap<>();
        for (Integer month : Enrollment.memberMonths(attributedDays(), year)) {
            on(Enrollment.middleOf(month, year)).map(this::described).ifPresent(found -> months.put(month, found));
        }
        return months;
    }

    private Practice described(Named named) {
        return policy.practices().getOrDefault(named.practiceId(), named.description());
    }

    private Optional<LocalDate> lastDay(Collection<DayRange> ranges) {
        return ranges.stream()
                .flatMap(range -> range.intersection(period).stream())
                .map(DayRange::end)
                .max(Comparator.naturalOrder());
    }

    private List<DayRange> attributedDays() {
        return byPayer.values().stream().flatMap(List::stream).map(Named::days).toList();
    }

    private Optional<Named> on(LocalDate day) {
        SortedMap<String, Named> named = new TreeMap<>();
        byPayer.keySet().forEach(payer -> wordOf(payer, day).ifPresent(word -> named.put(payer, word)));
        if (named.size() < 2) {
            return named.values().stream().findFirst();
        }
        SortedMap<String, Integer> months = attributedMonths();
        Comparator<String> best = Comparator.comparing(
                payer -> -months.getOrDefault(named.get(payer).practiceId(), 0));
        return named.keySet().stream()
                .min(best.thenComparing(policy::payerRank)
                        .thenComparing(payer -> named.get(payer).practiceId())
                        .thenComparing(Comparator.naturalOrder()))
                .map(named::get);
    }

    private Optional<Named> wordOf(String payer, LocalDate day) {
        return byPayer.get(payer).stream()
                .filter(named -> named.days().contains(day))
                .findFirst();
    }

    /** Months of the period on whose 15th day some payer attributes the person to the practice. */
    private SortedMap<String, Integer> attributedMonths() {
        // Asked again for every month of somebody whom several payers attribute.
        if (attributedMonths == null) {
            attributedMonths = countMonths();
        }
        return attributedMonths;
    }

    private SortedMap<String, Integer> countMonths() {
        SortedMap<String, SortedSet<Integer>> months = new TreeMap<>();
        SortedSet<Integer> attributed = Enrollment.memberMonths(attributedDays(), year);
        for (String payer : byPayer.keySet()) {
            for (Integer month : attributed) {
                wordOf(payer, Enrollment.middleOf(month, year))
                        .ifPresent(named -> months.computeIfAbsent(named.practiceId(), any -> new TreeSet<>())
                                .add(month));
            }
        }
        SortedMap<String, Integer> counts = new TreeMap<>();
        months.forEach((practice, own) -> counts.put(practice, own.size()));
        return counts;
    }
}
