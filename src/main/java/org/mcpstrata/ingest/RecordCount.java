package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;

/** How many data records a section holds, without header and trailer, as a manifest must state it. */
final class RecordCount {
    private static final DropFacts ANY_DROP = new DropFacts(LineOfBusiness.OTHER, LocalDate.EPOCH);

    private RecordCount() {}

    /** The count; 0 with a problem where the section's frame cannot be used, and for an archive's control file. */
    static long of(
            FileStore store,
            Path path,
            ManifestFile file,
            Section section,
            AmountEvidence amounts,
            Place drop,
            Problems problems)
            throws IOException {
        if (file.compression() == Compression.ZIP && section.type().equals(FileFormat.CONTROL_FILE)) {
            return 0;
        }
        Optional<RecordPlan> plan = Readers.plan(section, file, ANY_DROP, amounts, ApcdTerms.COMMON, drop, problems);
        if (plan.isEmpty()) {
            return 0;
        }
        long frame = (long) plan.get().headerLines() + plan.get().trailerLines();
        return plan.get().rules().quoted()
                ? records(store, path, file, plan.get().rules()) - frame
                : section.lines() - frame;
    }

    /** A record may go on over several lines inside quotes. */
    private static long records(FileStore store, Path path, ManifestFile file, LineRules rules) throws IOException {
        InputStream in = store.open(path, 0);
        long records = 0;
        try (StrictLines lines =
                new StrictLines(file.compression() == Compression.GZIP ? new StrictGzip(in) : in, rules, 0)) {
            while (lines.next()) {
                records++;
            }
        }
        return records;
    }
}
