package org.mcpstrata.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.problem.ProblemCode;

/**
 * A FHIR date, dateTime or instant as the local calendar days of its own offset (measures.md 2.2): a time zone never
 * moves a date of service.
 *
 * @param first the day, or the first day of a year or month given alone
 * @param last the same day, or the last day of that year or month
 * @param time local time of day as HH:mm:ss, or null for a date; fractions of a second are cut
 */
record FhirDateTime(LocalDate first, LocalDate last, String time) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?");

    static FhirDateTime parse(String text, String field) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, field);
        }
        try {
            int year = Integer.parseInt(form.group(1));
            if (form.group(2) == null) {
                return new FhirDateTime(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null);
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
            if (form.group(3) == null) {
                return new FhirDateTime(month.atDay(1), month.atEndOfMonth(), null);
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(form.group(3)));
            return new FhirDateTime(day, day, form.group(4) == null ? null : time(form));
        } catch (DateTimeException e) {
            throw new FieldProblem(ProblemCode.IMPOSSIBLE_DATE, field);
        }
    }

    private static String time(Matcher form) {
        ZoneOffset.of(form.group(7));
        LocalTime.of(Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)), Integer.parseInt(form.group(6)));
        return form.group(4) + ':' + form.group(5) + ':' + form.group(6);
    }

    /** Whether it names one day. */
    boolean isDay() {
        return first.equals(last);
    }
}
