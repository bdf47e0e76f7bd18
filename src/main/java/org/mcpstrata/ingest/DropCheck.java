package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Looks at one drop as ingest would, without Spark and without writing anything: what a payer runs before sending. What
 * only other drops can show, a duplicate delivery for example, is not seen here.
 */
public final class DropCheck {
    private final FileStore store;

    private DropCheck(Configuration conf) {
        this.store = new FileStore(conf);
    }

    /**
     * Checks the drop in a folder whose parent is the payer's folder.
     *
     * @return ACCEPTED, REJECTED, QUARANTINED or PENDING, with every problem found
     */
    public static DropOutcome check(Path folder, Configuration conf) throws IOException {
        return new DropCheck(requireNonNull(conf, "conf")).check(folder);
    }

    private DropOutcome check(Path given) throws IOException {
        // A path made from the URI of a folder ends in a slash and would have no name.
        Path plain = new Path(given.toString());
        Path folder = plain.getFileSystem(store.conf()).makeQualified(plain);
        DropFolder drop = new DropFolder(folder.getParent().getName(), folder.getName(), folder.toString());
        DropInspection inspection = DropInspection.of(store, drop);
        if (!inspection.isSound()) {
            return inspection.outcome();
        }
        Manifest manifest = inspection.manifest().orElseThrow();
        DropWork work = new DropWork(new PlannedDrop(0, manifest, "unused"), inspection.digest());
        Problems problems = new Problems();
        for (ManifestFile file : manifest.files()) {
            FileSurvey survey = FileSurvey.of(
                    store, new Path(folder, file.name()), file, work.drop().place());
            work.surveys().add(survey);
            problems.addAll(survey.problems());
        }
        if (problems.isEmpty()) {
            List<ReadingPlan.Source> sources = Sources.of(store, work, drop, problems);
            if (problems.isEmpty()) {
                return read(work, sources);
            }
        }
        work.leave(DropState.REJECTED, problems.list());
        return outcome(work, List.of());
    }

    private DropOutcome read(DropWork work, List<ReadingPlan.Source> sources) throws IOException {
        sources.sort(ReadingPlan.order());
        List<RecordPlan> plans = sources.stream().map(ReadingPlan.Source::plan).toList();
        List<Split> splits = ReadingPlan.splits(sources);
        ReadingPlan plan = new ReadingPlan(List.of(work.drop()), plans, Sources.medications(List.of(work)), "unused");
        SplitKeys keys = new SplitKeys(1);
        Map<Integer, List<SplitReport>> reports = new TreeMap<>();
        for (Split split : splits) {
            SplitReport report = new SplitTask(plan, split, store, keys, new NoFiles()).run();
            work.reports().put(split.number(), report);
            reports.computeIfAbsent(split.plan(), any -> new ArrayList<>()).add(report);
        }
        List<Problem> found = new ArrayList<>();
        work.reports().values().forEach(report -> report.firstRejects()
                .forEach(reject -> found.add(new Problem(
                        reject.code(),
                        work.drop()
                                .place()
                                .inFile(reject.file())
                                .atLine(reject.line())
                                .atField(reject.field()),
                        ""))));
        addKeyProblems(found, work, plans, splits, keys);
        reports.replaceAll((any, before) -> before.stream()
                .map(report -> work.reports().get(report.split()))
                .toList());
        new DropJudgement(work, plans, reports).judge(IngestOptions.usual());
        work.problems().addAll(found);
        return outcome(work, files(work, plans, reports));
    }

    private static void addKeyProblems(
            List<Problem> found, DropWork work, List<RecordPlan> plans, List<Split> splits, SplitKeys keys) {
        KeyFindings findings = KeyFindings.compare(keys.packed(), new int[splits.size()]);
        for (KeyFindings.Line line : findings.duplicates()) {
            found.add(new Problem(
                    ProblemCode.DUPLICATE_KEY,
                    place(work, plans, splits, line.split()).atLine(line.line()),
                    ""));
        }
        Map<Integer, Long> orphans = new TreeMap<>();
        findings.orphans().forEach(orphan -> orphans.merge(orphan.split(), 1L, Long::sum));
        orphans.forEach((split, members) ->
                found.add(new Problem(ProblemCode.ORPHAN, place(work, plans, splits, split), members + " member(s).")));
    }

    private static Place place(DropWork work, List<RecordPlan> plans, List<Split> splits, int split) {
        return work.drop()
                .place()
                .inFile(plans.get(splits.get(split).plan()).section().name());
    }

    private static List<FileOutcome> files(
            DropWork work, List<RecordPlan> plans, Map<Integer, List<SplitReport>> reports) {
        List<FileOutcome> files = new ArrayList<>();
        for (ManifestFile file : work.manifest().files()) {
            Counts counts = Counts.NONE;
            for (Map.Entry<Integer, List<SplitReport>> entry : reports.entrySet()) {
                if (plans.get(entry.getKey()).file().equals(file)) {
                    counts = counts.plus(DropWork.counts(entry.getValue()));
                }
            }
            files.add(new FileOutcome(
                    file.name(),
                    file.type(),
                    counts.delivered(),
                    counts.accepted(),
                    counts.rejected(),
                    0,
                    file.paidAmount() == null ? null : counts.paid()));
        }
        return files;
    }

    private static DropOutcome outcome(DropWork work, List<FileOutcome> files) {
        return new DropOutcome(
                work.manifest().payer(), work.manifest().drop(), work.state(), work.digest(), work.problems(), files);
    }
}
