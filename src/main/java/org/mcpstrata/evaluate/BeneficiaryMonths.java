package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The beneficiary months of one person with the prices of their claims (measures.md 12, founding decisions 9 and 13).
 */
final class BeneficiaryMonths {
    private static final Column CLAIM_ID = Table.MEDICAL_CLAIM.column("claim_id");
    private static final Column CLAIM_TYPE = Table.MEDICAL_CLAIM.column("claim_type");
    private static final Column VERSION = Table.MEDICAL_CLAIM.column("record_version");
    private static final Column YEAR = Table.RISK_SCORE.column("year");
    private static final Column MODEL = Table.RISK_SCORE.column("model");
    private static final Column SCORE = Table.RISK_SCORE.column("score");

    private final String measureId;
    private final MeasurementPeriod period;
    private final List<Column> prices;

    /** What a payer's claims of one month come to. */
    private static final class Bill {
        private BigDecimal dollars = BigDecimal.ZERO;
        private int unpriced;

        private void add(BigDecimal amount) {
            if (amount == null) {
                unpriced++;
            } else {
                dollars = dollars.add(amount);
            }
        }
    }

    /** Takes the lines of claims that count, each with its price or null. */
    private interface Till {
        void take(LocalDate day, BigDecimal amount, CanonicalRow row, String service);
    }

    BeneficiaryMonths(String measureId, CostRule rule, MeasurementPeriod period) {
        this.measureId = requireNonNull(measureId, "measureId");
        this.period = requireNonNull(period, "period");
        this.prices = rule.prices().stream()
                .map(price -> Table.MEDICAL_CLAIM.column(price.column()))
                .toList();
    }

