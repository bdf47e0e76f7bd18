package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One column of a table.
 *
 * @param index position in the table, from 0
 * @param required whether every row holds a value
 * @param description what it is in the domain, with unit and null rule
 * @param nested the columns of the small rows of a {@link ColumnType#STRUCTS} column, each an {@code Object[]}; null for
 *     every other type
 */
public record Column(int index, String name, ColumnType type, boolean required, String description, TableSchema nested)
        implements Serializable {
    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        if ((type == ColumnType.STRUCTS) != (nested != null)) {
            throw new IllegalArgumentException(
                    "column " + name + " needs nested columns exactly when it holds structs");
        }
    }
}
