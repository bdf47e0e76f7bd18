package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

/**
 * One breach.
 *
 * @param place table, ids of the groups and field; never a person
 * @param inferred what an outsider can conclude; empty where the breach says it all
 */
public record Finding(Breach breach, String place, String inferred) {
    public Finding {
        requireNonNull(breach, "breach");
        requireNonNull(place, "place");
        requireNonNull(inferred, "inferred");
    }

    @Override
    public String toString() {
        return breach.part() + " " + breach + " [" + place + "] " + breach.meaning()
                + (inferred.isEmpty() ? "" : ": " + inferred);
    }
}
