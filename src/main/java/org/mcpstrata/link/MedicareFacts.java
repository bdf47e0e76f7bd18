package org.mcpstrata.link;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Mbi;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Dual status and reason of entitlement of a person over the period (founding decision 7, stratification.md 1.3), from coverage
 * spans and from dated statements about the member, as the monthly beneficiary file of Medicare makes them (decision 97).
 */
final class MedicareFacts {
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";
    static final String UNKNOWN = "UNKNOWN";

    private static final CodeTable DUAL = new CodeTable("demographics-dual-status");
    private static final CodeTable SUBSIDY = new CodeTable("demographics-lis-level");
    private static final CodeTable ORIGINAL_REASON = new CodeTable("demographics-original-entitlement");
    private static final CodeTable STATUS = new CodeTable("demographics-medicare-status");

    private final List<CanonicalRow> rows;
    private final boolean spokenOfByMedicare;
    private final List<CanonicalRow> eligibility;
    private final List<CanonicalRow> statements;
    private final MeasurementPeriod year;
    private final Comparator<CanonicalRow> byDay;
    private final List<CoverageSpan> spans;
    private final DayRange period;
    private final Drops drops;

    /** @param linesWithoutCoverage of the drops of payers whose coverage rows do not speak of the person, by payer */
    MedicareFacts(
            List<CanonicalRow> rows,
            SortedMap<String, SortedSet<LineOfBusiness>> linesWithoutCoverage,
            List<CoverageSpan> spans,
            MeasurementPeriod period,
            Drops drops) {
        this.rows = rows;
        this.spokenOfByMedicare =
                linesWithoutCoverage.values().stream().flatMap(Set::stream).anyMatch(LineOfBusiness::isMedicare);
        this.spans = spans;
        this.period = new DayRange(period.start(), period.end());
        this.drops = drops;
        this.year = period;
        this.eligibility = rows.stream()
                .filter(row -> row.table() == Table.ELIGIBILITY)
                .filter(row -> !row.date("enrollment_start_date").isAfter(period.end()))
                .toList();
        this.statements =
                rows.stream().filter(row -> row.table() == Table.PATIENT).toList();
        this.byDay = Described.latestFirst(period).thenComparing(new RowOrder(drops).reversed());
    }

    private boolean isLater(CanonicalRow row) {
        return Described.day(row, year).isAfter(year.end());
    }

    /**
     * FULL if any month of the period is full, whoever covers medical care in it, else PARTIAL if any is, as "ever dual"
     * has it (stratification.md 1.3). Without a telling code, the first later statement about the member tells, and without
     * that Medicare and Medicaid on one day of the period make a full dual (inferred). NOT_APPLICABLE without any evidence
     * of Medicare.
     */
    String dualStatus() {
        if (!hasMedicare()) {
            return NOT_APPLICABLE;
        }
        Set<String> told = told("dual_status_code", DUAL);
        statements.stream().filter(this::isOfPeriod).forEach(row -> dual(row).ifPresent(told::add));
        for (String status : List.of("FULL", "PARTIAL", "NON_DUAL")) {
            if (told.contains(status)) {
                return status;
            }
        }
        return dualAfterThePeriod().orElseGet(() -> coveredByBothOnOneDay() ? "FULL" : UNKNOWN);
    }

    /** What the first statement of a later day says, where none of the period does. */
    private Optional<String> dualAfterThePeriod() {
        return statements.stream()
                .filter(this::isLater)
                .sorted(byDay)
                .map(MedicareFacts::dual)
                .flatMap(Optional::stream)
                .filter(status -> !status.equals(UNKNOWN))
                .findFirst();
    }

    private static Optional<String> dual(CanonicalRow row) {
        return Optional.ofNullable(row.text("dual_status_code")).flatMap(DUAL::key);
    }

    private boolean isOfPeriod(CanonicalRow row) {
        return period.contains(Described.day(row, year));
    }

