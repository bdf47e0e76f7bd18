package org.mcpstrata.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Medication resources that a drop may refer to, by logical id, so that an order that names its drug by reference gets the code.
 * A formulary is small beside the orders that use it.
 */
public record Medications(Map<String, List<Coding>> byId) implements Serializable {
    public static final Medications NONE = new Medications(Map.of());

    public Medications {
        byId = Map.copyOf(byId);
    }

    Optional<List<Coding>> codings(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
