package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A value set or single code as a definition names it.
 *
 * @param name the name in the definition file
 * @param id the OID, local id, or {@code SYSTEM|code} of a single code; the key in
 *     {@link org.mcpstrata.valueset.ValueSets}
 */
public record CodeSet(String name, String id) implements Serializable {
    public CodeSet {
        requireNonNull(name, "name");
        requireNonNull(id, "id");
    }
}
