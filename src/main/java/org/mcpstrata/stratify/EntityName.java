package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.Practice;

/**
 * How an entity is shown.
 *
 * @param name empty where nobody sent one
 * @param state empty for the program
 */
record EntityName(String name, String state) {
    EntityName {
        requireNonNull(name, "name");
        requireNonNull(state, "state");
    }

    static EntityName of(ResultContext context, Cells cells, EntityType type, String id) {
        return switch (type) {
            case PRACTICE -> {
                Practice practice = cells.practices().get(id);
                yield new EntityName(practice.name(), practice.state());
            }
            case STATE -> new EntityName(id, id);
            case PROGRAM -> new EntityName(context.programName(), "");
        };
    }
}
