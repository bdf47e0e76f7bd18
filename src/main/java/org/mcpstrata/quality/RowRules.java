package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.valueset.CodeSystem;

/**
 * Asks every accepted row the questions of {@link RowCheck}, as it is read. Rows are counted only: what must be rejected is
 * the business of the layouts.
 */
public final class RowRules implements Serializable {
    /** Asks nothing. */
    public static final RowRules NONE = new RowRules(false, List.of());

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int OLDEST = 120;
    /** Of canonical files, which are rejected for what is no ZIP code or state. */
    private static final Set<String> PLACE_FIELDS = Set.of("address_zip", "address_state");

    private final boolean asking;
    private final Map<String, List<ResultRange>> rangesByCode = new HashMap<>();

    private RowRules(boolean asking, List<ResultRange> ranges) {
        this.asking = asking;
        for (ResultRange range : requireNonNull(ranges, "ranges")) {
            range.codes().forEach(code -> rangesByCode
                    .computeIfAbsent(code, any -> new ArrayList<>())
                    .add(range));
        }
    }

    public static RowRules of(List<ResultRange> ranges) {
        return new RowRules(true, ranges);
    }

    /**
     * Counts one row.
     *
     * @param lostZip whether the record that it was made of has a ZIP code that is none
     */
    public void count(CanonicalRow row, boolean lostZip, DeliveredDays days, RowTally tally) {
        if (!asking) {
            return;
        }
        switch (row.table()) {
            case PATIENT -> patient(row, lostZip, days, tally);
            case ELIGIBILITY -> eligibility(row, lostZip, days, tally);
            case DEMOGRAPHICS -> demographics(row, tally);
            case MEDICAL_CLAIM -> medicalClaim(row, days, tally);
            case CLAIM_DIAGNOSIS -> diagnosis(row, tally);
            case CLAIM_PROCEDURE -> day(row, Columns.PROCEDURE_DAY, days, tally);
            case PHARMACY_CLAIM -> pharmacyClaim(row, days, tally);
            case ENCOUNTER -> {
                clinical(row, Columns.VISIT_START, days, tally);
                order(tally, row.date(Columns.VISIT_START), row.date(Columns.VISIT_END));
            }
            case PROCEDURE -> clinical(row, Columns.CLINICAL_PROCEDURE_START, days, tally);
            case CONDITION -> clinical(row, null, days, tally);
            case MEDICATION -> clinical(row, null, days, tally);
            case SERVICE_REQUEST -> clinical(row, Columns.ORDERED, days, tally);
            case OBSERVATION -> observation(row, days, tally);
            case PROVIDER -> providers(row, Columns.OF_PROVIDER, tally);
            case ATTRIBUTION, MBI_CROSSWALK, SURVEY, RACE_PROBABILITY, RISK_SCORE -> {
                // No rule of inputs.md 7.7 is about single rows of these.
            }
        }
    }

    /**
     * Counts one record of a format whose records tell claims together with their diagnoses.
     *
     * @param record its rows
     */
    public void countClaim(List<CanonicalRow> record, RowTally tally) {
        if (asking && record.stream().anyMatch(RowRules::needsDiagnosis)) {
            tally.add(RowCheck.PRINCIPAL_DIAGNOSIS, record.stream().anyMatch(RowRules::isPrincipalDiagnosis));
        }
    }

    /** Counts a record that was rejected: codes that no list knows never reach a row of some formats. */
    public void countRejected(ProblemCode code, String field, RowTally tally) {
        if (asking && code == ProblemCode.FIELD_VALUE) {
            if (KnownCodes.isSexField(field)) {
                tally.add(RowCheck.KNOWN_SEX_CODE, false);
            } else if (PLACE_FIELDS.contains(field)) {
                tally.add(RowCheck.PLAUSIBLE_PLACE, false);
            }
        }
    }

    private static boolean needsDiagnosis(CanonicalRow row) {
        return row.table() == Table.MEDICAL_CLAIM
                && !"dme".equals(row.text(Columns.CLAIM_TYPE))
                && !"CANCELLATION".equals(row.text(Columns.ADJUSTMENT));
    }

    private static boolean isPrincipalDiagnosis(CanonicalRow row) {
        return row.table() == Table.CLAIM_DIAGNOSIS && "principal".equals(row.text(Columns.DIAGNOSIS_ROLE));
    }

