package org.mcpstrata.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * What publication needs of a file system, and nothing more. Two kinds can do it: POSIX through hard links and HDFS
 * through renames that refuse to overwrite. Hadoop's own local file system cannot: it lets two writers create one file.
 */
interface CommitFiles {
    /** The file system of a path; one that cannot publish atomically is refused by name. */
    static CommitFiles of(Path out, Configuration conf) throws IOException {
        FileSystem system = out.getFileSystem(conf);
        String scheme = system.getUri().getScheme();
        return switch (scheme) {
            case "file" -> new PosixCommitFiles();
            case "hdfs" -> new HdfsCommitFiles(system.makeQualified(out), conf);
            default ->
                throw new ProblemException(
                        ProblemCode.UNSUPPORTED_FILE_SYSTEM, Place.of("--out"), "It is of kind " + scheme + ".");
        };
    }

    /** Names in a folder, or in the one that a link leads to, sorted; empty where there is none. */
    List<String> names(Path folder) throws IOException;

    /** All files below a folder, by relative path, with their sizes; empty where there is no such folder. */
    SortedMap<String, Long> tree(Path folder) throws IOException;

    InputStream open(Path file) throws IOException;

    /** Writes a new file durably, with the folders it needs. */
    void write(Path file, byte[] content) throws IOException;

    void makeFolder(Path folder) throws IOException;

    /** Moves a folder at once; never into an existing one. */
    void moveFolder(Path from, Path to) throws FileAlreadyExistsException, IOException;

    /** Gives a finished file its public name at once, for exactly one of all who try. The finished file may remain. */
    void createIfAbsent(Path finished, Path target) throws FileAlreadyExistsException, IOException;

    /** Moves a finished file over another at once: readers see the old or the new one. */
    void replace(Path finished, Path target) throws IOException;

    /** Removes a file or a folder with all it holds; nothing to remove is no failure. */
    void delete(Path path) throws IOException;

    /** Marks work as alive until closed; empty where somebody alive holds the mark. */
    Optional<Closeable> claim(Path mark) throws IOException;

    /** Takes over the mark of dead work; empty where its holder is alive or nobody can tell. */
    Optional<Closeable> claimDead(Path mark) throws IOException;
}
