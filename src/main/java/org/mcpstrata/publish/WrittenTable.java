package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.mcpstrata.model.TableSchema;

/**
 * A table of a run, part by part.
 *
 * @param folder below the run, for example {@code restricted/stratified_result}
 * @param parts in order of their names
 */
public record WrittenTable(String folder, TableSchema schema, List<Part> parts) {
    public WrittenTable {
        requireNonNull(folder, "folder");
        requireNonNull(schema, "schema");
        parts = parts.stream().sorted(Comparator.comparing(Part::name)).toList();
    }

    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** Logical digest of the table: SHA-256 over its parts' rows and digests in order. */
    public String digest() {
        StringBuilder digests = new StringBuilder();
        for (Part part : parts) {
            digests.append(part.rows()).append(' ').append(part.digest()).append('\n');
        }
        return DigestUtils.sha256Hex(digests.toString());
    }
}
