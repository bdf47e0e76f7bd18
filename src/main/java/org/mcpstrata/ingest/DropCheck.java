package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.PayerRules;

/**
 * Looks at one drop as ingest would, to the last record, without Spark and without writing anything: what a payer runs
 * before sending. What only other drops can show, a duplicate delivery or a member described earlier for example, is not
 * seen here.
 */
public final class DropCheck {
    private static final Place FOLDER = Place.of("DROP");
    private static final int PROBLEM_LINES = 200;

    private final FileStore store;
    private final PayerRules agreed;

    private DropCheck(Supplier<Configuration> conf, PayerRules agreed) {
        this.store = new FileStore(conf);
        this.agreed = requireNonNull(agreed, "agreed");
    }

    /** Checks a drop of a payer with whom nothing is agreed. */
    public static DropOutcome check(Path folder, Supplier<Configuration> conf) {
        return check(folder, conf, PayerRules.NONE);
    }

    /**
     * Checks the drop in a folder whose parent is the payer's folder.
     *
     * @param folder a full path; one of this machine has the scheme {@code file}
     * @param conf asked only when files of another machine or Parquet files have to be read
     * @param agreed what is agreed with payers, whose share of rejected records holds here as in a run
     * @return ACCEPTED, REJECTED, QUARANTINED or PENDING, with every problem found
     * @throws ProblemException when the folder is none or no drop's
     */
    public static DropOutcome check(Path folder, Supplier<Configuration> conf, PayerRules agreed) {
        try {
            return new DropCheck(conf, agreed).check(requireNonNull(folder, "folder"));
        } catch (NoSuchFileException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, FOLDER, "There is no such folder.");
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, FOLDER, "It is no folder, or it cannot be read.");
        }
    }

    private DropOutcome check(Path given) throws IOException {
        // A path made from the URI of a folder ends in a slash and would have no name.
        Path folder = new Path(given.toString());
        if (folder.getParent() == null) {
            throw new ProblemException(ProblemCode.BAD_OPTION, FOLDER, "A drop's folder lies in its payer's folder.");
        }
        refuseFolderOfFolders(folder);
        DropFolder drop = new DropFolder(folder.getParent().getName(), folder.getName(), folder.toString());
        List<Problem> names = Landing.nameProblems(drop);
        if (!names.isEmpty()) {
            return new DropOutcome(drop.payer(), drop.drop(), DropState.REJECTED, "", names, List.of());
        }
        DropInspection inspection = DropInspection.of(store, drop);
        if (!inspection.isSound()) {
            return inspection.outcome();
        }
        DropWork work =
                new DropWork(new PlannedDrop(0, inspection.manifest().orElseThrow(), "unused"), inspection.digest());
        Problems problems = survey(work, folder);
        if (problems.isEmpty()) {
            List<ReadingPlan.Source> sources = Sources.of(work, drop, agreed.apcd(drop.payer()), problems);
            if (problems.isEmpty()) {
                try {
                    return read(work, sources);
                } catch (UnreadableDelivery e) {
                    return inspection.refused(e.problem()).outcome();
                }
            }
        }
        work.leave(DropState.REJECTED, problems.list());
        return outcome(work, List.of());
    }

    /** A payer's folder or a landing folder has no manifest either, but it is no drop that waits for one. */
    private void refuseFolderOfFolders(Path folder) throws IOException {
        boolean folders = false;
        for (FileStore.Entry entry : entries(folder)) {
            if (entry.name().equals(DropFolder.MANIFEST)) {
                return;
            }
            folders |= entry.kind() == FileStore.Kind.FOLDER;
        }
        if (folders) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    FOLDER,
                    "It holds folders and no manifest: name the folder of one drop, <landing>/<payer>/<drop>.");
        }
    }

    private List<FileStore.Entry> entries(Path folder) throws IOException {
        try {
            return store.list(folder);
        } catch (AccessDeniedException | AccessControlException e) {
            // The inspection says of the drop what a run would say.
            return List.of();
        }
    }

    private Problems survey(DropWork work, Path folder) throws IOException {
        Problems problems = new Problems();
        for (ManifestFile file : work.manifest().files()) {
            FileSurvey survey = FileSurvey.of(
                    store, new Path(folder, file.name()), file, work.drop().place());
            work.surveys().add(survey);
            problems.addAll(survey.problems());
        }
        return problems;
    }

    private DropOutcome read(DropWork work, List<ReadingPlan.Source> sources) throws IOException {
        sources.sort(ReadingPlan.order());
        List<RecordPlan> plans = sources.stream().map(ReadingPlan.Source::plan).toList();
        List<Split> splits = ReadingPlan.splits(sources);
        ReadingPlan plan = new ReadingPlan(List.of(work.drop()), plans, medications(work), "unused");
        SplitKeys keys = new SplitKeys(1);
        for (Split split : splits) {
            work.reports().put(split.number(), new SplitTask(plan, split, store, keys, new NoFiles()).run());
        }
        rejectByKeys(work, plan, splits, KeyFindings.compare(keys.packed(), SplitDrops.of(splits, plan.drops())));
        Map<Integer, List<SplitReport>> reports = new TreeMap<>();
        for (Split split : splits) {
            reports.computeIfAbsent(split.plan(), any -> new ArrayList<>())
                    .add(work.reports().get(split.number()));
        }
        new DropJudgement(work, plans, reports).judge(IngestOptions.usual().with(agreed));
        addRejects(work);
        return outcome(work, files(work, plans, reports));
    }

    /** Older drops, which are not seen here, may describe others. */
    private static Map<String, Medications> medications(DropWork work) {
        Medications own = KnownMedications.of(List.of(work))
                .byDrop()
                .getOrDefault(work.drop().key(), Medications.NONE);
        boolean all = work.manifest().tellsAnew(FileFormat.FHIR_NDJSON, FileFormat.MEDICATIONS);
        return Map.of(work.drop().key(), all ? own : own.amongOthers());
    }

    private void rejectByKeys(DropWork work, ReadingPlan plan, List<Split> splits, KeyFindings findings)
            throws IOException {
        Map<Integer, Set<Long>> duplicates = new TreeMap<>();
        findings.duplicates().forEach(line -> duplicates
                .computeIfAbsent(line.split(), any -> new HashSet<>())
                .add(line.line()));
        Map<Integer, Set<KeyBlock.Hash>> orphans = new TreeMap<>();
        if (work.manifest().describesAllMembers()) {
            findings.orphans().forEach(orphan -> orphans.computeIfAbsent(orphan.split(), any -> new HashSet<>())
                    .add(orphan.member()));
        } else if (!findings.orphans().isEmpty()) {
            work.problems()
                    .add(new Problem(ProblemCode.MEMBERS_UNCHECKED, work.drop().place(), ""));
        }
        for (Split split : splits) {
            Set<Long> lines = duplicates.getOrDefault(split.number(), Set.of());
            Set<KeyBlock.Hash> members = orphans.getOrDefault(split.number(), Set.of());
            if (!lines.isEmpty() || !members.isEmpty()) {
                SplitReport report = work.reports().get(split.number());
                work.reports().put(split.number(), KeyRejects.in(plan, split, store, report, lines, members));
            }
        }
    }

    private static void addRejects(DropWork work) {
        Place drop = work.drop().place();
        work.reports().values().stream()
                .flatMap(report -> report.firstRejects().stream())
                .limit(PROBLEM_LINES)
                .forEach(reject -> work.problems()
                        .add(new Problem(
                                reject.code(),
                                drop.inFile(reject.file()).atLine(reject.line()).atField(reject.field()),
                                "")));
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
