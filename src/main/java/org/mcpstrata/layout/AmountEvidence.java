package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the amounts seen so far say about a file's form. Parts of a file are looked at apart and merged; the order does
 * not matter.
 */
public enum AmountEvidence {
    /** Only empty amounts and zeros without a point, which are the same in both forms. */
    NONE,
    POINT,
    IMPLIED,
    /** Both forms in one file: what the amounts are worth cannot be told and the file is refused. */
    MIXED;

    public AmountEvidence merge(AmountEvidence other) {
        requireNonNull(other, "other");
        if (this == NONE || this == other) {
            return other;
        }
        return other == NONE ? this : MIXED;
    }

    /** The form to read the file in; empty for a mixed file. */
    public Optional<AmountForm> form() {
        return switch (this) {
            case NONE, IMPLIED -> Optional.of(AmountForm.IMPLIED);
            case POINT -> Optional.of(AmountForm.POINT);
            case MIXED -> Optional.empty();
        };
    }
}