    /**
     * LIS if any month of the period has a level of the subsidy, else NON_LIS if any says that there is none, UNKNOWN where
     * nobody tells: the subsidy is of Part D, and few extracts bear it. NOT_APPLICABLE without any evidence of Medicare.
     */
    String lowIncomeSubsidy() {
        if (!hasMedicare()) {
            return NOT_APPLICABLE;
        }
        Set<String> told = told("lis_level", SUBSIDY);
        return List.of("LIS", "NON_LIS").stream()
                .filter(told::contains)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What spans of the period say in a column of codes, also those in which another payer or nobody covers medical care. */
    private Set<String> told(String column, CodeTable table) {
        // Withdrawn spans say nothing.
        return eligibility.stream()
                .filter(row -> !row.date("enrollment_end_date").isBefore(row.date("enrollment_start_date")))
                .filter(row -> Coverage.days(row).overlaps(period) && row.text(column) != null)
                .map(row -> table.key(row.text(column)).orElse(UNKNOWN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * DISABLED_ORIGINAL, ESRD or AGED by the original reason of entitlement; where nobody sent one, by the latest
     * Medicare status up to the period's end, or else the first one told of a later day.
     */
    String disability() {
        if (!hasMedicare()) {
            return NOT_APPLICABLE;
        }
        return latest("original_reason_entitlement_code", ORIGINAL_REASON)
                .or(() -> latest("medicare_status_code", STATUS))
                .orElse(UNKNOWN);
    }

    private Optional<String> latest(String column, CodeTable table) {
        return Stream.concat(eligibility.stream(), statements.stream())
                .sorted(byDay)
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .map(table::key)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean hasMedicare() {
        return spokenOfByMedicare || rows.stream().anyMatch(this::isMedicareEvidence);
    }

    /** What a row says itself; whether its payer is Medicare is asked of coverage rows alone, of others by drop. */
    private boolean isMedicareEvidence(CanonicalRow row) {
        return switch (row.table()) {
            case MBI_CROSSWALK -> Mbi.isWellFormed(row.text("mbi"));
            case PATIENT -> Mbi.isWellFormed(row.text("mbi")) || hasMedicareCode(row);
            // A span speaks of its own days: what begins later was not yet there.
            case ELIGIBILITY ->
                !row.date("enrollment_start_date").isAfter(period.end())
                        && (LinesOfBusiness.of(row, drops).isMedicare()
                                || Mbi.isWellFormed(row.text("mbi"))
                                || hasMedicareCode(row));
            case DEMOGRAPHICS, ATTRIBUTION, SURVEY, RACE_PROBABILITY, RISK_SCORE, PROVIDER -> false;
            case MEDICAL_CLAIM, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PHARMACY_CLAIM -> false;
            case ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST -> false;
        };
    }

    private static boolean hasMedicareCode(CanonicalRow row) {
        Optional<String> dual =
                Optional.ofNullable(row.text("dual_status_code")).flatMap(DUAL::key);
        return row.text("medicare_status_code") != null
                || row.table() == Table.ELIGIBILITY && isSubsidised(row)
                || row.text("original_reason_entitlement_code") != null
                || dual.filter(key -> key.equals("FULL") || key.equals("PARTIAL"))
                        .isPresent();
    }

    private static boolean isSubsidised(CanonicalRow row) {
        return Optional.ofNullable(row.text("lis_level"))
                .flatMap(SUBSIDY::key)
                .filter("LIS"::equals)
                .isPresent();
    }

    private boolean coveredByBothOnOneDay() {
        List<DayRange> medicare = inPeriod(span -> span.lineOfBusiness().isMedicare());
        List<DayRange> medicaid = inPeriod(span -> span.lineOfBusiness().isMedicaid());
        return medicare.stream().anyMatch(one -> medicaid.stream().anyMatch(one::overlaps));
    }

    private List<DayRange> inPeriod(Predicate<CoverageSpan> wanted) {
        return spans.stream()
                .filter(wanted)
                .map(span -> Coverage.range(span).intersection(period))
                .flatMap(Optional::stream)
                .toList();
    }
}
