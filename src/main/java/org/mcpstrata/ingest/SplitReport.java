package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.quality.RowCounts;
import org.mcpstrata.store.TableFile;

/**
 * What one task says about one split: the files it wrote and the counts. Only files named here exist for the run; those
 * of failed or repeated attempts are named nowhere.
 *
 * @param rejects the file of rejected records, empty where there are none
 * @param firstRejects the first few of them, for the report
 * @param amounts forms of amounts the records had
 * @param quality what quality rules counted in the rows as they were read
 * @param keys the file of its records' keys, empty where there is none
 */
record SplitReport(
        int split,
        List<TableFile> files,
        String rejects,
        List<Reject> firstRejects,
        Counts counts,
        AmountEvidence amounts,
        RowCounts quality,
        String keys)
        implements Serializable {
    static final int FIRST_REJECTS = 20;

    SplitReport {
        files = List.copyOf(files);
        requireNonNull(rejects, "rejects");
        firstRejects = List.copyOf(firstRejects);
        requireNonNull(counts, "counts");
        requireNonNull(amounts, "amounts");
        requireNonNull(quality, "quality");
        requireNonNull(keys, "keys");
    }

    /** Before its keys are written. */
    SplitReport(
            int split,
            List<TableFile> files,
            String rejects,
            List<Reject> firstRejects,
            Counts counts,
            AmountEvidence amounts,
            RowCounts quality) {
        this(split, files, rejects, firstRejects, counts, amounts, quality, "");
    }

    SplitReport withKeys(String file) {
        return new SplitReport(split, files, rejects, firstRejects, counts, amounts, quality, file);
    }
}
