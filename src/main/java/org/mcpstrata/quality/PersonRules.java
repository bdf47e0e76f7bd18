package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/** Asks the questions of {@link PersonCheck} about one person: of every payer that delivered rows about them. */
public final class PersonRules {
    private static final String PAYER_SCOPE = "payer:";
    private static final int DAYS_AFTER_DEATH = 30;
    private static final int MONTHS = 12;
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");

    private final MeasurementPeriod period;
    private final DayRange days;
    private final MonthWindow window;

    public PersonRules(MeasurementPeriod period) {
        this.period = requireNonNull(period, "period");
        this.days = new DayRange(period.start(), period.end());
        this.window = new MonthWindow(period);
    }

    /** @param counting the person's rows that count: final action of claims, the newest statement of everything else */
    public PersonCounts count(Person person, List<CanonicalRow> counting) {
        PersonCounts.Sum sum = new PersonCounts.Sum();
        SortedMap<String, PayerRows> payers = new TreeMap<>();
        for (CanonicalRow row : counting) {
            payers.computeIfAbsent(row.payerId(), any -> new PayerRows()).add(row);
        }
        payers.forEach((payer, rows) -> {
            rows.death()
                    .ifPresent(death -> sum.add(
                            payer,
                            PersonCheck.DEATH_AFTER_LIFE,
                            one(rows.livedUntil(death.plusDays(DAYS_AFTER_DEATH), death))));
            claims(payer, rows, person, sum);
            coverage(payer, rows, sum);
            numbers(payer, rows, sum);
        });
        boolean raceKnown = person.attribute(Attribute.RACE_ETHNICITY).isAnswered();
        for (String scope : person.payerScopes()) {
            if (scope.startsWith(PAYER_SCOPE)) {
                String payer = scope.substring(PAYER_SCOPE.length());
                sum.add(payer, PersonCheck.RACE_IS_KNOWN, one(raceKnown));
                if (isCovered(person, payer)) {
                    PayerRows rows = payers.get(payer);
                    sum.add(payer, PersonCheck.COVERED_HAS_CLAIM, one(rows != null && hasClaim(rows)));
                }
            }
        }
        return sum.counts();
    }

    /**
     * Covered months and claim lines by payer.
     *
     * @param counting as for {@link #count}
     */
    public SortedMap<String, PersonMonths> months(Person person, List<CanonicalRow> counting) {
        SortedMap<String, Long> covered = new TreeMap<>();
        person.coverage()
                .forEach(span -> covered.merge(
                        span.payerId(), window.covered(new DayRange(span.start(), span.end())), (a, b) -> a | b));
        SortedMap<String, SortedMap<Integer, Integer>> lines = new TreeMap<>();
        for (CanonicalRow row : counting) {
            LocalDate day = row.table() == Table.MEDICAL_CLAIM ? PayerRows.day(row) : null;
            if (day != null && days.contains(day)) {
                lines.computeIfAbsent(row.payerId(), any -> new TreeMap<>())
                        .merge(day.getMonthValue(), 1, Integer::sum);
            }
        }
        Set<String> payers = new TreeSet<>(covered.keySet());
        payers.addAll(lines.keySet());
        SortedMap<String, PersonMonths> months = new TreeMap<>();
        for (String payer : payers) {
            months.put(
                    payer,
                    new PersonMonths(covered.getOrDefault(payer, 0L), lines.getOrDefault(payer, new TreeMap<>())));
        }
        return months;
    }

    private boolean isCovered(Person person, String payer) {
        return person.coverage().stream()
                .anyMatch(
                        span -> span.payerId().equals(payer) && new DayRange(span.start(), span.end()).overlaps(days));
    }

    private boolean hasClaim(PayerRows rows) {
        return rows.claims().stream().map(PayerRows::day).anyMatch(day -> day != null && days.contains(day));
    }

    private static Share one(boolean holds) {
        return new Share(1, holds ? 0 : 1);
    }

    private void claims(String payer, PayerRows rows, Person person, PersonCounts.Sum sum) {
        if (!rows.claims().isEmpty() || !rows.fills().isEmpty()) {
            sum.add(
                    payer,
                    PersonCheck.CLAIMANT_IS_A_MEMBER,
                    one(!rows.coverage().isEmpty()));
        }
        List<DayRange> medical = person.coverage().stream()
                .filter(span -> span.payerId().equals(payer))
                .map(span -> new DayRange(span.start(), span.end()))
                .toList();
        Map<String, String> claimByLine = new HashMap<>();
        for (CanonicalRow line : rows.claims()) {
            LocalDate day = PayerRows.day(line);
            if (day != null && days.contains(day) && !"denied".equals(line.text(Columns.LINE_STATUS))) {
                sum.add(payer, PersonCheck.CLAIM_IS_COVERED, one(isOn(day, medical)));
                PayerRows.sameService(line, day).ifPresent(service -> {
                    String claim = line.text(Columns.CLAIM_ID);
                    String first = claimByLine.putIfAbsent(service, claim);
                    sum.add(payer, PersonCheck.CLAIM_COUNTED_ONCE, one(first == null || first.equals(claim)));
                });
            }
        }
        // Fills may be covered by a plan that covers nothing else.
        List<DayRange> any = rows.coverage().stream().map(PayerRows::covered).toList();
        for (CanonicalRow fill : rows.fills()) {
            LocalDate day = fill.date(Columns.DISPENSED);
            if (days.contains(day) && !"denied".equals(fill.text(Columns.FILL_STATUS))) {
                sum.add(payer, PersonCheck.CLAIM_IS_COVERED, one(isOn(day, any)));
            }
        }
        rows.payments().forEach((claim, payments) -> payments.adding()
                .ifPresent(difference -> sum.add(
                        payer, PersonCheck.LINES_ADD_UP, one(difference.abs().compareTo(ONE_CENT) <= 0))));
    }

    private static boolean isOn(LocalDate day, List<DayRange> covered) {
        return covered.stream().anyMatch(range -> range.contains(day));
    }

    private void coverage(String payer, PayerRows rows, PersonCounts.Sum sum) {
        rows.plans().forEach((plan, spans) -> {
            List<DayRange> inOrder = new ArrayList<>(spans);
            inOrder.sort(Comparator.comparing(DayRange::start).thenComparing(DayRange::end));
            LocalDate last = LocalDate.MIN;
            int months = 0;
            for (DayRange span : inOrder) {
                sum.add(payer, PersonCheck.SPANS_APART, one(span.start().isAfter(last)));
                last = span.end().isAfter(last) ? span.end() : last;
                if (span.overlaps(days)) {
                    months += Enrollment.memberMonths(List.of(span), period).size();
                }
            }
            if (months > 0) {
                sum.add(payer, PersonCheck.TWELVE_MONTHS_AT_MOST, one(months <= MONTHS));
            }
        });
    }

    private static void numbers(String payer, PayerRows rows, PersonCounts.Sum sum) {
        if (!rows.numbers().isEmpty()) {
            sum.add(payer, PersonCheck.ONE_CURRENT_NUMBER, one(rows.numbers().leadToOne()));
        }
        Map<String, Set<LocalDate>> birthsByNumber = new HashMap<>();
        rows.identities().forEach(identity -> birthsByNumber
                .computeIfAbsent(identity.mbi(), any -> new HashSet<>())
                .add(identity.birth()));
        birthsByNumber
                .values()
                .forEach(births -> sum.add(payer, PersonCheck.ONE_BIRTH_DATE_A_NUMBER, one(births.size() == 1)));
    }
}
