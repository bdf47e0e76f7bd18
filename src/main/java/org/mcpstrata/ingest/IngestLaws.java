package org.mcpstrata.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Law;
import org.mcpstrata.store.TableFile;

/** The conservation laws of landing and ingest, each with both sides (promises.md). */
final class IngestLaws {
    private static final String STAGE = "ingest";

    private final List<Law> laws = new ArrayList<>();

    /** The laws of one file of an accepted or superseded drop. A refused drop breaks some of them by definition. */
    void file(DropWork work, ManifestFile file, Counts counts) {
        if (work.state() == DropState.REJECTED || work.state() == DropState.QUARANTINED) {
            return;
        }
        String scope = " in " + work.drop().key() + '/' + file.name();
        laws.add(Law.of(
                STAGE,
                "lines = header + data + trailer" + scope,
                counts.lines(),
                counts.header() + counts.dataLines() + counts.trailer()));
        if (file.compression() != Compression.ZIP) {
            laws.add(Law.of(
                    STAGE,
                    "accepted + rejected = manifest records" + scope,
                    counts.accepted() + counts.rejectedRecords(),
                    file.records()));
        }
        if (file.paidAmount() != null && counts.unreadableAmounts() == 0) {
            laws.add(new Law(
                    STAGE,
                    "paid accepted + paid rejected = control total" + scope,
                    plain(counts.paid()),
                    plain(file.paidAmount())));
        }
    }

    /** Rows the tasks said they wrote are the rows the files' footers hold. */
    void rowsOnDisk(List<TableFile> files, List<Long> footers) {
        laws.add(Law.of(
                STAGE,
                "rows written = rows read back from the files' footers",
                files.stream().mapToLong(TableFile::rows).sum(),
                footers.stream().mapToLong(Long::longValue).sum()));
    }

    /** Every drop is in exactly one state, and the run uses the accepted ones. */
    void dropsInOneState(List<DropOutcome> outcomes, long used) {
        long accepted = outcomes.stream()
                .filter(outcome -> outcome.state() == DropState.ACCEPTED)
                .count();
        laws.add(Law.of("ledger", "drops in state ACCEPTED = drops used by the run", accepted, used));
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    List<Law> list() {
        return List.copyOf(laws);
    }
}
