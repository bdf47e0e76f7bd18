package org.mcpstrata.canonicalize;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;

/**
 * Which payers' cancellations are settled by the latest word of a key; all others pair off.
 *
 * @param latestWins ids of payers
 */
public record CancellationRules(SortedSet<String> latestWins) implements Serializable {
    /** Cancellations of every payer pair off. */
    public static final CancellationRules PAIR_OFF = new CancellationRules(new TreeSet<>());

    public CancellationRules {
        latestWins = Collections.unmodifiableSortedSet(new TreeSet<>(latestWins));
    }

    boolean latestWins(CanonicalRow row) {
        return latestWins.contains(row.payerId());
    }
}
