package org.mcpstrata.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/**
 * The run-out cut-off (founding decision 17): claim versions that the payer loaded or paid after it are left out, so
 * that a later run can repeat what was known on a day.
 *
 * @param asOf last day that counts; null reads everything delivered
 */
record RunOut(LocalDate asOf) implements Serializable {
    /** A version of a claim, whose lines go and stay together. */
    private record Version(String payerId, Table table, String claimId, int version) {
        static Version of(CanonicalRow row) {
            return new Version(row.payerId(), row.table(), row.text("claim_id"), row.integer("record_version"));
        }
    }

    static RunOut of(Optional<LocalDate> asOf) {
        return new RunOut(asOf.orElse(null));
    }

    /**
     * What was known on that day, in the order given.
     *
     * <p>Formats that deliver headers apart date these alone (inputs.md 1.2). A line without a date is therefore as old as
     * the header of its claim version or, where that has none, as its other lines; it stays if any of them does. What
     * says nowhere when it was loaded or paid was always known.
     *
     * @param delivered all rows of one person, so that claims are whole
     */
    List<CanonicalRow> known(List<CanonicalRow> delivered) {
        if (asOf == null) {
            return delivered;
        }
        Map<Version, Boolean> headers = new HashMap<>();
        Map<Version, Boolean> dated = new HashMap<>();
        for (CanonicalRow row : delivered) {
            if (isClaim(row) && row.integer("claim_line_number") == 0) {
                headers.merge(Version.of(row), isKnown(row), Boolean::logicalOr);
            } else if (isClaim(row) && day(row) != null) {
                dated.merge(Version.of(row), isKnown(row), Boolean::logicalOr);
            }
        }
        return delivered.stream()
                .filter(row -> {
                    if (!isClaim(row) || day(row) != null || row.integer("claim_line_number") == 0) {
                        return isKnown(row);
                    }
                    Version version = Version.of(row);
                    return headers.getOrDefault(version, dated.getOrDefault(version, true));
                })
                .toList();
    }

    /** What a row says of itself alone. */
    boolean isKnown(CanonicalRow row) {
        return asOf == null || !isClaim(row) || day(row) == null || !day(row).isAfter(asOf);
    }

    private static boolean isClaim(CanonicalRow row) {
        return row.table() == Table.MEDICAL_CLAIM || row.table() == Table.PHARMACY_CLAIM;
    }

    /** When the payer loaded the row or, where it does not say, paid it; null where it says neither. */
    private static LocalDate day(CanonicalRow row) {
        return row.date("load_date") != null ? row.date("load_date") : row.date("paid_date");
    }
}
