package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The one total order of canonical rows: table, drop (oldest first), payer, file, line, member, then the values.
 *
 * <p>Rows that compare as equal are equal, so sorting by it makes everything that follows independent of partitioning
 * and of the order of arrival.
 */
public final class RowOrder implements Comparator<CanonicalRow>, Serializable {
    private final Drops drops;

    public RowOrder(Drops drops) {
        this.drops = requireNonNull(drops, "drops");
    }

    @Override
    public int compare(CanonicalRow left, CanonicalRow right) {
        int result = left.table().compareTo(right.table());
        // Most rows of a person come from few drops, and looking up ranks is what sorting would spend its time on.
        if (result == 0 && !ofOneDrop(left, right)) {
            result = Integer.compare(rank(left), rank(right));
        }
        if (result == 0) {
            result = left.payerId().compareTo(right.payerId());
        }
        if (result == 0) {
            result = left.sourceFile().compareTo(right.sourceFile());
        }
        if (result == 0) {
            result = Long.compare(left.sourceRow(), right.sourceRow());
        }
        if (result == 0) {
            result = left.memberId().compareTo(right.memberId());
        }
        return result == 0 ? compareValues(left, right) : result;
    }

    private static boolean ofOneDrop(CanonicalRow left, CanonicalRow right) {
        return left.dropId().equals(right.dropId()) && left.payerId().equals(right.payerId());
    }

    /** Position of a row's drop, oldest 0. */
    public int rank(CanonicalRow row) {
        return drops.rank(row.payerId(), row.dropId());
    }

    private static int compareValues(CanonicalRow left, CanonicalRow right) {
        for (Column column : left.table().schema().columns()) {
            int result = compareValue(left.value(column), right.value(column));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static int compareValue(Object left, Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Comparable<?> comparable) {
            return ((Comparable<Object>) comparable).compareTo(right);
        }
        return left.toString().compareTo(right.toString());
    }
}
