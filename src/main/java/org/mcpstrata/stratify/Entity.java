package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/** A practice, a state or the program, in the order of the result table: by the type's name, then by id. */
record Entity(EntityType type, String id) implements Comparable<Entity>, Serializable {
    private static final Comparator<Entity> ORDER =
            Comparator.comparing((Entity entity) -> entity.type().name()).thenComparing(Entity::id);

    Entity {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    @Override
    public int compareTo(Entity other) {
        return ORDER.compare(this, other);
    }
}
