package org.mcpstrata.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;

/** A file system whose n-th call fails: before it does anything, or after it did. */
final class FaultyCommitFiles implements CommitFiles {
    private final CommitFiles real;
    private final int failing;
    private final boolean afterEffect;
    private int calls;

    FaultyCommitFiles(CommitFiles real, int failing, boolean afterEffect) {
        this.real = real;
        this.failing = failing;
        this.afterEffect = afterEffect;
    }

    /** Whether the fault has happened. */
    boolean hasFired() {
        return calls >= failing;
    }

    int calls() {
        return calls;
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    private <T> T call(Call<T> call) throws IOException {
        calls++;
        if (calls == failing && !afterEffect) {
            throw new IOException("a fault before call " + calls);
        }
        T result = call.run();
        if (calls == failing) {
            throw new IOException("a fault after call " + calls);
        }
        return result;
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void deed(Deed deed) throws IOException {
        call(() -> {
            deed.run();
            return true;
        });
    }

    private interface Claim {
        Optional<Closeable> on(Path mark) throws IOException;
    }

    /** A writer that dies right after its claim leaves the mark, and the system drops the lock. */
    private Optional<Closeable> claimed(Path mark, Claim claim) throws IOException {
        calls++;
        if (calls == failing && !afterEffect) {
            throw new IOException("a fault before call " + calls);
        }
        Optional<Closeable> held = claim.on(mark);
        if (calls == failing) {
            if (held.isPresent()) {
                held.get().close();
                real.write(mark, new byte[0]);
            }
            throw new IOException("a fault after call " + calls);
        }
        return held.map(closeable -> () -> giveBack(mark, closeable));
    }

    /** A mark that cannot be removed stays, and the system drops the lock when its holder ends. */
    private void giveBack(Path mark, Closeable held) throws IOException {
        calls++;
        held.close();
        if (calls == failing) {
            if (!afterEffect) {
                real.write(mark, new byte[0]);
            }
            throw new IOException("a fault at call " + calls);
        }
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        return call(() -> real.names(folder));
    }

    @Override
    public SortedMap<String, Long> tree(Path folder) throws IOException {
        return call(() -> real.tree(folder));
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return call(() -> real.open(file));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        deed(() -> real.write(file, content));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        deed(() -> real.makeFolder(folder));
    }

    @Override
    public void moveFolder(Path from, Path to) throws IOException {
        deed(() -> real.moveFolder(from, to));
    }

    @Override
    public void createIfAbsent(Path finished, Path target) throws IOException {
        deed(() -> real.createIfAbsent(finished, target));
    }

    @Override
    public void replace(Path finished, Path target) throws IOException {
        deed(() -> real.replace(finished, target));
    }

    @Override
    public void delete(Path path) throws IOException {
        deed(() -> real.delete(path));
    }

    @Override
    public Optional<Closeable> claim(Path mark) throws IOException {
        return claimed(mark, real::claim);
    }

    @Override
    public Optional<Closeable> claimDead(Path mark) throws IOException {
        return claimed(mark, real::claimDead);
    }
}
