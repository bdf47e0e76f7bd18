package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.model.TableSchema;

/**
 * One of the tables that are written person by person.
 *
 * @param folder below the run, for example {@code restricted/member_result}
 * @param schema of a table whose key starts with a person id
 * @param maker makes the rows of one person
 */
public record PersonTable<T>(String folder, TableSchema schema, RowMaker<T> maker) implements Serializable {
    public PersonTable {
        requireNonNull(folder, "folder");
        requireNonNull(schema, "schema");
        requireNonNull(maker, "maker");
    }
}
