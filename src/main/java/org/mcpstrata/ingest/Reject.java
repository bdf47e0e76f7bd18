package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.ProblemCode;

/** One rejected record, as {@code rejects/*.parquet} holds it. */
record Reject(String file, long line, ProblemCode code, String field) implements Serializable {
    static final TableSchema SCHEMA = TableSchema.load("rejects", List.of());

    Reject {
        requireNonNull(file, "file");
        requireNonNull(code, "code");
        requireNonNull(field, "field");
    }

    Object[] row() {
        return new Object[] {file, line, code.name(), field.isEmpty() ? null : field, code.meaning()};
    }

    static Reject of(Object[] row) {
        return new Reject(
                (String) row[0],
                (Long) row[1],
                ProblemCode.valueOf((String) row[2]),
                row[3] == null ? "" : (String) row[3]);
    }
}
