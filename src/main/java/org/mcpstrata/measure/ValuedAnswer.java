package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import org.mcpstrata.valueset.Coding;

/** An answer that counts as a number: "several days" is one point. */
public record ValuedAnswer(Coding answer, BigDecimal number) implements Serializable {
    public ValuedAnswer {
        requireNonNull(answer, "answer");
        requireNonNull(number, "number");
    }
}
