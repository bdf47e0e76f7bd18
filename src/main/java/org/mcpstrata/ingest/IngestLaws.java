package org.mcpstrata.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Law;
import org.mcpstrata.store.TableFile;

/** The conservation laws of landing and ingest, each with both sides (promises.md). */
final class IngestLaws {
    private static final String STAGE = "ingest";

    private final List<Law> laws = new ArrayList<>();

    /**
     * The laws of one file. A refused drop breaks some of them by definition; of one that another drop took the place of
     * only a broken law is told, since such a drop is no part of the run, whose record must be the same without it.
     */
    void file(DropWork work, ManifestFile file, Counts counts) {
        if (work.state() == DropState.REJECTED || work.state() == DropState.QUARANTINED) {
            return;
        }
        List<Law> ofFile = new ArrayList<>();
        String scope = " in " + work.drop().key() + '/' + file.name();
        ofFile.add(Law.of(
                STAGE,
                "lines = header + data + trailer" + scope,
                counts.lines(),
                counts.header() + counts.dataLines() + counts.trailer()));
        if (file.compression() != Compression.ZIP) {
            ofFile.add(Law.of(
                    STAGE,
                    "accepted + rejected = manifest records" + scope,
                    counts.accepted() + counts.rejectedRecords(),
                    file.records()));
        }
        if (file.paidAmount() != null) {
            ofFile.add(counts.unreadableAmounts() == 0 ? total(file, counts, scope) : unchecked(file, counts, scope));
        }
        ofFile.stream().filter(law -> work.isAccepted() || !law.holds()).forEach(laws::add);
    }

    private static Law total(ManifestFile file, Counts counts, String scope) {
        return Law.of(STAGE, "paid accepted + paid rejected = control total" + scope, counts.paid(), file.paidAmount());
    }

    /** Amounts that nobody can read leave the total unproved; the law is about the records, and says so. */
    private static Law unchecked(ManifestFile file, Counts counts, String scope) {
        return Law.of(
                STAGE,
                "accepted + rejected with a readable amount + " + counts.unreadableAmounts()
                        + " rejected without one = records, and the control total " + plain(file.paidAmount())
                        + " is not compared with the " + plain(counts.paid()) + " that could be read" + scope,
                counts.accepted()
                        + (counts.rejectedRecords() - counts.unreadableAmounts())
                        + counts.unreadableAmounts(),
                file.compression() == Compression.ZIP ? counts.delivered() : file.records());
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
        return amount.scale() < 2 ? amount.setScale(2).toPlainString() : amount.toPlainString();
    }

    List<Law> list() {
        return List.copyOf(laws);
    }
}
