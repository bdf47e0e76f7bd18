package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
            case TIN -> new EntityName("", state(cells, id));
            case COUNTY -> new EntityName("", "");
        };
    }

    /** The one state that all its practices lie in. */
    private static String state(Cells cells, String tin) {
        List<String> states = cells.practices().values().stream()
                .filter(practice -> RollUp.tin(practice).equals(tin))
                .map(Practice::state)
                .distinct()
                .toList();
        return states.size() == 1 ? states.get(0) : "";
    }
}
