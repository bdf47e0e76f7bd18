package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;

/**
 * The right to read drops and to replace accepted rows in an output folder, which one living run has at a time. Closing it never
 * fails: by then the result stands, and a mark whose holder is dead keeps nobody out.
 */
public final class SoleRun implements AutoCloseable {
    private final Closeable mark;

    SoleRun(Closeable mark) {
        this.mark = requireNonNull(mark, "mark");
    }

    @Override
    public void close() {
        try {
            mark.close();
        } catch (IOException e) {
            // The mark is dead with this process, by which the next run takes it over.
        }
    }
}
