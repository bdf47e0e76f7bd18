package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.problem.Problems;

/** The second pass: every record of every drop that is still accepted, and what follows from their keys. */
final class Reading {
    private final SparkWork jobs;
    private final FileStore store;
    private final List<DropWork> works;
    private final List<DropInspection> inspections;
    private final IngestOptions options;
    private final String staging;
    private final List<RecordPlan> plans = new ArrayList<>();
    private List<Split> splits = List.of();

    /** @param inspections one for each drop, in the same order */
    Reading(
            SparkWork jobs,
            FileStore store,
            List<DropWork> works,
            List<DropInspection> inspections,
            IngestOptions options,
            String staging) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.store = requireNonNull(store, "store");
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

    void run() throws IOException {
        List<ReadingPlan.Source> sources = sources();
        sources.sort(ReadingPlan.order());
        sources.forEach(source -> plans.add(source.plan()));
        splits = ReadingPlan.splits(sources);
        if (splits.isEmpty()) {
            judge();
            Succession.supersedeDrops(works);
            return;
        }
        Broadcast<ReadingPlan> plan = jobs.broadcast(new ReadingPlan(
                works.stream().map(DropWork::drop).toList(),
                plans,
                Sources.medications(works),
                staging,
                options.rules().book().rowRules()));
        SparkWork.ReadResult result = jobs.read(plan, splits, announced());
        result.reports().forEach(this::keep);
        Map<Integer, Set<Long>> rejected = new HashMap<>();
        jobs.rewrite(plan, faulty(result.findings())).forEach(done -> {
            keep(done.report());
            rejected.put(done.report().split(), done.rejected());
        });
        judge();
        Succession.supersedeDrops(works);
        for (SplitRewrite.Rewritten done : jobs.rewrite(plan, outdated(result.findings(), rejected))) {
            keep(done.report());
            workOf(done.report().split()).superseded().put(done.report().split(), done.superseded());
        }
    }

    private long announced() {
        return works.stream()
                .filter(DropWork::isAccepted)
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
                List<ReadingPlan.Source> found =
                        Sources.of(work, inspections.get(i).folder(), problems);
                if (problems.isEmpty()) {
                    sources.addAll(found);
                } else {
                    work.leave(DropState.REJECTED, problems.list());
                }
            }
        }
        return sources;
    }

    /** Splits with records that only the comparison of keys shows to be wrong. */
    private List<RewriteOrder> faulty(KeyFindings findings) {
        SortedMap<Integer, Set<Long>> duplicates = new TreeMap<>();
        SortedMap<Integer, Set<KeyBlock.Hash>> orphans = new TreeMap<>();
        findings.duplicates().forEach(line -> duplicates
                .computeIfAbsent(line.split(), any -> new HashSet<>())
                .add(line.line()));
        findings.orphans().forEach(orphan -> orphans.computeIfAbsent(orphan.split(), any -> new HashSet<>())
                .add(orphan.member()));
        List<RewriteOrder> orders = new ArrayList<>();
        for (Split split : splits) {
            RewriteOrder order = new RewriteOrder(
                    split,
                    workOf(split.number()).reports().get(split.number()),
                    duplicates.getOrDefault(split.number(), Set.of()),
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

    /** Splits with rows that accepted newer drops take the place of. */
    private List<RewriteOrder> outdated(KeyFindings findings, Map<Integer, Set<Long>> rejected) {
        Map<Integer, Set<Long>> superseded = Succession.supersededLines(findings, works, rejected);
        List<RewriteOrder> orders = new ArrayList<>();
        for (Split split : splits) {
            DropWork work = workOf(split.number());
            ManifestFile file = planOf(split).file();
            if (work.isAccepted() && !Succession.isReplacedWhole(work, file, works)) {
                RewriteOrder order = new RewriteOrder(
                        split,
                        work.reports().get(split.number()),
                        Set.of(),
                        Set.of(),
                        superseded.getOrDefault(split.number(), Set.of()),
                        Succession.replacedPeriods(work, file, works));
                if (!order.changesNothing()) {
                    orders.add(order);
                }
            }
        }
        return orders;
    }
}
