package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableReader;

/** Writes a split's files anew without the records that must go; the old files are no longer referenced. */
final class SplitRewrite {
    private static final int MEMBER = 1;
    private static final int LINE = 4;

    private final ReadingPlan shared;
    private final RewriteOrder order;
    private final FileStore store;
    private final PlannedDrop drop;
    private final RecordPlan plan;
    private final SortedMap<Long, ProblemCode> rejected = new TreeMap<>();
    private final Set<Long> supersededLines = new HashSet<>();

    SplitRewrite(ReadingPlan shared, RewriteOrder order, FileStore store) {
        this.shared = requireNonNull(shared, "shared");
        this.order = requireNonNull(order, "order");
        this.store = requireNonNull(store, "store");
        this.drop = shared.drop(order.split());
        this.plan = shared.plans().get(order.split().plan());
    }

    /**
     * The split's new report.
     *
     * @param superseded how many records newer drops took the place of
     * @param rejected lines that were accepted at first
     */
    record Rewritten(SplitReport report, long superseded, SortedMap<Long, ProblemCode> rejected)
            implements Serializable {
        Rewritten {
            rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        }
    }

    Rewritten run(long attempt) throws IOException {
        rejected.putAll(order.rejected());
        SplitReport old = order.report();
        try (SplitWriter writer = new SplitWriter(shared, order.split(), attempt, store)) {
            for (TableFile file : old.files()) {
                copy(file, writer);
            }
            copyRejects(old, writer);
            Map<ProblemCode, Long> more = new EnumMap<>(ProblemCode.class);
            rejected.values().forEach(code -> more.merge(code, 1L, Long::sum));
            SplitReport report = new SplitReport(
                    old.split(),
                    writer.finish(),
                    writer.rejectsFile(),
                    writer.firstRejects(),
                    old.counts().withRejected(more),
                    old.amounts(),
                    old.quality(),
                    old.keys());
            return new Rewritten(report, supersededLines.size(), rejected);
        }
    }

    private void copy(TableFile file, SplitWriter writer) throws IOException {
        Table table = file.table();
        try (TableReader rows = TableReader.open(new Path(file.path()), table.schema(), store.conf())) {
            while (rows.hasNext()) {
                Object[] row = rows.next();
                if (!goes(table, row)) {
                    writer.write(table, row);
                }
            }
        }
    }

    private boolean goes(Table table, Object[] row) {
        long line = (Long) row[LINE];
        if (order.rejected().containsKey(line)) {
            return true;
        }
        if (!order.orphans().isEmpty() && order.orphans().contains(SplitKeys.member(drop, (String) row[MEMBER]))) {
            rejected.put(line, ProblemCode.ORPHAN);
            return true;
        }
        LocalDate day = order.replaced().isEmpty() ? null : RowMonths.day(table, row);
        boolean replaced = day != null && order.replaced().stream().anyMatch(period -> period.contains(day));
        if (replaced || order.superseded().contains(line)) {
            supersededLines.add(line);
            return true;
        }
        return false;
    }

    private void copyRejects(SplitReport old, SplitWriter writer) throws IOException {
        SortedMap<Long, Reject> all = new TreeMap<>();
        if (!old.rejects().isEmpty()) {
            try (TableReader rows = TableReader.open(new Path(old.rejects()), Reject.SCHEMA, store.conf())) {
                while (rows.hasNext()) {
                    Reject reject = Reject.of(rows.next());
                    all.put(reject.line(), reject);
                }
            }
        }
        String name = plan.section().name();
        rejected.forEach((line, code) -> all.put(line, new Reject(name, line, code, "")));
        for (Reject reject : all.values()) {
            writer.reject(reject);
        }
    }
}
