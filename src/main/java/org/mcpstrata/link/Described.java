package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.MeasurementPeriod;

/** The day that a patient or eligibility row describes, seen from a measurement period. */
final class Described {
    private Described() {}

    /** Whether the row states facts about the member at all. */
    static boolean isStatement(CanonicalRow row) {
        return row.table() == Table.PATIENT || row.table() == Table.ELIGIBILITY;
    }

    /**
     * The last day inside or before the period that the row speaks of: the day of a dated statement, the last covered day
     * of a span. An undated statement speaks of the period's end.
     *
     * @return later than the period when the row speaks of later days only
     */
    static LocalDate day(CanonicalRow row, MeasurementPeriod period) {
        if (row.table() == Table.PATIENT) {
            LocalDate stated = row.date("as_of_date");
            return stated == null ? period.end() : stated;
        }
        LocalDate start = row.date("enrollment_start_date");
        LocalDate end = row.date("enrollment_end_date");
        if (start.isAfter(period.end())) {
            return start;
        }
        return end.isBefore(period.end()) ? end : period.end();
    }

    /** Statements about days up to the period's end, latest first; then those about later days, earliest first. */
    static Comparator<CanonicalRow> latestFirst(MeasurementPeriod period) {
        return (one, two) -> {
            LocalDate first = day(one, period);
            LocalDate second = day(two, period);
            if (first.isAfter(period.end()) != second.isAfter(period.end())) {
                return first.isAfter(period.end()) ? 1 : -1;
            }
            return first.isAfter(period.end()) ? first.compareTo(second) : second.compareTo(first);
        };
    }

    /** What a row's gender says about sex, as administrative evidence; nothing from rows about later days. */
    static List<Statement> of(CanonicalRow row, MeasurementPeriod period) {
        if (!isStatement(row) || row.text("gender") == null || day(row, period).isAfter(period.end())) {
            return List.of();
        }
        Answer sex =
                switch (row.text("gender")) {
                    case "female" -> Answer.of("F");
                    case "male" -> Answer.of("M");
                    default -> Answer.missing(Missing.UNKNOWN);
                };
        return List.of(
                new Statement(row.payerId(), EvidenceTier.ADMINISTRATIVE, day(row, period), false, sex, Answer.ABSENT));
    }
}
