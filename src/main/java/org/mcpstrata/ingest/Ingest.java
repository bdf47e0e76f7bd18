package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/**
 * The front door: reads every drop of a landing folder, each delivered record once, and says what became of it.
 *
 * <p>Nothing here depends on the order of arrival, on how many tasks share the work, or on which of a task's attempts
 * was the one that counted.
 */
public final class Ingest {
    private final JavaSparkContext spark;
    private final FileStore store;
    private final Path out;
    private final Path drops;
    private final Path work;
    private final IngestOptions options;
    private final Progress progress;

    private Ingest(JavaSparkContext spark, Path out, Path work, IngestOptions options, Progress progress) {
        this.spark = requireNonNull(spark, "spark");
        this.store = new FileStore(spark.hadoopConfiguration());
        this.out = out;
        this.drops = new Path(requireNonNull(out, "out"), "drops");
        this.work = requireNonNull(work, "work");
        this.options = requireNonNull(options, "options");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Reads a landing folder into {@code <out>/drops}.
     *
     * @param landing folder with payers' folders
     * @param out folder that receives what a run leaves behind
     * @param work folder of this run alone, on the same file system as {@code out}: rows wait there until it is known
     *     which of them count; its owner removes it
     */
    public static IngestResult run(
            JavaSparkContext spark, Path landing, Path out, Path work, IngestOptions options, Progress progress) {
        try {
            return new Ingest(spark, out, work, options, progress).read(landing);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("drops"), e);
        }
    }

    private IngestResult read(Path landing) throws IOException {
        if (!store.exists(landing)) {
            throw new ProblemException(
                    ProblemCode.NOTHING_TO_READ, Place.of("--landing"), "The folder does not exist.");
        }
        Problems problems = new Problems();
        List<DropFolder> folders = folders(landing, problems);
        List<DropOutcome> refused = new ArrayList<>();
        List<DropInspection> sound = new ArrayList<>();
        for (DropFolder folder : folders) {
            DropInspection inspection = DropInspection.of(store, folder);
            if (inspection.isSound()) {
                sound.add(inspection);
            } else {
                refused.add(inspection.outcome());
            }
        }
        SparkWork jobs = new SparkWork(spark, progress);
        KeptDrops kept = new KeptDrops(store, out);
        Reading reading = reading(jobs, kept, sound);
        while (!reading.unread().isEmpty()) {
            // A drop that went away while it was read may have had a part in what became of others: they begin anew.
            refuse(reading.unread(), sound, refused);
            reading = reading(jobs, kept, sound);
        }

        progress.reached("reading drops: reports", 0, 0);
        Keeping keeping = new Keeping(jobs, kept, reading, options.reader(), sound);
        return new Conclusion(jobs, store, reading, refused, drops, new DropRules(options.rules()), kept, keeping)
                .conclude(problems.list());
    }

    private List<DropFolder> folders(Path landing, Problems problems) {
        try {
            LandingHint.requireLanding(store, landing);
            Landing.requirePayers(store, landing, options.payers());
            return Landing.discover(store, landing, options.payers(), problems);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("--landing"), e);
        }
    }

    private Reading reading(SparkWork jobs, KeptDrops kept, List<DropInspection> sound) throws IOException {
        List<DropWork> works = ranked(sound);
        if (options.takesOver()) {
            new TakingOver(jobs, kept, options.reader()).run(works, sound);
        }
        new Survey(jobs, works, sound).run();
        Succession.refuseDuplicates(works);
        Reading reading = new Reading(jobs, kept, works, sound, options, work.toString());
        reading.run();
        return reading;
    }

    /** Moves drops from those that are read to those that are refused. */
    private static void refuse(
            SortedMap<Integer, Problem> unread, List<DropInspection> sound, List<DropOutcome> refused) {
        List<DropInspection> gone = new ArrayList<>();
        unread.forEach((rank, problem) -> {
            gone.add(sound.get(rank));
            refused.add(sound.get(rank).refused(problem).outcome());
        });
        sound.removeAll(gone);
    }

    /** Sound drops in the order that counts: creation, drop id, payer. */
    private List<DropWork> ranked(List<DropInspection> sound) {
        sound.sort(Comparator.comparing(
                        (DropInspection each) -> each.manifest().orElseThrow().createdAt())
                .thenComparing(each -> each.folder().drop())
                .thenComparing(each -> each.folder().payer()));
        List<DropWork> works = new ArrayList<>();
        for (DropInspection inspection : sound) {
            DropFolder folder = inspection.folder();
            String target = new Path(drops, folder.payer() + '/' + folder.drop()).toString();
            works.add(new DropWork(
                    new PlannedDrop(works.size(), inspection.manifest().orElseThrow(), target), inspection.digest()));
        }
        return works;
    }
}