    /** Months, from 1 to 12, and the line of business that covers each, for one payer of the person. */
    static SortedMap<Integer, LineOfBusiness> covered(Person person, String payerId, MeasurementPeriod period) {
        SortedMap<Integer, LineOfBusiness> months = new TreeMap<>();
        for (CoverageSpan span : person.coverage()) {
            if (span.payerId().equals(payerId)) {
                List<DayRange> days = List.of(new DayRange(span.start(), span.end()));
                for (int month : Enrollment.memberMonths(days, period)) {
                    // Two lines of one payer and month: the first in the order of founding decision 6.
                    months.merge(month, span.lineOfBusiness(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        months.keySet().retainAll(person.monthlyPractices().keySet());
        return months;
    }

    /** How many beneficiary months the person has, those of every payer counted. */
    static int count(Person person, MeasurementPeriod period) {
        return payers(person).stream()
                .mapToInt(payer -> covered(person, payer, period).size())
                .sum();
    }

    private static TreeSet<String> payers(Person person) {
        TreeSet<String> payers = new TreeSet<>();
        person.coverage().forEach(span -> payers.add(span.payerId()));
        return payers;
    }

    /** @param rows the person's rows after final action, in any order */
    List<BeneficiaryMonth> of(Person person, List<CanonicalRow> rows) {
        List<BeneficiaryMonth> months = new ArrayList<>();
        Collection<Claim> claims = claims(rows);
        for (String payer : payers(person)) {
            SortedMap<Integer, LineOfBusiness> covered = covered(person, payer, period);
            if (covered.isEmpty()) {
                continue;
            }
            SortedMap<Integer, Bill> bills = new TreeMap<>();
            covered.keySet().forEach(month -> bills.put(month, new Bill()));
            price(payer, claims, (day, amount, row, service) -> {
                if (bills.containsKey(day.getMonthValue())) {
                    bills.get(day.getMonthValue()).add(amount);
                }
            });
            BigDecimal score = score(payer, rows);
            covered.forEach((month, line) -> months.add(new BeneficiaryMonth(
                    measureId,
                    payer,
                    line,
                    month,
                    person.monthlyPractices().get(month),
                    bills.get(month).unpriced > 0 ? null : bills.get(month).dollars,
                    bills.get(month).unpriced,
                    score)));
        }
        return months;
    }

    /**
     * The lines that the dollars of the months are made of, in order of payer and day.
     *
     * @param rows as for {@link #of}
     */
    List<PricedLine> lines(Person person, List<CanonicalRow> rows) {
        List<PricedLine> lines = new ArrayList<>();
        Collection<Claim> claims = claims(rows);
        for (String payer : payers(person)) {
            Set<Integer> months = covered(person, payer, period).keySet();
            price(payer, claims, (day, amount, row, service) -> {
                if (months.contains(day.getMonthValue())) {
                    lines.add(new PricedLine(
                            payer, day.getMonthValue(), row.text(CLAIM_TYPE), day, service, amount, row.provenance()));
                }
            });
        }
        lines.sort(Comparator.comparing(PricedLine::payerId)
                .thenComparing(PricedLine::day)
                .thenComparing(PricedLine::source));
        return lines;
    }

    private static Collection<Claim> claims(List<CanonicalRow> rows) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.MEDICAL_CLAIM) {
                claims.computeIfAbsent(Claim.keyOf(row, CLAIM_ID, VERSION), Claim::new)
                        .addLine(row);
            }
        }
        return claims.values();
    }

    private void price(String payer, Collection<Claim> claims, Till till) {
        for (Claim claim : claims) {
            if (claim.lines().get(0).row().payerId().equals(payer)) {
                price(claim, till);
            }
        }
    }

    /**
     * Adds a claim's accepted lines to the months in which they began. Where no line has a price the header's counts for
     * the claim; a claim that comes to nothing at all has no price either (a capitated visit is not a free one).
     */
    private void price(Claim claim, Till till) {
        claim.denyWhatTheHeaderDenies();
        if (claim.isDenied()) {
            return;
        }
        List<ClaimLine> counted = claim.lines().stream()
                .filter(line -> claim.isService(line) && !line.denied())
                .filter(line -> !line.reportsQuality() || isPositive(amount(line.row())))
                .toList();
        BigDecimal sum = counted.stream()
                .map(line -> amount(line.row()))
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean anyLine = counted.stream().anyMatch(line -> amount(line.row()) != null);
        BigDecimal header = anyLine ? null : claim.headerAmount(this::amount);
        if (isPositive(header)) {
            bill(claim.fromThru(), till, header, claim.header(), "");
            return;
        }
        boolean free = sum.signum() == 0 && counted.stream().noneMatch(line -> isNotZero(amount(line.row())));
        for (ClaimLine line : counted) {
            bill(claim.daysOf(line), till, free ? null : amount(line.row()), line.row(), line.service());
        }
    }

    private void bill(Span days, Till till, BigDecimal amount, CanonicalRow row, String service) {
        LocalDate day = days.firstDate();
        if (day != null && day.getYear() == period.year()) {
            till.take(day, amount, row, service);
        }
    }

    private BigDecimal amount(CanonicalRow row) {
        for (Column price : prices) {
            if (row.decimal(price) != null) {
                return row.decimal(price);
            }
        }
        return null;
    }

    private static boolean isPositive(BigDecimal amount) {
        return amount != null && amount.signum() > 0;
    }

    private static boolean isNotZero(BigDecimal amount) {
        return amount != null && amount.signum() != 0;
    }

    /** The payer's score for the year; of several models or members the first by name. */
    private BigDecimal score(String payer, List<CanonicalRow> rows) {
        return rows.stream()
                .filter(row -> row.table() == Table.RISK_SCORE && row.payerId().equals(payer))
                .filter(row ->
                        row.integer(YEAR) == period.year() && row.decimal(SCORE).signum() > 0)
                .min(Comparator.comparing((CanonicalRow row) -> row.text(MODEL))
                        .thenComparing(CanonicalRow::memberId)
                        .thenComparing(CanonicalRow::provenance))
                .map(row -> row.decimal(SCORE))
                .orElse(null);
    }
}
