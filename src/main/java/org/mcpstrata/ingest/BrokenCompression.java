package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.mcpstrata.problem.ProblemCode;

/** A compressed file that is not one whole, plain archive. A fault of the delivery, never of this program. */
final class BrokenCompression extends IOException {
    private final ProblemCode code;

    BrokenCompression(ProblemCode code) {
        super(code.name());
        this.code = requireNonNull(code, "code");
    }

    ProblemCode code() {
        return code;
    }
}
