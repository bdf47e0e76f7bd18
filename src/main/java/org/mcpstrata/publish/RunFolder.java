package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;

/** A finished run folder, checked against its own record file by file. */
final class RunFolder {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final CommitFiles files;

    RunFolder(Path folder, CommitFiles files) {
        this.folder = requireNonNull(folder, "folder");
        this.files = requireNonNull(files, "files");
    }

    /** Whether the folder holds exactly the run whose record has this digest, byte for byte. */
    boolean holds(String runDigest) throws IOException {
        return holds(runDigest, file -> true);
    }

    /** The same of the record and of some files alone, by relative name; what lies elsewhere may be anything. */
    boolean holds(String runDigest, Predicate<String> wanted) throws IOException {
        return holds(runDigest, Verification.RUN_JSON, wanted);
    }

    /** @param record name of the file that lists all others with their digests */
    boolean holds(String runDigest, String record) throws IOException {
        return holds(runDigest, record, file -> true);
    }

    /**
     * Whether the committed record is there and all files that it names are; what is in them is not looked at, which takes as
     * long as reading the run, and what a desktop or network file system laid beside them takes nothing away.
     */
    boolean isWhole(String runDigest) throws IOException {
        Set<String> onDisk = files.tree(folder).keySet();
        return onDisk.contains(Verification.RUN_JSON)
                && digest(Verification.RUN_JSON).equals(runDigest)
                && onDisk.containsAll(named(Verification.RUN_JSON).keySet());
    }

    private boolean holds(String runDigest, String record, Predicate<String> wanted) throws IOException {
        Optional<SortedMap<String, String>> digests = recorded(runDigest, record, wanted);
        if (digests.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, String> file : digests.get().entrySet()) {
            if (!digest(file.getKey()).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The digests of the wanted files; empty where the record has another digest or other such files are on disk. */
    private Optional<SortedMap<String, String>> recorded(String runDigest, String record, Predicate<String> wanted)
            throws IOException {
        TreeSet<String> onDisk = new TreeSet<>(files.tree(folder).keySet());
        if (!onDisk.remove(record) || !digest(record).equals(runDigest)) {
            return Optional.empty();
        }
        SortedMap<String, String> digests = named(record);
        digests.keySet().removeIf(wanted.negate());
        onDisk.removeIf(wanted.negate());
        return digests.keySet().equals(onDisk) ? Optional.of(digests) : Optional.empty();
    }

    /** The files that a record names, with their digests. */
    private SortedMap<String, String> named(String record) throws IOException {
        JsonNode recorded =
                Json.read(files.open(new Path(folder, record)), JsonNode.class).get("files");
        SortedMap<String, String> digests = new TreeMap<>();
        recorded.properties()
                .forEach(entry -> digests.put(entry.getKey(), entry.getValue().asText()));
        return digests;
    }

    private String digest(String relativePath) throws IOException {
        try (InputStream in = new BufferedInputStream(files.open(new Path(folder, relativePath)), BUFFER)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
