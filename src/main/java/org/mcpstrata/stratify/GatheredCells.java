package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Cells of practices as they came from the tasks, with the strata that join another: all that another year asks for. */
public final class GatheredCells {
    private final RollUp rollUp;
    private final List<PartialCells> sent;
    private final PartialCells.Content counted;
    private final Map<String, SortedSet<String>> joined;

    GatheredCells(
            RollUp rollUp,
            List<PartialCells> sent,
            PartialCells.Content counted,
            Map<String, SortedSet<String>> joined) {
        this.rollUp = requireNonNull(rollUp, "rollUp");
        this.sent = List.copyOf(sent);
        this.counted = requireNonNull(counted, "counted");
        this.joined = Map.copyOf(joined);
    }

    String programId() {
        return rollUp.programId();
    }

    /** The strata that join another, by stratifier. */
    Map<String, SortedSet<String>> joined() {
        return joined;
    }

    /** The cells of practices, states and the program. */
    public Cells rolledUp() {
        return rollUp.cells(sent, counted, joined);
    }
}