    private static void patient(CanonicalRow row, boolean lostZip, DeliveredDays days, RowTally tally) {
        birth(row.date(Columns.PATIENT_BIRTH), days, tally);
        sex(row.text(Columns.PATIENT_SEX), tally);
        place(lostZip, row.text(Columns.PATIENT_ZIP), row.text(Columns.PATIENT_STATE), tally);
    }

    private static void eligibility(CanonicalRow row, boolean lostZip, DeliveredDays days, RowTally tally) {
        birth(row.date(Columns.MEMBER_BIRTH), days, tally);
        sex(row.text(Columns.MEMBER_SEX), tally);
        place(lostZip, row.text(Columns.MEMBER_ZIP), row.text(Columns.MEMBER_STATE), tally);
        LocalDate start = row.date(Columns.COVERED_FROM);
        LocalDate end = row.date(Columns.COVERED_TO);
        tally.add(RowCheck.IN_DELIVERED_PERIOD, !start.isAfter(days.last()) && !end.isBefore(days.first()));
        LineOfBusiness.parse(row.text(Columns.LINE_OF_BUSINESS)).ifPresent(tally::line);
    }

    private static void birth(LocalDate birth, DeliveredDays days, RowTally tally) {
        if (birth != null) {
            tally.add(
                    RowCheck.PLAUSIBLE_BIRTH,
                    !birth.isBefore(FIRST_BIRTH)
                            && !birth.isAfter(days.file())
                            && birth.plusYears(OLDEST + 1L).isAfter(days.file()));
        }
    }

    private static void sex(String code, RowTally tally) {
        if (code != null) {
            tally.add(RowCheck.KNOWN_SEX_CODE, KnownCodes.isSex(code));
        }
    }

    private static void place(boolean lostZip, String zip, String state, RowTally tally) {
        if (lostZip || zip != null || state != null) {
            tally.add(
                    RowCheck.PLAUSIBLE_PLACE,
                    !lostZip && (zip == null || CodeShapes.isZip(zip)) && (state == null || KnownCodes.isState(state)));
        }
    }

    private static void demographics(CanonicalRow row, RowTally tally) {
        String value = row.text(Columns.ANSWER);
        if (value != null) {
            switch (row.text(Columns.QUESTION)) {
                case "race", "ethnicity" -> tally.add(RowCheck.KNOWN_DEMOGRAPHIC_CODE, KnownCodes.isRace(value));
                case "language" -> tally.add(RowCheck.KNOWN_DEMOGRAPHIC_CODE, KnownCodes.isLanguage(value));
                case "sex" -> sex(value, tally);
                default -> {
                    // The other questions are in no rule of inputs.md 7.7.
                }
            }
        }
    }

    private static void medicalClaim(CanonicalRow row, DeliveredDays days, RowTally tally) {
        LocalDate lineStart = row.date(Columns.LINE_START);
        LocalDate claimStart = row.date(Columns.CLAIM_START);
        order(
                tally,
                claimStart,
                row.date(Columns.CLAIM_END),
                lineStart,
                row.date(Columns.LINE_END),
                row.date(Columns.ADMITTED),
                row.date(Columns.DISCHARGED));
        day(lineStart != null ? lineStart : claimStart, days, tally);
        serviceCodes(row, tally);
        providers(row, Columns.OF_CLAIM, tally);
        tally.add(RowCheck.NOT_DENIED, !"denied".equals(row.text(Columns.LINE_STATUS)));
    }

    private static void serviceCodes(CanonicalRow row, RowTally tally) {
        String service = row.text(Columns.SERVICE);
        String revenue = row.text(Columns.REVENUE);
        String bill = row.text(Columns.BILL);
        String place = row.text(Columns.PLACE_OF_SERVICE);
        if (service != null || revenue != null || bill != null || place != null) {
            tally.add(
                    RowCheck.SERVICE_CODE_SHAPE,
                    (service == null || CodeShapes.isService(service, revenue))
                            && (revenue == null || CodeShapes.isDigits(revenue, 4))
                            && (bill == null || CodeShapes.isBillType(bill))
                            && (place == null || CodeShapes.isDigits(place, 2)));
        }
    }

