package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.document.Section;

/**
 * A value set written out inside another definition file, for a measure that is to be one file.
 *
 * @param body holds {@code members} and {@code not members}, in the form of a value-set file
 */
public record WrittenSet(String id, String name, Section body) {
    public WrittenSet {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(body, "body");
    }
}
