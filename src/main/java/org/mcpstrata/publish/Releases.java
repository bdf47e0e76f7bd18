package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * The folders of releases: {@code releases/<release-id>/} for everybody, and {@code restricted/releases/<release-id>/} with
 * what proves it. A release is staged, read back, entered in the ledger and then moved to its name; it never changes.
 */
public final class Releases {
    /** The record of a release, with the digest of every file beside it. */
    public static final String RECORD = "release.json";

    private final Path publicFolder;
    private final Path restrictedFolder;
    private final CommitFiles files;
    private final Configuration conf;

    private Releases(Path out, CommitFiles files, Configuration conf) {
        this.publicFolder = new Path(out, "releases");
        this.restrictedFolder = new Path(new Path(out, "restricted"), "releases");
        this.files = requireNonNull(files, "files");
        this.conf = requireNonNull(conf, "conf");
    }

    /** Releases below an output folder; a file system that cannot publish atomically is refused. */
    public static Releases at(Path out, Configuration conf) {
        try {
            return new Releases(out, CommitFiles.of(out, conf), conf);
        } catch (IOException e) {
            throw failed("releases", e);
        }
    }

    /** The folder of a release. */
    public Path folder(RunId releaseId) {
        return new Path(publicFolder, releaseId.value());
    }

    /** Whether a release is there, byte for byte as its record with this digest says. */
    public boolean isIntact(RunId releaseId, String recordDigest) {
        Path folder = folder(releaseId);
        try {
            if (!files.names(publicFolder).contains(releaseId.value())) {
                return false;
            }
            return new RunFolder(folder, files).holds(recordDigest, RECORD);
        } catch (IOException e) {
            throw failed("releases/" + releaseId, e);
        }
    }

    /** Removes what dead attempts left behind. */
    public void cleanLeftovers() {
        try {
            clean(publicFolder);
            clean(restrictedFolder);
        } catch (IOException e) {
            throw failed("releases", e);
        }
    }

    private void clean(Path folder) throws IOException {
        for (String name : files.names(folder)) {
            Optional<StagingName> staging = StagingName.of(name);
            if (staging.isPresent()) {
                Staging.clean(staging.get(), folder, files);
            }
        }
    }

    /** Opens a folder in which the public part of a release is written. */
    public Staging stagePublic(RunId releaseId, String attempt) {
        return stage(publicFolder, releaseId, attempt);
    }

    /** Opens a folder in which the restricted part of a release is written. */
    public Staging stageRestricted(RunId releaseId, String attempt) {
        return stage(restrictedFolder, releaseId, attempt);
    }

    private Staging stage(Path parent, RunId releaseId, String attempt) {
        StagingName name = new StagingName(releaseId, attempt);
        try {
            return Staging.open(name, parent, 0, files, conf, () -> {});
        } catch (IOException e) {
            throw failed("releases", e);
        }
    }

    /**
     * Reads back everything that was staged and writes the record.
     *
     * @param record what it says beside the digests of files and tables
     * @return digest of the record, from which every file can be checked
     */
    public String seal(Staging staging, SortedMap<String, Object> record) {
        SortedMap<String, Object> digests = new TreeMap<>(staging.otherFiles());
        SortedMap<String, Object> tables = new TreeMap<>();
        try {
            for (WrittenTable table : staging.tables().values()) {
                List<RereadPart> parts =
                        PartReader.here(conf).reread(new Path(staging.folder(), table.folder()), table);
                WrittenTable reread = new WrittenTable(
                        table.folder(),
                        table.schema(),
                        parts.stream().map(RereadPart::part).toList());
                if (!reread.digest().equals(table.digest())) {
                    throw new ProblemException(ProblemCode.WRITE_FAILED, Place.of(table.folder()), "");
                }
                parts.forEach(
                        part -> digests.put(table.folder() + "/" + part.part().name(), part.sha256()));
                tables.put(
                        table.folder(),
                        new TreeMap<>(java.util.Map.of("rows", reread.rows(), "digest", reread.digest())));
            }
            SortedMap<String, Object> content = new TreeMap<>(record);
            content.put("files", digests);
            content.put("tables", tables);
            byte[] bytes = Json.write(content);
            files.write(new Path(staging.folder(), RECORD), bytes);
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw failed(RECORD, e);
        }
    }

    /** Gives a sealed folder its name. An equal one that is there already is as good. */
    public void publish(Staging staging, String recordDigest) {
        Path target =
                new Path(staging.folder().getParent(), staging.name().runId().value());
        try {
            files.moveFolder(staging.folder(), target);
        } catch (FileAlreadyExistsException e) {
            if (!isSame(target, recordDigest)) {
                throw new ProblemException(
                        ProblemCode.RUN_FOLDER_DIFFERS, Place.of("releases/" + target.getName()), "");
            }
            remove(staging);
        } catch (IOException e) {
            throw failed("releases/" + target.getName(), e);
        }
    }

    private boolean isSame(Path target, String recordDigest) {
        try {
            return new RunFolder(target, files).holds(recordDigest, RECORD);
        } catch (IOException e) {
            throw failed("releases/" + target.getName(), e);
        }
    }

    private void remove(Staging staging) {
        try {
            files.delete(staging.folder());
        } catch (IOException e) {
            throw failed("releases", e);
        }
    }

    /** JSON with fixed bytes. */
    public static byte[] json(Object value) {
        return Json.write(value);
    }

    private static ProblemException failed(String place, IOException failure) {
        return ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(place), failure);
    }
}
