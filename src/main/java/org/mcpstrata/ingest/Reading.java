package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * The second pass: every record of every drop that is still accepted, and what follows from their keys. Of a drop that an
 * earlier run read, what follows from its own bytes is taken over; what follows from other drops is found anew.
 */
final class Reading {
    private final SparkWork jobs;
    private final KeptDrops keptDrops;
    private final List<DropWork> works;
    private final List<DropInspection> inspections;
    private final IngestOptions options;
    private final String staging;
    private final List<RecordPlan> plans = new ArrayList<>();
    private final Map<Integer, SortedMap<Long, ProblemCode>> rejectedLater = new HashMap<>();
    private final Map<Integer, String> successions = new HashMap<>();
    private final Set<Integer> readAgain = new HashSet<>();
    private final SortedMap<Integer, Problem> unread = new TreeMap<>();
    private final Map<Integer, Integer> firstSplit = new HashMap<>();
    private List<Split> splits = List.of();
    private KnownMedications medications = KnownMedications.NONE;

    /** @param inspections one for each drop, in the same order */
    Reading(
            SparkWork jobs,
            KeptDrops keptDrops,
            List<DropWork> works,
            List<DropInspection> inspections,
            IngestOptions options,
            String staging) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.keptDrops = requireNonNull(keptDrops, "keptDrops");
        this.works = requireNonNull(works, "works");
        this.inspections = requireNonNull(inspections, "inspections");
        this.options = requireNonNull(options, "options");
        this.staging = requireNonNull(staging, "staging");
    }

    List<DropWork> works() {
        return works;
    }

    List<Split> splits() {
        return splits;
    }

    RecordPlan planOf(Split split) {
        return plans.get(split.plan());
    }

    /** The Medication resources that records were read with. */
    KnownMedications medications() {
        return medications;
    }

    /** Lines of a split that only the comparison of keys rejected. */
    SortedMap<Long, ProblemCode> rejectedLater(Split split) {
        return rejectedLater.getOrDefault(split.number(), new TreeMap<>());
    }

    /** What newer drops take away from a split, as {@link RewriteOrder#succession()} says it; of a split that counts. */
    String succession(Split split) {
        return requireNonNull(successions.get(split.number()), "the split does not count");
    }

    /** Whether the split's files lie where an earlier run left them. */
    boolean isTakenOver(Split split) {
        return kept(split).isPresent() && !readAgain.contains(split.number());
    }

    /** Drops of which nothing was read. */
    int takenOver() {
        Set<Integer> readInPart = new HashSet<>();
        readAgain.forEach(split -> readInPart.add(splits.get(split).drop()));
        return (int) works.stream()
                .filter(work -> work.kept().isPresent()
                        && !readInPart.contains(work.drop().rank()))
                .count();
    }

    /** What an earlier run found in a split. */
    Optional<KeptSplit> kept(Split split) {
        int index = split.number() - firstSplit.get(split.drop());
        return works.get(split.drop()).kept().map(drop -> drop.splits().get(index));
    }

    /**
     * Drops, by rank, of which a file could not be read although it was there when it was listed. Where there is any, the
     * reading is not done: what other drops take the place of depends on every drop.
     */
    SortedMap<Integer, Problem> unread() {
        return unread;
    }

    void run() throws IOException {
        works.forEach(work -> work.problems().stream()
                .filter(problem -> problem.code() == ProblemCode.FILE_UNREADABLE)
                .findFirst()
                .ifPresent(problem -> unread.put(work.drop().rank(), problem)));
        if (!unread.isEmpty()) {
            return;
        }
        List<ReadingPlan.Source> sources = sources();
        sources.sort(ReadingPlan.order());
        sources.forEach(source -> plans.add(source.plan()));
        splits = ReadingPlan.splits(sources);
        splits.forEach(split -> firstSplit.putIfAbsent(split.drop(), split.number()));
        medications = KnownMedications.of(works);
        Broadcast<ReadingPlan> plan = jobs.broadcast(new ReadingPlan(
                works.stream().map(DropWork::drop).toList(),
                plans,
                medications.byDrop(),
                staging,
                options.rules().book().rowRules()));
        List<Split> fresh = new ArrayList<>();
        for (Split split : splits) {
            kept(split)
                    .ifPresentOrElse(
                            earlier -> {
                                keep(earlier.report(split.number()));
                                rejectedLater.put(split.number(), earlier.rejectedLater());
                            },
                            () -> fresh.add(split));
        }
        List<StoredKeys> known = storedKeys();
        SparkWork.ReadResult result =
                jobs.read(plan, fresh, known, splits, fresh.isEmpty() && known.isEmpty() ? 0 : announced());
        if (isCutShort(result)) {
            return;
        }
        result.reports().forEach(this::keep);
        jobs.rewrite(plan, faulty(fresh, result.findings())).forEach(done -> {
            keep(done.report());
            rejectedLater.put(done.report().split(), done.rejected());
        });
        judge();
        // Judging may have refused what stood between a drop and its copy.
        Succession.refuseDuplicates(works);
        Succession.supersedeDrops(works);
        settle(plan, result.findings());
    }

    private boolean isCutShort(SparkWork.ReadResult result) {
        result.unread()
                .forEach(each -> unread.putIfAbsent(splits.get(each.split()).drop(), each.problem()));
        return !unread.isEmpty();
    }

    private long announced() {
        return works.stream()
                .filter(work -> work.isAccepted() && work.kept().isEmpty())
                .flatMap(work -> work.manifest().files().stream())
                .mapToLong(ManifestFile::records)
                .sum();
    }

    private void keep(SplitReport report) {
        workOf(report.split()).reports().put(report.split(), report);
    }

    private DropWork workOf(int split) {
        return works.get(splits.get(split).drop());
    }

    private List<ReadingPlan.Source> sources() throws IOException {
        List<ReadingPlan.Source> sources = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            DropWork work = works.get(i);
            if (work.isAccepted()) {
                Problems problems = new Problems();
                List<ReadingPlan.Source> found = Sources.of(
                        work,
                        inspections.get(i).folder(),
                        options.rules().apcd(work.manifest().payer()),
                        problems);
                if (problems.isEmpty()) {
                    sources.addAll(found);
                } else {
                    work.leave(DropState.REJECTED, problems.list());
                }
            }
        }
        return sources;
    }

    /**
     * Keys that an earlier run read and that another drop's keys may equal: a payer with one drop has no such drop. Where
     * records that are read now name members, those that older drops describe are wanted too.
     */
    private List<StoredKeys> storedKeys() {
        Map<String, Set<Integer>> dropsOfKind = new HashMap<>();
        for (Split split : splits) {
            dropsOfKind
                    .computeIfAbsent(SplitKeys.kind(planDrop(split), planOf(split)), any -> new HashSet<>())
                    .add(split.drop());
            if (SplitKeys.namesMembers(planOf(split)) && kept(split).isEmpty()) {
                dropsOfKind
                        .computeIfAbsent(SplitKeys.members(planDrop(split)), any -> new HashSet<>())
                        .add(split.drop());
            }
        }
        List<StoredKeys> stored = new ArrayList<>();
        for (Split split : splits) {
            boolean alone = dropsOfKind
                            .get(SplitKeys.kind(planDrop(split), planOf(split)))
                            .size()
                    == 1;
            kept(split)
                    .filter(earlier -> !alone)
                    .ifPresent(earlier -> stored.add(new StoredKeys(
                            split.number(),
                            keptDrops.path(earlier.keys()).toString(),
                            earlier.counts().accepted())));
        }
        return stored;
    }

    private PlannedDrop planDrop(Split split) {
        return works.get(split.drop()).drop();
    }

    /** Splits with records that only the comparison of keys shows to be wrong. */
    private List<RewriteOrder> faulty(List<Split> fresh, KeyFindings findings) {
        SortedMap<Integer, SortedMap<Long, ProblemCode>> duplicates = new TreeMap<>();
        SortedMap<Integer, Set<KeyBlock.Hash>> orphans = new TreeMap<>();
        findings.duplicates().forEach(line -> duplicates
                .computeIfAbsent(line.split(), any -> new TreeMap<>())
                .put(line.line(), ProblemCode.DUPLICATE_KEY));
        findings.orphans().forEach(orphan -> orphans.computeIfAbsent(orphan.split(), any -> new HashSet<>())
                .add(orphan.member()));
        List<RewriteOrder> orders = new ArrayList<>();
        for (Split split : fresh) {
            RewriteOrder order = new RewriteOrder(
                    split,
                    workOf(split.number()).reports().get(split.number()),
                    duplicates.getOrDefault(split.number(), new TreeMap<>()),
                    orphans.getOrDefault(split.number(), Set.of()),
                    Set.of(),
                    List.of());
            if (!order.changesNothing()) {
                orders.add(order);
            }
        }
        return orders;
    }

    private void judge() {
        Map<DropWork, Map<Integer, List<SplitReport>>> byDrop = new HashMap<>();
        for (Split split : splits) {
            DropWork work = workOf(split.number());
            byDrop.computeIfAbsent(work, any -> new TreeMap<>())
                    .computeIfAbsent(split.plan(), any -> new ArrayList<>())
                    .add(work.reports().get(split.number()));
        }
        for (DropWork work : works) {
            if (work.isAccepted()) {
                new DropJudgement(work, plans, byDrop.getOrDefault(work, Map.of())).judge(options);
            }
        }
    }

    /** Takes away what accepted newer drops take the place of, and reads again what lies there with other rows taken away. */
    private void settle(Broadcast<ReadingPlan> plan, KeyFindings findings) {
        Map<Integer, Set<Long>> superseded = Succession.supersededLines(findings, works, rejectedLater);
        List<RewriteOrder> orders = new ArrayList<>();
        SortedMap<Integer, RewriteOrder> outdated = new TreeMap<>();
        for (Split split : splits) {
            DropWork work = workOf(split.number());
            String kind = planOf(split).kind();
            if (!work.isAccepted() || Succession.isReplacedWhole(work, kind, works)) {
                continue;
            }
            RewriteOrder order = new RewriteOrder(
                    split,
                    work.reports().get(split.number()),
                    kept(split).isPresent() ? rejectedLater(split) : new TreeMap<>(),
                    Set.of(),
                    superseded.getOrDefault(split.number(), Set.of()),
                    Succession.replacedPeriods(work, kind, works));
            successions.put(split.number(), order.succession());
            Optional<KeptSplit> earlier = kept(split);
            if (earlier.isEmpty()) {
                orders.add(order);
            } else if (earlier.get().hasRowsOf(order)) {
                work.superseded().put(split.number(), earlier.get().rows().superseded());
            } else {
                outdated.put(split.number(), order);
            }
        }
        orders.addAll(read(plan, outdated));
        if (!unread.isEmpty()) {
            return;
        }
        orders.removeIf(RewriteOrder::changesNothing);
        for (SplitRewrite.Rewritten done : jobs.rewrite(plan, orders)) {
            keep(done.report());
            workOf(done.report().split()).superseded().put(done.report().split(), done.superseded());
        }
    }

    /** The orders with the splits as they are delivered. */
    private List<RewriteOrder> read(Broadcast<ReadingPlan> plan, SortedMap<Integer, RewriteOrder> outdated) {
        List<Split> again = outdated.values().stream().map(RewriteOrder::split).toList();
        List<RewriteOrder> orders = new ArrayList<>();
        SparkWork.ReadResult result = jobs.read(plan, again, List.of(), splits, 0);
        if (isCutShort(result)) {
            return List.of();
        }
        for (SplitReport report : result.reports()) {
            readAgain.add(report.split());
            keep(report);
            orders.add(outdated.get(report.split()).of(report));
        }
        return orders;
    }
}
