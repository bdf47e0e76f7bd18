package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableScan;

/**
 * The people that runs evaluated, below {@code state/people/}: one folder a run, with its facts written last. All of it can
 * be made again by evaluating everybody; what is absent, foreign or damaged is of no use and no error.
 */
final class PeopleStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FACTS = "facts.json";
    private static final String PEOPLE = "state/people";

    /** A run's id and attempt; what is called otherwise is somebody else's. */
    private static final Pattern NAMES = Pattern.compile("[0-9a-f]{20}-a[0-9]+-[0-9]+");

    private final JavaSparkContext spark;
    private final Path folder;
    private final PeopleFacts now;

    PeopleStore(JavaSparkContext spark, String out, PeopleFacts now) {
        this.spark = requireNonNull(spark, "spark");
        this.folder = new Path(out, PEOPLE);
        this.now = requireNonNull(now, "now");
    }

    /**
     * Removes the people of runs that died before they could say what they left; nobody else would ever find them.
     *
     * @param out where no other run is at work
     */
    static void cleanLeftovers(String out, Configuration conf) {
        Path folder = new Path(out, PEOPLE);
        try {
            FileSystem files = folder.getFileSystem(conf);
            if (!files.exists(folder)) {
                return;
            }
            for (FileStatus each : files.listStatus(folder)) {
                boolean ofRun = NAMES.matcher(each.getPath().getName()).matches();
                if (ofRun && !files.exists(new Path(each.getPath(), FACTS))) {
                    files.delete(each.getPath(), true);
                }
            }
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(PEOPLE), e);
        }
    }

    /** What one run left, as its facts say it. */
    private record Left(PeopleFacts facts, List<StoredPeople> files) {}

    private record Stored(Path folder, PeopleFacts facts, List<StoredPeople> files) {}

    /**
     * The people that the newest run left and that nothing touched since.
     *
     * @param files the rows that count now
     */
    EarlierPeople untouched(List<TableFile> files, PersonIndex persons, MemberSets members) {
        Optional<Stored> stored = newestOfUse();
        if (stored.isEmpty()) {
            return EarlierPeople.NONE;
        }
        List<String> paths = stored.get().files().stream()
                .sorted(Comparator.comparingInt(StoredPeople::part))
                .map(file -> new Path(stored.get().folder(), file.name()).toString())
                .toList();
        if (!areWhole(paths, stored.get().files())) {
            return EarlierPeople.NONE;
        }
        SortedSet<String> changed = now.changedSince(stored.get().facts());
        List<TableFile> news = files.stream()
                .filter(file -> changed.contains(RowSources.of(file)))
                .toList();
        Set<Long> named = new HashSet<>();
        TableScan.oncePerMember(spark, news)
                .map(row -> row.member())
                .distinct()
                .collect()
                .forEach(member -> named.add(PersonSet.number(persons.personOf(member))));
        Broadcast<MemberSets> sets = spark.broadcast(members);
        Broadcast<PersonSet> spokenOf = spark.broadcast(PersonSet.of(named));
        Broadcast<SerializableConfiguration> conf = configuration();
        Set<String> gone = new HashSet<>(changed);
        return new EarlierPeople(
                paths,
                PersonSet.of(spark.parallelize(paths, paths.size())
                        .flatMap(path -> untouched(path, sets.value(), spokenOf.value(), gone, conf.value())
                                .iterator())
                        .collect()));
    }

    private static List<Long> untouched(
            String path, MemberSets members, PersonSet spokenOf, Set<String> changed, SerializableConfiguration conf)
            throws IOException {
        List<Long> untouched = new ArrayList<>();
        try (PeopleReader people = new PeopleReader(new Path(path), conf.value())) {
            for (Optional<PeopleReader.Head> next = people.next(); next.isPresent(); next = people.next()) {
                PeopleReader.Head head = next.get();
                boolean same = members.is(head.person(), head.members())
                        && !spokenOf.contains(head.person())
                        && head.sources().stream().noneMatch(changed::contains);
                if (same) {
                    untouched.add(head.person());
                }
                people.passOver();
            }
        }
        return untouched;
    }

    private Broadcast<SerializableConfiguration> configuration() {
        return spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    private boolean areWhole(List<String> paths, List<StoredPeople> files) {
        Broadcast<SerializableConfiguration> conf = configuration();
        List<String> digests = spark.parallelize(paths, paths.size())
                .map(path -> digest(new Path(path), conf.value()))
                .collect();
        return digests.equals(files.stream()
                .sorted(Comparator.comparingInt(StoredPeople::part))
                .map(StoredPeople::sha256)
                .toList());
    }

    private static String digest(Path path, SerializableConfiguration conf) {
        try (InputStream in = path.getFileSystem(conf.value()).open(path)) {
            return DigestUtils.sha256Hex(in);
        } catch (IOException e) {
            // A file that is gone or cannot be read has not the bytes that were written.
            return "";
        }
    }

    /** What was left last by a run that agrees with this one on everything that touches everybody. */
    private Optional<Stored> newestOfUse() {
        try {
            List<FileStatus> finished = finished();
            for (int i = finished.size() - 1; i >= 0; i--) {
                Optional<Stored> stored = read(finished.get(i).getPath().getParent());
                if (stored.isPresent() && now.agreesWith(stored.get().facts())) {
                    return stored;
                }
            }
        } catch (IOException e) {
            // What cannot be listed is of no use, like what is not there.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Facts of all folders, oldest first. */
    private List<FileStatus> finished() throws IOException {
        FileSystem files = folder.getFileSystem(spark.hadoopConfiguration());
        List<FileStatus> finished = new ArrayList<>();
        if (files.exists(folder)) {
            for (FileStatus each : files.listStatus(folder)) {
                Path facts = new Path(each.getPath(), FACTS);
                if (files.exists(facts)) {
                    finished.add(files.getFileStatus(facts));
                }
            }
        }
        finished.sort(Comparator.comparingLong(FileStatus::getModificationTime)
                .thenComparing(facts -> facts.getPath().toString()));
        return finished;
    }

    private Optional<Stored> read(Path run) {
        Path facts = new Path(run, FACTS);
        try (InputStream in = facts.getFileSystem(spark.hadoopConfiguration()).open(facts)) {
            Left left = JSON.readValue(in, Left.class);
            return Optional.of(new Stored(run, left.facts(), left.files()));
        } catch (IOException e) {
            // Also where it is no JSON, or of another form: of no use, and made again.
            return Optional.empty();
        }
    }

    /**
     * Keeps what this run evaluated, beside what one other run left: of another year perhaps, or read by a rival now.
     *
     * @param work folder that holds the files
     * @param name of this attempt
     * @return a warning where it could not be kept; the next run evaluates everybody
     */
    List<Problem> keep(List<StoredPeople> people, Path work, String name) {
        try {
            FileSystem files = folder.getFileSystem(spark.hadoopConfiguration());
            List<FileStatus> older = finished();
            Path run = new Path(folder, name);
            files.mkdirs(run);
            for (StoredPeople part : people) {
                if (!files.rename(new Path(work, part.name()), new Path(run, part.name()))) {
                    throw new IOException("a file of people could not be moved to its place");
                }
            }
            try (OutputStream out = files.create(new Path(run, FACTS), false)) {
                out.write(JSON.writeValueAsBytes(new Left(now, people)));
            }
            for (int i = 0; i < older.size() - 1; i++) {
                files.delete(older.get(i).getPath().getParent(), true);
            }
            return List.of();
        } catch (IOException e) {
            return List.of(Problem.ofFile(ProblemCode.NOT_TIDIED, Place.of(PEOPLE), e));
        }
    }
}
