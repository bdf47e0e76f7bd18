package org.mcpstrata.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/**
 * The run-out cut-off (decisions.md 17): claim versions that the payer loaded or paid after it are left out, so that a
 * later run can repeat what was known on a day.
 *
 * @param asOf last day that counts; null reads everything delivered
 */
record RunOut(LocalDate asOf) implements Serializable {
    static RunOut of(Optional<LocalDate> asOf) {
        return new RunOut(asOf.orElse(null));
    }

    /** Whether a row was known on that day; rows that carry no such date always were. */
    boolean keeps(CanonicalRow row) {
        if (asOf == null || row.table() != Table.MEDICAL_CLAIM && row.table() != Table.PHARMACY_CLAIM) {
            return true;
        }
        LocalDate known = row.date("load_date") != null ? row.date("load_date") : row.date("paid_date");
        return known == null || !known.isAfter(asOf);
    }
}
