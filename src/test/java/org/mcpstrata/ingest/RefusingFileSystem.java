package org.mcpstrata.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine, of which single ones are refused to everybody, the superuser too. */
public final class RefusingFileSystem extends RawLocalFileSystem {
    private static final String SCHEME = "refusing";
    private static final Map<String, Refusal> REFUSED = new ConcurrentHashMap<>();
    private static final Map<String, Integer> LOOKS = new ConcurrentHashMap<>();

    private record Refusal(int fromLook, IOException failure) {}

    /** Where the file system is found. */
    static void knownTo(Configuration conf) {
        conf.set("fs." + SCHEME + ".impl", RefusingFileSystem.class.getName());
    }

    static Path path(java.nio.file.Path local) {
        return new Path(SCHEME + ':' + local);
    }

    /**
     * From now on a file or folder can no longer be opened or listed.
     *
     * @param fromLook the first look at it that fails, from 1
     */
    static void refuse(java.nio.file.Path local, int fromLook, IOException failure) {
        REFUSED.put(local.toString(), new Refusal(fromLook, failure));
        LOOKS.remove(local.toString());
    }

    static void refuseNothing() {
        REFUSED.clear();
        LOOKS.clear();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path file, int buffer) throws IOException {
        look(file);
        return super.open(file, buffer);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        look(folder);
        return super.listStatus(folder);
    }

    private static void look(Path path) throws IOException {
        String name = path.toUri().getPath();
        Refusal refusal = REFUSED.get(name);
        if (refusal != null && LOOKS.merge(name, 1, Integer::sum) >= refusal.fromLook()) {
            throw refusal.failure();
        }
    }
}
