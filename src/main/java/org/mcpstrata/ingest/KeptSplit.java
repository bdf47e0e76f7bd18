package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.quality.RowCounts;

/**
 * What reading one split found, apart from every other drop.
 *
 * @param counts after the drop's own keys were compared
 * @param rejectedLater lines that only the comparison of the drop's own keys rejected
 * @param keys the keys of its records
 * @param rejects its rejected records; null where there are none
 * @param rows null where no row of it counted when a run last looked
 */
record KeptSplit(
        Counts counts,
        List<Reject> firstRejects,
        AmountEvidence amounts,
        RowCounts quality,
        SortedMap<Long, ProblemCode> rejectedLater,
        KeptFile keys,
        KeptFile rejects,
        KeptRows rows) {
    KeptSplit {
        requireNonNull(counts, "counts");
        firstRejects = List.copyOf(firstRejects);
        requireNonNull(amounts, "amounts");
        requireNonNull(quality, "quality");
        rejectedLater = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedLater));
        requireNonNull(keys, "keys");
    }

    /** The report as if the split had just been read; its files are named by {@link #rows} and {@link #rejects}. */
    SplitReport report(int split) {
        return new SplitReport(split, List.of(), "", firstRejects, counts, amounts, quality, "");
    }

    /** Whether its rows that lie below {@code drops/} are those that this order leaves. */
    boolean hasRowsOf(RewriteOrder order) {
        return rows != null && rows.order().equals(order.succession());
    }

    /** Every file it speaks of. */
    List<KeptFile> files() {
        List<KeptFile> files = new ArrayList<>(List.of(keys));
        if (rejects != null) {
            files.add(rejects);
        }
        if (rows != null) {
            rows.tables().forEach(table -> files.add(table.file()));
        }
        return files;
    }
}
