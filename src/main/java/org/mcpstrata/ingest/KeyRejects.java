package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.problem.ProblemCode;

/**
 * The records of one split that only the comparison of keys shows to be wrong, for a drop that is checked and not kept:
 * which lines name an unknown member is found by reading the split again.
 */
final class KeyRejects extends NoFiles {
    private final PlannedDrop drop;
    private final Set<KeyBlock.Hash> orphans;
    private final SortedMap<Long, ProblemCode> found = new TreeMap<>();

    private KeyRejects(PlannedDrop drop, Set<Long> duplicates, Set<KeyBlock.Hash> orphans) {
        this.drop = requireNonNull(drop, "drop");
        this.orphans = requireNonNull(orphans, "orphans");
        duplicates.forEach(line -> found.put(line, ProblemCode.DUPLICATE_KEY));
    }

    /**
     * The split's report with those records among its rejects.
     *
     * @param duplicates lines whose key an earlier record has
     * @param orphans members that the drop names and does not describe
     */
    static SplitReport in(
            ReadingPlan plan,
            Split split,
            FileStore store,
            SplitReport report,
            Set<Long> duplicates,
            Set<KeyBlock.Hash> orphans)
            throws IOException {
        KeyRejects rejects = new KeyRejects(plan.drop(split), duplicates, orphans);
        if (!orphans.isEmpty()) {
            new SplitTask(plan, split, store, new SplitKeys(1), rejects).run();
        }
        return rejects.addedTo(report, plan.plans().get(split.plan()).section().name());
    }

    private SplitReport addedTo(SplitReport report, String file) {
        Map<ProblemCode, Long> more = new EnumMap<>(ProblemCode.class);
        found.values().forEach(code -> more.merge(code, 1L, Long::sum));
        SortedMap<Long, Reject> first = new TreeMap<>();
        report.firstRejects().forEach(reject -> first.put(reject.line(), reject));
        found.forEach((line, code) -> first.put(line, new Reject(file, line, code, "")));
        return new SplitReport(
                report.split(),
                report.files(),
                report.rejects(),
                first.values().stream().limit(SplitReport.FIRST_REJECTS).toList(),
                report.counts().withRejected(more),
                report.amounts(),
                report.quality());
    }

    @Override
    public void write(CanonicalRow row) {
        if (orphans.contains(SplitKeys.member(drop, row.memberId()))) {
            found.putIfAbsent(row.sourceRow(), ProblemCode.ORPHAN);
        }
    }
}