    private static void diagnosis(CanonicalRow row, RowTally tally) {
        LocalDate end = row.date(Columns.DIAGNOSED_TO);
        // A stay over the change of code systems is coded by its last day.
        LocalDate day = end != null ? end : row.date(Columns.DIAGNOSED_FROM);
        tally.add(
                RowCheck.DIAGNOSIS_SHAPE,
                CodeShapes.isDiagnosis(row.text(Columns.DIAGNOSIS_SYSTEM), row.text(Columns.DIAGNOSIS), day));
    }

    private static void pharmacyClaim(CanonicalRow row, DeliveredDays days, RowTally tally) {
        day(row, Columns.DISPENSED, days, tally);
        String drug = row.text(Columns.DRUG);
        if (drug != null) {
            tally.add(RowCheck.DRUG_CODE_SHAPE, CodeShapes.isDrug(drug));
        }
        providers(row, Columns.OF_FILL, tally);
        tally.add(RowCheck.NOT_DENIED, !"denied".equals(row.text(Columns.FILL_STATUS)));
    }

    private static void clinical(CanonicalRow row, Column start, DeliveredDays days, RowTally tally) {
        if (start != null) {
            day(row, start, days, tally);
        }
        List<String> codings = codings(row);
        if (!codings.isEmpty()) {
            tally.add(RowCheck.KNOWN_CODE_SYSTEM, codings.stream().anyMatch(RowRules::isOfKnownSystem));
        }
    }

    /** All codings of a clinical record as {@code SYSTEM|code}: senders put a standard code before or behind their own. */
    private static List<String> codings(CanonicalRow row) {
        List<String> codings = new ArrayList<>();
        String code = row.text(Columns.CODE.get(row.table()));
        if (code != null) {
            String system = row.text(Columns.SYSTEM.get(row.table()));
            codings.add((system == null ? "" : system) + '|' + code);
        }
        codings.addAll(row.list(Columns.MORE_CODES.get(row.table())));
        return codings;
    }

    private static boolean isOfKnownSystem(String coding) {
        int bar = coding.indexOf('|');
        return bar > 0 && CodeSystem.parse(coding.substring(0, bar)).isPresent();
    }

    private void observation(CanonicalRow row, DeliveredDays days, RowTally tally) {
        clinical(row, Columns.OBSERVED, days, tally);
        providers(row, Columns.OF_OBSERVATION, tally);
        String value = row.text(Columns.RESULT);
        if (value == null || row.text(Columns.COMPARATOR) != null) {
            return;
        }
        List<ResultRange> ranges = codings(row).stream()
                .flatMap(coding -> rangesByCode.getOrDefault(coding, List.of()).stream())
                .toList();
        if (!ranges.isEmpty()) {
            String unit = row.text(Columns.UNIT);
            BigDecimal number = number(value);
            tally.add(
                    RowCheck.RESULT_IN_RANGE,
                    number != null && ranges.stream().anyMatch(range -> range.holds(number, unit)));
        }
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** @param pairs first and last days; a pair with an absent one is not looked at */
    private static void order(RowTally tally, LocalDate... pairs) {
        boolean looked = false;
        boolean holds = true;
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] != null && pairs[i + 1] != null) {
                looked = true;
                holds &= !pairs[i].isAfter(pairs[i + 1]);
            }
        }
        if (looked) {
            tally.add(RowCheck.DATES_IN_ORDER, holds);
        }
    }

    private static void day(CanonicalRow row, Column column, DeliveredDays days, RowTally tally) {
        day(row.date(column), days, tally);
    }

    private static void day(LocalDate day, DeliveredDays days, RowTally tally) {
        if (day != null) {
            tally.add(RowCheck.NOT_AFTER_FILE_DATE, !day.isAfter(days.file()));
            tally.add(RowCheck.IN_DELIVERED_PERIOD, days.holds(day));
        }
    }

    private static void providers(CanonicalRow row, List<Column> columns, RowTally tally) {
        boolean looked = false;
        boolean holds = true;
        for (Column column : columns) {
            String npi = row.text(column);
            if (npi != null) {
                looked = true;
                holds &= CodeShapes.isProviderNumber(npi);
            }
        }
        if (looked) {
            tally.add(RowCheck.PROVIDER_NUMBER, holds);
        }
    }
}
