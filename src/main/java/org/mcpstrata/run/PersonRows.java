package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;

/** All rows of one person from all payers, all claim versions included, in one total order. */
record PersonRows(String personId, List<CanonicalRow> rows) implements Serializable {
    PersonRows {
        requireNonNull(personId, "personId");
        rows = List.copyOf(rows);
    }

    /** Never an identifier: Spark prints what it cannot serialize. */
    @Override
    public String toString() {
        return "a person with " + rows.size() + " rows";
    }
}
