package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * The one door through which results become visible (founding decision 20): a run is staged, verified by reading it
 * back, moved to its final name, and committed by creating the next generation, which exactly one of several writers
 * can do.
 */
public final class Publication {
    private final Path out;
    private final Configuration conf;
    private final CommitFiles files;

    Publication(Path out, Configuration conf, CommitFiles files) {
        this.out = requireNonNull(out, "out");
        this.conf = requireNonNull(conf, "conf");
        this.files = requireNonNull(files, "files");
    }

    /** Publication below an output folder; a file system that cannot publish atomically is refused. */
    public static Publication at(Path out, Configuration conf) {
        return attempt("--out", () -> new Publication(out, conf, CommitFiles.of(out, conf)));
    }

    private Path runs() {
        return new Path(out, "runs");
    }

    /** The folder of a committed run. */
    public Path folder(RunId runId) {
        return new Path(runs(), runId.value());
    }

    public Generations generations() {
        return attempt("generations", () -> Generations.read(new Path(out, "generations"), files));
    }

    /** Whether the run of a generation is still, byte for byte, what was committed. */
    public boolean isIntact(Generation generation) {
        Path folder = folder(new RunId(generation.runId()));
        return attempt("runs/" + generation.runId(), () -> new RunFolder(folder, files).holds(generation.runDigest()));
    }

    /** Whether the run of a generation is there with all its files, so that it can be read; what is in them is not asked. */
    public boolean isThere(Generation generation) {
        Path folder = folder(new RunId(generation.runId()));
        return attempt(
                "runs/" + generation.runId(), () -> new RunFolder(folder, files).isWhole(generation.runDigest()));
    }

    /**
     * Refuses to hand on a run of which anything that is read is not, byte for byte, what was committed.
     *
     * @param read tells of a file of the run, by relative name, whether it is read; the others cost time to look at
     */
    public void requireIntact(RunId runId, Predicate<String> read) {
        Generation committed = named(runId, generations(), "--run");
        if (!attempt("runs/" + runId, () -> new RunFolder(folder(runId), files).holds(committed.runDigest(), read))) {
            throw notAsCommitted(runId);
        }
    }

