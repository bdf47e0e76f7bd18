package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.Drops;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.quality.RowCounts;
import org.mcpstrata.store.TableFile;

/** Puts everything in its place once every drop has its state: rows, rejects, reports, laws. */
final class Conclusion {
    private static final int PROBLEM_LINES = 200;

    private final SparkWork jobs;
    private final FileStore store;
    private final Reading reading;
    private final List<DropOutcome> outcomes;
    private final Path drops;
    private final DropRules rules;
    private final KeptDrops kept;
    private final Keeping keeping;
    private final List<TableFile> counting = new ArrayList<>();
    private final IngestLaws laws = new IngestLaws();

    /** @param refused drops that were never read */
    Conclusion(
            SparkWork jobs,
            FileStore store,
            Reading reading,
            List<DropOutcome> refused,
            Path drops,
            DropRules rules,
            KeptDrops kept,
            Keeping keeping) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.store = requireNonNull(store, "store");
        this.reading = requireNonNull(reading, "reading");
        this.outcomes = new ArrayList<>(refused);
        this.drops = requireNonNull(drops, "drops");
        this.rules = requireNonNull(rules, "rules");
        this.kept = requireNonNull(kept, "kept");
        this.keeping = requireNonNull(keeping, "keeping");
        outcomes.replaceAll(outcome -> outcome.with(rules.ofRefused(outcome)));
    }

    IngestResult conclude(List<Problem> landingProblems) throws IOException {
        for (DropOutcome refused : List.copyOf(outcomes)) {
            DropOutput output = output(refused);
            // Rows that an earlier run accepted stay: a published run may rest on them.
            writeReports(refused, output);
        }
        List<Problem> ofLanding = new ArrayList<>(landingProblems);
        ofLanding.addAll(Succession.tellChangedLines(reading.works()));
        ofLanding.addAll(Succession.tellRepeatedBytes(reading.works()));
        List<Drops.Drop> accepted = new ArrayList<>();
        SortedSet<String> withdrawn = new TreeSet<>();
        for (DropWork work : reading.works()) {
            DropOutcome outcome = conclude(work);
            outcomes.add(outcome);
            if (work.isAccepted()) {
                work.manifest()
                        .supersedes()
                        .forEach(drop -> withdrawn.add(work.manifest().payer() + '/' + drop));
                accepted.add(new Drops.Drop(
                        work.manifest().payer(),
                        work.manifest().drop(),
                        work.manifest().lineOfBusiness(),
                        DropDates.sortable(work.manifest().createdAt())));
            }
        }
        laws.rowsOnDisk(
                counting, jobs.countRows(counting.stream().map(TableFile::path).toList()));
        outcomes.sort(Comparator.comparing(DropOutcome::payer).thenComparing(DropOutcome::drop));
        laws.dropsInOneState(outcomes, accepted.size());
        keeping.write();
        int takenOver = reading.takenOver();
        return new IngestResult(
                new Drops(accepted),
                counting,
                outcomes,
                ofLanding,
                withdrawn,
                laws.list(),
                reading.works().size() - takenOver,
                takenOver,
                OlderDescriptions.of(reading),
                keeping.digests());
    }

    private DropOutcome conclude(DropWork work) throws IOException {
        Map<Integer, List<Split>> splitsByPlan = new TreeMap<>();
        for (Split split : reading.splits()) {
            if (split.drop() == work.drop().rank() && work.reports().containsKey(split.number())) {
                splitsByPlan
                        .computeIfAbsent(split.plan(), any -> new ArrayList<>())
                        .add(split);
            }
        }
        List<FileOutcome> files = new ArrayList<>();
        SortedMap<Integer, PlacedSplit> placed = new TreeMap<>();
        List<Problem> problems = new ArrayList<>(work.problems());
        DropOutput output = new DropOutput(store, work.drop().target());
        for (ManifestFile file : work.manifest().files()) {
            Counts counts = Counts.NONE;
            long superseded = 0;
            boolean read = false;
            for (List<Split> splits : splitsByPlan.values()) {
                for (int i = 0; i < splits.size(); i++) {
                    Split split = splits.get(i);
                    if (!reading.planOf(split).file().equals(file)) {
                        continue;
                    }
                    read = true;
                    boolean replaced = work.isAccepted()
                            && Succession.isReplacedWhole(
                                    work, reading.planOf(split).kind(), reading.works());
                    boolean contributes = work.isAccepted() && !replaced;
                    SplitReport report = work.reports().get(split.number());
                    String name = DropOutput.name(reading.planOf(split).section(), i);
                    PlacedSplit there = reading.isTakenOver(split)
                            ? output.left(split, reading.kept(split).orElseThrow(), kept, contributes)
                            : place(split, report, output, name, contributes);
                    placed.put(split.number(), there);
                    counting.addAll(there.rows());
                    counts = counts.plus(report.counts());
                    superseded += replaced
                            ? report.counts().accepted()
                            : work.superseded().getOrDefault(split.number(), 0L);
                    addRejects(problems, report, work);
                }
            }
            if (read) {
                files.add(new FileOutcome(
                        file.name(),
                        file.type(),
                        counts.delivered(),
                        counts.accepted(),
                        counts.rejected(),
                        superseded,
                        file.paidAmount() == null ? null : counts.paid()));
                laws.file(work, file, counts);
            }
        }
        DropOutcome judged = new DropOutcome(
                work.manifest().payer(), work.manifest().drop(), work.state(), work.digest(), problems, files);
        RowCounts counted =
                work.reports().values().stream().map(SplitReport::quality).reduce(RowCounts.NONE, RowCounts::plus);
        DropOutcome outcome = judged.with(rules.of(judged, work.manifest(), counted));
        writeReports(outcome, output);
        if (work.isAccepted()) {
            output.removeOthers();
        }
        keeping.placed(work, List.copyOf(placed.values()));
        return outcome;
    }

    private PlacedSplit place(Split split, SplitReport report, DropOutput output, String name, boolean contributes)
            throws IOException {
        String rejects = output.keepRejects(report, name);
        List<TableFile> rows = contributes ? output.keepRows(report, name) : List.of();
        Path keys =
                new Path(kept.keys(reading.works().get(split.drop()).manifest()), name.replace(".parquet", ".keys"));
        if (keeping.isWanted()) {
            store.move(new Path(report.keys()), keys);
        }
        return new PlacedSplit(split, keys.toString(), rejects, contributes, rows);
    }

    private static void addRejects(List<Problem> problems, SplitReport report, DropWork work) {
        Place drop = work.drop().place();
        for (Reject reject : report.firstRejects()) {
            if (problems.size() < PROBLEM_LINES) {
                problems.add(new Problem(
                        reject.code(),
                        drop.inFile(reject.file()).atLine(reject.line()).atField(reject.field()),
                        ""));
            }
        }
    }

    private DropOutput output(DropOutcome outcome) {
        return new DropOutput(store, new Path(drops, outcome.payer() + '/' + outcome.drop()).toString());
    }

    private static void writeReports(DropOutcome outcome, DropOutput output) throws IOException {
        output.write("report.json", DropReport.json(outcome));
        output.write("report.md", DropReport.markdown(outcome));
        output.write("ack.csv", DropReport.receipt(outcome));
    }
}
