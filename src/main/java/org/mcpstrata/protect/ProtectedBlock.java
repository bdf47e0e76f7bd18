package org.mcpstrata.protect;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tables that belong together, protected.
 *
 * @param published tables that stayed
 * @param withheld tables that had to be given up
 */
record ProtectedBlock(
        BlockModel model,
        CellSystem system,
        Suppression suppression,
        SortedSet<PublicTable> published,
        SortedSet<PublicTable> withheld) {
    ProtectedBlock {
        published = Collections.unmodifiableSortedSet(new TreeSet<>(published));
        withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
    }

    /** Whether a count of a row is hidden; counts that are nobody's are not. */
    boolean isHidden(Position position, Count count) {
        return model.cell(position, count)
                .map(cell -> suppression.hidden()[cell])
                .orElse(false);
    }
}
