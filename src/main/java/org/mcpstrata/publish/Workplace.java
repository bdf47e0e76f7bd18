package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Where a run keeps what it has read until it is known which of it counts: {@code _work-<attempt>} in the output
 * folder. A mark beside it tells other runs that its holder is alive; closing removes both, and the next start
 * removes what a dead run could not.
 */
public final class Workplace implements Closeable {
    private static final Pattern NAMES = Pattern.compile("(_work-[a-z0-9-]{1,60})(\\.mark)?");
    private static final String MARK = ".mark";

    private final Path folder;
    private final CommitFiles files;
    private final Closeable mark;

    private Workplace(Path folder, CommitFiles files, Closeable mark) {
        this.folder = requireNonNull(folder, "folder");
        this.files = requireNonNull(files, "files");
        this.mark = requireNonNull(mark, "mark");
    }

    static Workplace open(Path parent, String attempt, CommitFiles files) throws IOException {
        String name = "_work-" + attempt;
        if (!NAMES.matcher(name).matches()) {
            throw new IllegalArgumentException("an attempt is named with small letters, digits and hyphens");
        }
        Closeable mark = files.claim(new Path(parent, name + MARK))
                .orElseThrow(() -> new IllegalArgumentException("another living run has this attempt's name"));
        return new Workplace(new Path(parent, name), files, mark);
    }

    /** What a name belongs to; empty for everything that is no run's work. */
    static Optional<String> of(String name) {
        Matcher matcher = NAMES.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Removes dead work; false where its holder may be alive. */
    static boolean clean(Path parent, String name, CommitFiles files) throws IOException {
        Optional<Closeable> dead = files.claimDead(new Path(parent, name + MARK));
        if (dead.isEmpty()) {
            return false;
        }
        try (Closeable mark = dead.get()) {
            files.delete(new Path(parent, name));
        }
        return true;
    }

    /** The folder; whoever writes there makes it. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (Closeable released = mark) {
            files.delete(folder);
        }
    }
}
