package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.problem.ProblemCode;

/**
 * Stops the reading of one record at its first bad field. Holds the reason and the field's name, never its value, and
 * no stack trace: a bad line is an ordinary event.
 */
final class FieldProblem extends RuntimeException {
    private final ProblemCode code;
    private final String field;

    FieldProblem(ProblemCode code, String field) {
        super(code + " " + field, null, false, false);
        this.code = requireNonNull(code, "code");
        this.field = requireNonNull(field, "field");
    }

    RecordOutcome asOutcome() {
        return RecordOutcome.rejected(code, field);
    }
}
