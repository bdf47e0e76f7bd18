package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

/**
 * What a cell is called in audit and certificate.
 *
 * @param isDifference whether it is not the count itself but what lies between it and the count it is a part of
 */
record CellName(Position position, Count count, boolean isDifference) {
    CellName {
        requireNonNull(position, "position");
        requireNonNull(count, "count");
    }
}
