package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files of this machine or of a Hadoop file system, always by their exact names: nothing here takes a pattern. Local
 * files are read without Hadoop's local file system, which hides checksum files and follows links.
 */
final class FileStore {
    private static final int BUFFER = 1 << 16;

    private final Supplier<Configuration> source;
    private Configuration conf;

    FileStore(Configuration conf) {
        this(() -> conf);
        this.conf = requireNonNull(conf, "conf");
    }

    /** @param source asked once, and only when a file of another machine or a Parquet file needs Hadoop */
    FileStore(Supplier<Configuration> source) {
        this.source = requireNonNull(source, "source");
    }

    /** What stands in a folder. */
    enum Kind {
        REGULAR,
        FOLDER,
        /** A link, pipe, socket or device. */
        SPECIAL
    }

    /** @param modified milliseconds since 1970, as the file system says */
    record Entry(String name, Kind kind, long bytes, long modified) {}

    /** The folder's entries in byte order of their names. */
    List<Entry> list(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (isLocal(folder)) {
            try (DirectoryStream<java.nio.file.Path> found = Files.newDirectoryStream(local(folder))) {
                for (java.nio.file.Path path : found) {
                    entry(path).ifPresent(entries::add);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        } else {
            for (FileStatus status : fileSystem(folder).listStatus(folder)) {
                Kind kind = status.isSymlink() ? Kind.SPECIAL : status.isFile() ? Kind.REGULAR : Kind.FOLDER;
                entries.add(new Entry(status.getPath().getName(), kind, status.getLen(), status.getModificationTime()));
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    /** Nothing for what went away while its folder was listed. */
    private static Optional<Entry> entry(java.nio.file.Path path) throws IOException {
        BasicFileAttributes facts;
        try {
            facts = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Kind kind = facts.isRegularFile() ? Kind.REGULAR : facts.isDirectory() ? Kind.FOLDER : Kind.SPECIAL;
        return Optional.of(new Entry(
                path.getFileName().toString(),
                kind,
                facts.size(),
                facts.lastModifiedTime().toMillis()));
    }

    boolean exists(Path path) throws IOException {
        return isLocal(path)
                ? Files.exists(local(path), LinkOption.NOFOLLOW_LINKS)
                : fileSystem(path).exists(path);
    }

    long bytes(Path file) throws IOException {
        return isLocal(file)
                ? Files.size(local(file))
                : fileSystem(file).getFileStatus(file).getLen();
    }

    /** SHA-256 of a file's bytes; empty where there is no such file. */
    String sha256(Path file) throws IOException {
        if (!exists(file)) {
            return "";
        }
        try (InputStream in = open(file, 0)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    /** Opens a file at a position. */
    InputStream open(Path file, long position) throws IOException {
        if (isLocal(file)) {
            FileChannel channel = FileChannel.open(local(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            channel.position(position);
            return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        }
        FSDataInputStream in = fileSystem(file).open(file, BUFFER);
        in.seek(position);
        return in;
    }

    /** Creates a file that nobody else knows yet, for writing as it comes. */
    OutputStream create(Path file) throws IOException {
        if (isLocal(file)) {
            Files.createDirectories(local(file).getParent());
            return Files.newOutputStream(local(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return fileSystem(file).create(file, false);
    }

    /** Writes a small file as a whole: readers see the old or the new one. */
    void write(Path file, byte[] content) throws IOException {
        if (isLocal(file)) {
            java.nio.file.Path target = local(file);
            Files.createDirectories(target.getParent());
            // One name for each file: what a killed run left of it is written over by the next.
            java.nio.file.Path staged =
                    target.resolveSibling('.' + target.getFileName().toString() + ".staged");
            Files.write(staged, content);
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try (FSDataOutputStream out = fileSystem(file).create(file, true)) {
            out.write(content);
        }
    }

    /** Moves a finished file to its place, over an older one of the same name. */
    void move(Path from, Path to) throws IOException {
        if (isLocal(to)) {
            Files.createDirectories(local(to).getParent());
            Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        FileSystem fs = fileSystem(to);
        fs.mkdirs(to.getParent());
        if (fs.exists(to) && !fs.delete(to, false) || !fs.rename(from, to)) {
            throw new IOException("a finished file could not be moved to its place");
        }
    }

    /** Removes a file or folder with all it holds; absent is fine. */
    void delete(Path path) throws IOException {
        if (!isLocal(path)) {
            fileSystem(path).delete(path, true);
            return;
        }
        if (exists(path)) {
            try (Stream<java.nio.file.Path> all = Files.walk(local(path))) {
                for (java.nio.file.Path each :
                        all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    Configuration conf() {
        if (conf == null) {
            conf = source.get();
        }
        return conf;
    }

    private boolean isLocal(Path path) throws IOException {
        // Hadoop takes longer to start than a small drop to check: it is asked only about paths that do not say.
        return "file".equals(path.toUri().getScheme())
                || "file".equals(fileSystem(path).getUri().getScheme());
    }

    private FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(conf());
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
