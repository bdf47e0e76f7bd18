package org.mcpstrata.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** A local or mounted POSIX file system. A hard link of a finished file is both whole and first-come. */
final class PosixCommitFiles implements CommitFiles {
    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        // A link to the folder is the folder: who moves results to another disk puts one in their place.
        if (!Files.isDirectory(local(folder))) {
            return List.of();
        }
        try (Stream<java.nio.file.Path> entries = Files.list(local(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public SortedMap<String, Long> tree(Path folder) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        if (Files.notExists(local(folder))) {
            return files;
        }
        java.nio.file.Path root = local(folder).toRealPath();
        try (Stream<java.nio.file.Path> entries = Files.walk(root)) {
            for (java.nio.file.Path entry : (Iterable<java.nio.file.Path>) entries::iterator) {
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(root.relativize(entry).toString(), Files.size(entry));
                }
            }
        } catch (UncheckedIOException e) {
            // So a walk says that it cannot go on.
            throw e.getCause();
        }
        return files;
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return Files.newInputStream(local(file));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(local(file).getParent());
        try (FileChannel channel =
                FileChannel.open(local(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(local(folder));
    }

    @Override
    public void moveFolder(Path from, Path to) throws IOException {
        if (Files.exists(local(to), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.getName());
        }
        try {
            // rename(2) refuses a folder that holds anything, so a rival that came first is not overwritten.
            Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException e) {
            throw new FileAlreadyExistsException(to.getName());
        }
    }

    @Override
    public void createIfAbsent(Path finished, Path target) throws IOException {
        Files.createDirectories(local(target).getParent());
        try {
            Files.createLink(local(target), local(finished));
        } catch (UnsupportedOperationException e) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_FILE_SYSTEM, Place.of("--out"), "It has no hard links.");
        }
    }

    @Override
    public void replace(Path finished, Path target) throws IOException {
        Files.move(local(finished), local(target), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path path) throws IOException {
        java.nio.file.Path root = local(path);
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<java.nio.file.Path> entries = Files.walk(root)) {
            for (java.nio.file.Path entry :
                    entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Optional<Closeable> claim(Path mark) throws IOException {
        Files.createDirectories(local(mark).getParent());
        Optional<Object> before = identity(mark);
        FileChannel channel = FileChannel.open(local(mark), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            // The system drops the lock when the process dies, however it dies.
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held inside this very process: its holder is alive.
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        if (before.isEmpty() || !identity(mark).equals(before)) {
            // Made just now, or another file than was opened, whose last holder removed it: look again until it stays.
            channel.close();
            return claim(mark);
        }
        return Optional.of(() -> {
            Files.deleteIfExists(local(mark));
            channel.close();
        });
    }

    /** Which file has the name; asked without opening it, since closing it would give up the lock. */
    private static Optional<Object> identity(Path mark) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(local(mark), BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Closeable> claimDead(Path mark) throws IOException {
        return claim(mark);
    }
}
