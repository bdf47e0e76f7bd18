package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Verdict.Amounts;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Shares a person's visits and months out to payer scopes: a visit belongs to every payer with a bill for it, a month to
 * every payer that covered its 15th day (founding decision 4), and both to these payers' lines of business: of the day, or
 * of their drops where they sent no coverage rows about the person. A visit known from a clinical record alone is nobody's.
 */
final class PaidVisits {
    private final Person person;
    private final MeasurementPeriod period;

    PaidVisits(Person person, MeasurementPeriod period) {
        this.person = requireNonNull(person, "person");
        this.period = requireNonNull(period, "period");
    }

    /**
     * Amounts of every scope the person belongs to.
     *
     * @param visits one event for each visit
     * @param bills all events that visits were made of
     */
    Map<String, Amounts> byScope(List<Found> visits, List<Found> bills) {
        Map<Integer, Set<String>> payersByDay = new TreeMap<>();
        for (Found bill : bills) {
            if (bill.event().billed() && bill.span().isKnown()) {
                payersByDay
                        .computeIfAbsent(bill.span().first(), day -> new TreeSet<>())
                        .add(bill.event().source().payerId());
            }
        }
        Map<String, Amounts> amounts = new TreeMap<>();
        for (String scope : person.payerScopes()) {
            long paid = visits.stream()
                    .filter(visit -> payersByDay.getOrDefault(visit.span().first(), Set.of()).stream()
                            .anyMatch(payer -> isOf(scope, payer, visit.span().first())))
                    .count();
            amounts.put(scope, new Amounts(BigDecimal.valueOf(paid), BigDecimal.valueOf(months(scope))));
        }
        return amounts;
    }

    private boolean isOf(String scope, String payer, int day) {
        if (scope.equals("payer:" + payer)) {
            return true;
        }
        SortedSet<LineOfBusiness> ofDrops = person.linesWithoutCoverage().get(payer);
        return ofDrops == null
                ? isOfCoverage(scope, payer, LocalDate.ofEpochDay(day))
                : ofDrops.stream().anyMatch(line -> line.name().equals(scope));
    }

    private boolean isOfCoverage(String scope, String payer, LocalDate day) {
        List<CoverageSpan> ofPayer = person.coverage().stream()
                .filter(span -> span.payerId().equals(payer))
                .toList();
        boolean covered = ofPayer.stream().anyMatch(span -> contains(span, day));
        // A payer that paid without covering the day is known by the business it otherwise does with the person.
        return ofPayer.stream()
                .filter(span -> !covered || contains(span, day))
                .anyMatch(span -> span.lineOfBusiness().name().equals(scope));
    }

    private static boolean contains(CoverageSpan span, LocalDate day) {
        return !day.isBefore(span.start()) && !day.isAfter(span.end());
    }

    private int months(String scope) {
        List<DayRange> covered = new ArrayList<>();
        for (CoverageSpan span : person.coverage()) {
            if (scope.equals("payer:" + span.payerId())
                    || scope.equals(span.lineOfBusiness().name())) {
                covered.add(new DayRange(span.start(), span.end()));
            }
        }
        return Enrollment.memberMonths(covered, period).size();
    }
}
