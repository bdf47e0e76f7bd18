package org.mcpstrata.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.ipc.RemoteException;

/**
 * HDFS. Its rename without overwrite is one step of the name node, for files and for folders. A mark is a file that its
 * holder keeps open: the name node lends it to one writer at a time, who renews the lease while the process lives, and
 * lends it on a minute after it died, however it died.
 */
final class HdfsCommitFiles implements CommitFiles {
    /** What the name node says while another writer holds a file, or until it has settled a dead writer's end. */
    private static final Set<String> HELD = Set.of(
            "org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException",
            "org.apache.hadoop.hdfs.protocol.RecoveryInProgressException");

    private final FileContext files;

    HdfsCommitFiles(Path out, Configuration conf) throws IOException {
        this(FileContext.getFileContext(out.toUri(), conf));
    }

    HdfsCommitFiles(FileContext files) {
        this.files = files;
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        if (!files.util().exists(folder)) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>();
        RemoteIterator<FileStatus> entries = files.listStatus(folder);
        while (entries.hasNext()) {
            names.add(entries.next().getPath().getName());
        }
        return List.copyOf(names);
    }

    @Override
    public SortedMap<String, Long> tree(Path folder) throws IOException {
        String root = files.makeQualified(folder).toUri().getPath();
        SortedMap<String, Long> found = new TreeMap<>();
        if (!files.util().exists(folder)) {
            return found;
        }
        RemoteIterator<LocatedFileStatus> entries = files.util().listFiles(folder, true);
        while (entries.hasNext()) {
            LocatedFileStatus entry = entries.next();
            found.put(entry.getPath().toUri().getPath().substring(root.length() + 1), entry.getLen());
        }
        return found;
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return files.open(file);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        try (FSDataOutputStream out =
                files.create(file, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
            out.write(content);
            out.hsync();
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(file.getName());
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        files.mkdir(folder, FileContext.DEFAULT_PERM, true);
    }

    @Override
    public void moveFolder(Path from, Path to) throws IOException {
        rename(from, to);
    }

    @Override
    public void createIfAbsent(Path finished, Path target) throws IOException {
        if (!files.util().exists(target.getParent())) {
            makeFolder(target.getParent());
        }
        rename(finished, target);
    }

    /** FileContext throws where FileSystem would return false or nest one folder in the other. */
    private void rename(Path from, Path to) throws IOException {
        try {
            files.rename(from, to, Options.Rename.NONE);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(to.getName());
        }
    }

    @Override
    public void replace(Path finished, Path target) throws IOException {
        files.rename(finished, target, Options.Rename.OVERWRITE);
    }

    @Override
    public void delete(Path path) throws IOException {
        if (files.util().exists(path)) {
            files.delete(path, true);
        }
    }

    @Override
    public Optional<Closeable> claim(Path mark) throws IOException {
        try {
            return Optional.of(open(mark, EnumSet.of(CreateFlag.CREATE)));
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (RemoteException e) {
            return emptyWhereHeld(e);
        }
    }

    @Override
    public Optional<Closeable> claimDead(Path mark) throws IOException {
        try {
            return Optional.of(open(mark, EnumSet.of(CreateFlag.CREATE, CreateFlag.APPEND)));
        } catch (RemoteException e) {
            return emptyWhereHeld(e);
        }
    }

    private static Optional<Closeable> emptyWhereHeld(RemoteException refused) throws RemoteException {
        if (HELD.contains(refused.getClassName())) {
            return Optional.empty();
        }
        throw refused;
    }

    private Closeable open(Path mark, EnumSet<CreateFlag> how) throws IOException {
        FSDataOutputStream lease = files.create(mark, how, Options.CreateOpts.createParent());
        return () -> {
            try {
                lease.close();
            } finally {
                delete(mark);
            }
        };
    }
}