    private static Generation named(RunId runId, Generations all, String option) {
        return all.naming(runId)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of(option), "No generation names this run."));
    }

    private ProblemException notAsCommitted(RunId runId) {
        Place place = Place.of("runs/" + runId);
        boolean gone = attempt(place.source(), () -> !files.names(runs()).contains(runId.value()));
        return new ProblemException(
                ProblemCode.RUN_FOLDER_DIFFERS, place, gone ? "It is not there." : "It is not what was committed.");
    }

    /**
     * Writes {@code run-logs/<run-id>/run-log.json}: clock times, host, user and seconds per stage of the attempt that
     * published a run. It is the only place for them, and outside the run's folder and digests.
     *
     * @return a warning where it could not be written; the run stays published
     */
    public List<Problem> writeRunLog(RunId runId, SortedMap<String, Object> log) {
        return writeLog(runId, "run-log.json", log);
    }

    private List<Problem> writeLog(RunId runId, String name, SortedMap<String, Object> log) {
        Path file = new Path(new Path(new Path(out, "run-logs"), runId.value()), name);
        try {
            files.write(file, Json.write(log));
            return List.of();
        } catch (IOException e) {
            return List.of(Problem.ofFile(ProblemCode.NOT_TIDIED, Place.of(name), e));
        }
    }

    /**
     * Writes {@code run-logs/<run-id>/rollback-NNNNNN.json} beside the run's own log: who named an earlier run again, and
     * when. Why is in the generation.
     *
     * @return a warning where it could not be written; the run stays named
     */
    public List<Problem> writeRollbackLog(Generation generation, SortedMap<String, Object> log) {
        return writeLog(new RunId(generation.runId()), "rollback-" + Generation.fileName(generation.generation()), log);
    }

    /**
     * The outcome for a run that is published already, so that nothing needs to be computed. Puts {@code CURRENT} right
     * if an earlier run died before it could.
     *
     * <p>Where readers see another run by now, since the input was another one meanwhile, a new generation names the run
     * again; but not where somebody undid it by a rollback, which a warning says.
     *
     * @return empty also where the run's folder is gone or lacks a file, and where an older run's is not what was committed
     */
    public Optional<Outcome> alreadyPublished(RunId runId, String attempt) {
        Generations now = generations();
        StagingName name = new StagingName(runId, attempt);
        Optional<Generation> named = now.naming(runId);
        if (named.isEmpty() || now.newest().equals(named)) {
            return named.filter(this::isThere)
                    .map(seen -> new Outcome(Outcome.Kind.ALREADY_PUBLISHED, seen, copyCurrent(name)));
        }
        if (now.isUndone(named.get())) {
            List<Problem> warnings = new ArrayList<>(copyCurrent(name));
            warnings.add(new Problem(ProblemCode.RUN_UNDONE, Place.of("runs/" + runId), ""));
            return Optional.of(new Outcome(Outcome.Kind.ALREADY_PUBLISHED, named.get(), warnings));
        }
        if (!isIntact(named.get())) {
            return Optional.empty();
        }
        Outcome again = append(name, now.next(runId, named.get().runDigest(), ""));
        return Optional.of(new Outcome(Outcome.Kind.ALREADY_PUBLISHED, again.generation(), again.warnings()));
    }

    /**
     * Keeps the folder to one run from intake to publication: a second one would replace accepted rows while the first reads
     * them, and so mix two inputs in one result.
     *
     * @throws ProblemException where a living run has it
     */
    public SoleRun alone() {
        Path mark = new Path(out, "_run.mark");
        Optional<Closeable> free = attempt("--out", () -> files.claim(mark));
        Optional<Closeable> taken = free.isPresent() ? free : attempt("--out", () -> files.claimDead(mark));
        return new SoleRun(
                taken.orElseThrow(() -> new ProblemException(ProblemCode.RUN_IN_PROGRESS, Place.of("--out"), "")));
    }

    /** The numbered records of that name below {@code state/}. */
    public <T> NumberedRecords<T> records(String name, Class<T> type) {
        return new NumberedRecords<>(new Path(new Path(out, "state"), name), type, files);
    }

    /** Opens the folder in which a run keeps what it has read; no other attempt may use it. */
    public Workplace work(String attempt) {
        return attempt("--out", () -> Workplace.open(out, attempt, files));
    }

    /**
     * Removes what dead runs left beside and in {@code runs/}. Committed runs, accepted rows and foreign names
     * are never touched.
     *
     * @return names whose writer may still be alive, in order
     */
    public List<String> cleanLeftovers() {
        TreeSet<String> kept = new TreeSet<>();
        attempt("runs", () -> {
            for (String name : files.names(runs())) {
                Optional<StagingName> staging = StagingName.of(name);
                if (staging.isPresent() && !Staging.clean(staging.get(), runs(), files)) {
                    kept.add(staging.get().folder());
                }
            }
            return kept;
        });
        attempt("--out", () -> {
            for (String name : files.names(out)) {
                Optional<String> work = Workplace.of(name);
                if (work.isPresent() && !Workplace.clean(out, work.get(), files)) {
                    kept.add(work.get());
                }
            }
            return kept;
        });
        return List.copyOf(kept);
    }

    /**
     * Opens a staging folder for a run that will follow the newest generation.
     *
     * @param attempt a name no other living attempt has: small letters, digits and hyphens
     */
    public Staging stage(RunId runId, String attempt) {
        StagingName name = new StagingName(runId, attempt);
        int parent = generations().newestNumber();
        return attempt("runs", () -> Staging.open(name, runs(), parent, files, conf, () -> probe(name)));
    }

    /** Finds out before hours of work whether a commit will be possible here. */
    private void probe(StagingName name) throws IOException {
        Path finished = new Path(runs(), name.commit());
        Path target = new Path(new Path(runs(), name.folder()), "probe");
        files.delete(finished);
        files.write(finished, new byte[] {'\n'});
        files.createIfAbsent(finished, target);
        files.delete(target);
        files.delete(finished);
    }

    /** Makes a verified run visible and gives its staging back, or says why not. */
    public Outcome commit(VerifiedRun run) {
        Generations now = generations();
        StagingName name = run.staging().name();
        // A run that readers should see and whose folder is gone is put back, by a generation of its own.
        Optional<Generation> done = now.seen(run.runId()).filter(this::isThere);
        if (done.isPresent()) {
            List<Problem> warnings = new ArrayList<>(remove(new Path(runs(), name.folder())));
            warnings.addAll(copyCurrent(name));
            warnings.addAll(run.staging().giveBack());
            return new Outcome(Outcome.Kind.ALREADY_PUBLISHED, done.get(), warnings);
        }
        if (now.newestNumber() != run.staging().parent()) {
            throw stale();
        }
        attempt("runs", () -> moveIntoPlace(run));
        Outcome outcome = append(name, now.next(run.runId(), run.runDigest(), ""));
        return outcome.withWarnings(run.staging().giveBack());
    }

    private Boolean moveIntoPlace(VerifiedRun run) throws IOException {
        Path target = folder(run.runId());
        try {
            files.moveFolder(run.staging().folder(), target);
            return true;
        } catch (FileAlreadyExistsException e) {
            // Left by a run that died before its commit, or put there by a rival with the same inputs.
            if (!new RunFolder(target, files).holds(run.runDigest())) {
                throw new ProblemException(ProblemCode.RUN_FOLDER_DIFFERS, Place.of("runs/" + run.runId()), "");
            }
            files.delete(run.staging().folder());
            return false;
        }
    }

    /**
     * Names an earlier run again, if it is still what was committed; history is kept.
     *
     * @param reason why, in words
     */
    public Outcome rollback(RunId runId, String reason, String attempt) {
        Generations now = generations();
        Generation earlier = named(runId, now, "--to");
        if (now.seen(runId).isPresent()) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--to"), "Readers see this run already.");
        }
        if (!isIntact(earlier)) {
            throw notAsCommitted(runId);
        }
        StagingName name = new StagingName(runId, attempt);
        return append(name, now.next(runId, earlier.runDigest(), reason));
    }

    private Outcome append(StagingName name, Generation generation) {
        Path finished = new Path(runs(), name.commit());
        attempt("runs", () -> {
            files.delete(finished);
            files.write(finished, Json.write(generation));
            return true;
        });
        try {
            files.createIfAbsent(
                    finished, new Path(new Path(out, "generations"), Generation.fileName(generation.generation())));
        } catch (FileAlreadyExistsException e) {
            return lost(name, generation);
        } catch (IOException e) {
            // It may or may not have happened: nothing is cleaned up and nothing is tried again.
            throw ProblemException.ofFile(
                    ProblemCode.COMMIT_UNKNOWN,
                    Place.of("generations").inFile(Generation.fileName(generation.generation())),
                    e);
        }
        List<Problem> warnings = new ArrayList<>();
        warnings.addAll(remove(finished));
        warnings.addAll(copyCurrent(name));
        return new Outcome(Outcome.Kind.PUBLISHED, generation, warnings);
    }

    /** Somebody else made the generation; with the same inputs that is as good. */
    private Outcome lost(StagingName name, Generation ours) {
        List<Problem> warnings = new ArrayList<>(remove(new Path(runs(), name.commit())));
        Optional<Generation> theirs = generations().all().stream()
                .filter(it -> it.generation() == ours.generation())
                .filter(it -> it.runId().equals(ours.runId()) && it.reason().equals(ours.reason()))
                .findFirst();
        if (theirs.isEmpty()) {
            throw stale();
        }
        warnings.addAll(copyCurrent(name));
        return new Outcome(Outcome.Kind.ALREADY_PUBLISHED, theirs.get(), warnings);
    }

    private static ProblemException stale() {
        return new ProblemException(ProblemCode.STALE_GENERATION, Place.of("generations"), "");
    }

    /** Writes {@code CURRENT} if it does not name the newest generation's run. */
    private List<Problem> copyCurrent(StagingName name) {
        Path current = new Path(out, "CURRENT");
        Path finished = new Path(runs(), name.current());
        try {
            Optional<Generation> newest =
                    Generations.read(new Path(out, "generations"), files).newest();
            if (newest.isEmpty()) {
                return List.of();
            }
            byte[] content = (newest.get().runId() + "\n").getBytes(StandardCharsets.UTF_8);
            if (files.names(out).contains("CURRENT") && Arrays.equals(read(current), content)) {
                return List.of();
            }
            files.delete(finished);
            files.write(finished, content);
            files.replace(finished, current);
            return List.of();
        } catch (IOException e) {
            return List.of(Problem.ofFile(ProblemCode.NOT_TIDIED, Place.of("CURRENT"), e));
        }
    }

    private byte[] read(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    private List<Problem> remove(Path leftover) {
        try {
            files.delete(leftover);
            return List.of();
        } catch (IOException e) {
            return List.of(Problem.ofFile(ProblemCode.NOT_TIDIED, Place.of("runs"), e));
        }
    }

    /** Work on files before the commit: when it fails, nothing was published. */
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(String place, FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(place), e);
        }
    }
}
