package org.mcpstrata.layout;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Medication resources that a drop may refer to, by logical id, so that an order that names its drug by reference gets the code.
 * A formulary is small beside the orders that use it.
 *
 * @param complete whether there are no others; where there may be, an unknown one is no fault
 */
public record Medications(Map<String, List<Coding>> byId, boolean complete) implements Serializable {
    public static final Medications NONE = new Medications(Map.of());

    public Medications {
        byId = Map.copyOf(byId);
    }

    /** All there are. */
    public Medications(Map<String, List<Coding>> byId) {
        this(byId, true);
    }

    /** The codes of a medication; empty where nobody describes it. */
    Optional<List<Coding>> codings(String id) {
        return Optional.ofNullable(byId.get(id)).or(() -> complete ? Optional.empty() : Optional.of(List.of()));
    }

    /** These and newer ones, which take the place of those with the same id. */
    public Medications and(Map<String, List<Coding>> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        Map<String, List<Coding>> both = new HashMap<>(byId);
        both.putAll(newer);
        return new Medications(both, complete);
    }

    /** These, and others that are not known here. */
    public Medications amongOthers() {
        return new Medications(byId, false);
    }
}
