package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.ApcdLayout;
import org.mcpstrata.layout.CanonicalParquetLayout;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.layout.RecordReader;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.quality.DeliveredDays;
import org.mcpstrata.quality.RowTally;

/** Reads one split: each data record ends as exactly one accepted or one rejected record. */
final class SplitTask {
    private final ReadingPlan shared;
    private final FileStore store;
    private final SplitKeys keys;
    private final Split split;
    private final RecordPlan plan;
    private final PlannedDrop drop;
    private final RecordSink sink;
    private final SplitTally tally = new SplitTally();
    private final RowTally quality = new RowTally();
    private final DeliveredDays days;
    private AmountEvidence amounts = AmountEvidence.NONE;

    SplitTask(ReadingPlan shared, Split split, FileStore store, SplitKeys keys, RecordSink sink) {
        this.shared = requireNonNull(shared, "shared");
        this.store = requireNonNull(store, "store");
        this.keys = requireNonNull(keys, "keys");
        this.split = requireNonNull(split, "split");
        this.plan = shared.plans().get(split.plan());
        this.drop = shared.drop(split);
        this.sink = requireNonNull(sink, "sink");
        this.days = new DeliveredDays(
                plan.facts().asOf(),
                drop.manifest().periodStart(),
                drop.manifest().periodEnd());
    }

    /** @throws UnreadableDelivery where the delivered file is no longer there, or no longer what was surveyed */
    SplitReport run() throws IOException {
        keys.startSplit();
        try (sink) {
            if (plan.file().format() == FileFormat.CANONICAL_PARQUET) {
                readParquet();
            } else {
                readLines();
            }
            return new SplitReport(
                    split.number(),
                    sink.finish(),
                    sink.rejectsFile(),
                    sink.firstRejects(),
                    tally.counts(),
                    amounts,
                    quality.counts());
        } catch (BrokenCompression e) {
            // A broken archive was refused when it was surveyed.
            throw UnreadableDelivery.changed(shared.place(split));
        }
    }

    private void readLines() throws IOException {
        RecordReader reader = Readers.reader(plan, shared.medications(), drop.key());
        Optional<ApcdLayout> apcd = reader instanceof ApcdLayout layout ? Optional.of(layout) : Optional.empty();
        boolean diagnoses = reader.tellsDiagnosesOfClaims();
        if (!reader.hasPaidAmount()) {
            tally.withoutAmounts();
        }
        long lines = plan.section().lines();
        try (StrictLines records = new StrictLines(open(), plan.rules(), split.linesBefore())) {
            long before = split.linesBefore();
            while (records.next()) {
                if (records.line() > lines) {
                    // An empty last line is no record.
                    continue;
                }
                if (records.line() <= plan.headerLines()) {
                    tally.header();
                } else if (records.line() > lines - plan.trailerLines()) {
                    tally.trailer();
                } else {
                    tally.data(Math.min(records.lines(), lines) - before);
                    take(records, reader, apcd, diagnoses);
                }
                before = records.lines();
            }
        }
    }

    private void take(StrictLines records, RecordReader reader, Optional<ApcdLayout> apcd, boolean diagnoses)
            throws IOException {
        Provenance at = at(records.line());
        Optional<ProblemCode> problem = records.problem();
        if (problem.isPresent()) {
            take(RecordOutcome.rejected(problem.get(), records.faultyByte()), at, diagnoses);
            return;
        }
        apcd.ifPresent(layout -> amounts =
                amounts.merge(layout.amountEvidence(records.buffer(), records.from(), records.to(), plan.facts())));
        RecordOutcome outcome;
        try {
            outcome = reader.read(records.buffer(), records.from(), records.to(), at, plan.facts());
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | NullPointerException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            // A layout never throws; its exception's text might hold the value, so the class name is all that goes on.
            throw new ProblemException(
                    ProblemCode.INTERNAL,
                    drop.place().inFile(at.file()).atLine(at.line()),
                    e.getClass().getSimpleName() + '.');
        }
        take(outcome, at, diagnoses);
    }

    /** @param diagnoses whether the record has a place for the diagnoses of a claim */
    private void take(RecordOutcome outcome, Provenance at, boolean diagnoses) throws IOException {
        if (outcome instanceof RecordOutcome.Accepted accepted) {
            tally.accepted(accepted.paidAmount());
            for (CanonicalRow row : accepted.rows()) {
                sink.write(row);
                shared.rules().count(row, accepted.lostZip(), days, quality);
            }
            if (diagnoses) {
                shared.rules().countClaim(accepted.rows(), quality);
            }
            keys.add(drop, plan, split.number(), at.line(), accepted);
        } else if (outcome instanceof RecordOutcome.Rejected rejected) {
            tally.rejected(rejected.code(), rejected.paidAmount());
            shared.rules().countRejected(rejected.code(), rejected.field(), quality);
            sink.reject(new Reject(at.file(), at.line(), rejected.code(), rejected.field()));
        }
    }

    private void readParquet() throws IOException {
        CanonicalParquetLayout layout = new CanonicalParquetLayout(Readers.table(plan.file()));
        if (!layout.hasPaidAmount()) {
            tally.withoutAmounts();
        }
        long row = 0;
        try (DeliveredRows rows = DeliveredRows.open(
                store,
                new Path(split.path()),
                ParquetSection.delivered(layout.table(), plan.section()),
                shared.place(split))) {
            Optional<Object[]> next = rows.next();
            while (next.isPresent()) {
                row++;
                tally.data(1);
                Provenance at = at(row);
                take(layout.read(next.get(), at, plan.facts()), at, false);
                next = rows.next();
            }
        }
    }

    private Provenance at(long line) {
        return new Provenance(
                drop.manifest().payer(), drop.manifest().drop(), plan.section().name(), line);
    }

    private InputStream open() throws IOException {
        Path path = new Path(split.path());
        return switch (plan.file().compression()) {
            case NONE -> {
                InputStream in = DeliveredBytes.open(store, path, split.offset(), shared.place(split));
                yield split.end() < 0 ? in : new BoundedBytes(in, split.end() - split.offset());
            }
            case GZIP -> new StrictGzip(DeliveredBytes.open(store, path, 0, shared.place(split)));
            case ZIP -> member(path);
        };
    }

    private InputStream member(Path path) throws IOException {
        ArchiveMembers members = new ArchiveMembers(
                DeliveredBytes.open(store, path, 0, shared.place(split)),
                plan.file().bytes());
        Optional<String> name = members.next();
        while (name.isPresent() && !name.get().equals(plan.section().member())) {
            name = members.next();
        }
        if (name.isEmpty()) {
            throw UnreadableDelivery.changed(shared.place(split));
        }
        return members;
    }
}
