package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Cells as they were counted, to be rolled up where they are needed: a fraction of the bytes of what they roll up to.
 *
 * @param counted what the tasks counted, each person in one of them
 * @param joined the strata that join another, by stratifier
 */
record CountedCells(RollUp rollUp, List<PartialCells> counted, Map<String, SortedSet<String>> joined)
        implements Serializable {
    CountedCells {
        requireNonNull(rollUp, "rollUp");
        counted = new ArrayList<>(counted);
        joined = new HashMap<>(joined);
    }

    Cells rolledUp() {
        return rollUp.cells(counted, joined);
    }
}
