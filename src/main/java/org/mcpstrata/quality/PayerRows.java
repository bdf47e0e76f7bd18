package org.mcpstrata.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.time.DayRange;

/** What one payer delivered about one person, sorted by what the person checks need. */
final class PayerRows {
    private final List<CanonicalRow> claims = new ArrayList<>();
    private final List<CanonicalRow> fills = new ArrayList<>();
    private final List<CanonicalRow> coverage = new ArrayList<>();
    private final NumberChains numbers = new NumberChains();
    private final List<Identity> identities = new ArrayList<>();
    private LocalDate death;
    private LocalDate birth;

    /** A Medicare number and the birth date it was stated with. */
    record Identity(String mbi, LocalDate birth) {}

    void add(CanonicalRow row) {
        switch (row.table()) {
            case MEDICAL_CLAIM -> claims.add(row);
            case PHARMACY_CLAIM -> fills.add(row);
            case PATIENT ->
                states(row.text(Columns.PATIENT_MBI), row.date(Columns.PATIENT_BIRTH), row.date(Columns.PATIENT_DEATH));
            case ELIGIBILITY -> {
                states(row.text(Columns.MEMBER_MBI), row.date(Columns.MEMBER_BIRTH), row.date(Columns.MEMBER_DEATH));
                if (coversSomething(row)) {
                    coverage.add(row);
                }
            }
            case MBI_CROSSWALK -> numbers.add(row);
            case DEMOGRAPHICS,
                    ATTRIBUTION,
                    CLAIM_DIAGNOSIS,
                    CLAIM_PROCEDURE,
                    ENCOUNTER,
                    CONDITION,
                    PROCEDURE,
                    OBSERVATION,
                    MEDICATION,
                    SERVICE_REQUEST,
                    SURVEY,
                    RACE_PROBABILITY,
                    RISK_SCORE,
                    PROVIDER -> {
                // No person check reads them.
            }
        }
    }

    /** An end before the start withdraws a span, and one may tell that there was no coverage of any kind. */
    private static boolean coversSomething(CanonicalRow span) {
        boolean nothing =
                Boolean.FALSE.equals(span.flag(Columns.MEDICAL)) && Boolean.FALSE.equals(span.flag(Columns.DRUGS));
        return !nothing && !span.date(Columns.COVERED_TO).isBefore(span.date(Columns.COVERED_FROM));
    }

    private void states(String mbi, LocalDate born, LocalDate died) {
        if (mbi != null && born != null) {
            identities.add(new Identity(mbi, born));
        }
        if (died != null && (death == null || died.isAfter(death))) {
            death = died;
        }
        if (born != null && (birth == null || born.isBefore(birth))) {
            birth = born;
        }
    }

    List<CanonicalRow> claims() {
        return claims;
    }

    List<CanonicalRow> fills() {
        return fills;
    }

    List<CanonicalRow> coverage() {
        return coverage;
    }

    NumberChains numbers() {
        return numbers;
    }

    List<Identity> identities() {
        return identities;
    }

    /** The latest day that the payer states; empty for the living. */
    Optional<LocalDate> death() {
        return Optional.ofNullable(death);
    }

    /** Whether the person was born by the day of death and has no service after the last plausible day. */
    boolean livedUntil(LocalDate lastService, LocalDate died) {
        boolean born = birth == null || !birth.isAfter(died);
        return born
                && claims.stream().map(PayerRows::day).noneMatch(day -> day != null && day.isAfter(lastService))
                && fills.stream().map(fill -> fill.date(Columns.DISPENSED)).noneMatch(day -> day.isAfter(lastService));
    }

    static LocalDate day(CanonicalRow line) {
        LocalDate day = line.date(Columns.LINE_START);
        return day != null ? day : line.date(Columns.CLAIM_START);
    }

    static DayRange covered(CanonicalRow span) {
        return new DayRange(span.date(Columns.COVERED_FROM), span.date(Columns.COVERED_TO));
    }

    /** Equal for lines of the same service; empty where the line does not say enough. */
    static Optional<String> sameService(CanonicalRow line, LocalDate day) {
        String code = line.text(Columns.SERVICE);
        String provider = line.text(Columns.OF_CLAIM.get(0));
        BigDecimal amount = line.decimal(Columns.PAID);
        if (code == null || provider == null || amount == null) {
            return Optional.empty();
        }
        StringBuilder service = new StringBuilder();
        service.append(day)
                .append(' ')
                .append(code)
                .append(' ')
                .append(provider)
                .append(' ')
                .append(amount);
        for (Column modifier : Columns.MODIFIERS) {
            service.append(' ').append(line.text(modifier));
        }
        return Optional.of(service.toString());
    }

    /** Spans by member, line of business, plan and what is covered. */
    Map<List<String>, List<DayRange>> plans() {
        Map<List<String>, List<DayRange>> plans =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (CanonicalRow span : coverage) {
            List<String> plan = List.of(
                    span.memberId(),
                    span.text(Columns.LINE_OF_BUSINESS),
                    String.valueOf(span.text(Columns.PLAN)),
                    String.valueOf(span.flag(Columns.MEDICAL)));
            plans.computeIfAbsent(plan, any -> new ArrayList<>()).add(covered(span));
        }
        return plans;
    }

    /** Payments of header and lines by claim. */
    Map<String, Payments> payments() {
        Map<String, Payments> payments = new TreeMap<>();
        for (CanonicalRow row : claims) {
            String claim = row.text(Columns.CLAIM_ID) + ' ' + row.integer(Columns.VERSION);
            boolean header = row.integer(Columns.LINE) == 0;
            BigDecimal amount = row.decimal(Columns.PAID);
            Payments so = payments.getOrDefault(claim, Payments.NONE);
            payments.put(claim, header ? so.withHeader(amount) : so.withLine(amount));
        }
        return payments;
    }

    /**
     * @param header null without one, or without its payment
     * @param lines null without a line that has a payment
     */
    record Payments(BigDecimal header, BigDecimal lines) {
        static final Payments NONE = new Payments(null, null);

        Payments withHeader(BigDecimal amount) {
            return new Payments(amount, lines);
        }

        Payments withLine(BigDecimal amount) {
            if (amount == null) {
                return this;
            }
            return new Payments(header, lines == null ? amount : lines.add(amount));
        }

        /** Lines less header, where there are both. */
        Optional<BigDecimal> adding() {
            return header == null || lines == null ? Optional.empty() : Optional.of(lines.subtract(header));
        }
    }
}
