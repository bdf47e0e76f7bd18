package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What kind of failure a file met, for the person who looks after disks and permissions.
 *
 * @param kind simple name of the exception's class
 * @param reason one of {@link #REASONS}, where the system gave one of them; otherwise empty. The exception's own text is
 *     never taken: it may hold a path, and with it a name
 */
record FileFailure(String kind, String reason) implements Serializable {
    /** Words of the system that say what a person must put right. */
    private static final List<String> REASONS = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "Permission denied",
            "Operation not permitted",
            "Read-only file system",
            "Too many open files",
            "File too large",
            "File name too long",
            "Not a directory",
            "Input/output error",
            "Stale file handle",
            "Connection refused",
            "Filesystem closed");

    FileFailure {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
    }

    static FileFailure of(IOException failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        return new FileFailure(
                failure.getClass().getSimpleName(),
                REASONS.stream().filter(text::contains).findFirst().orElse(""));
    }

    /**
     * The failure of a file that is the cause of an exception: also one from a task of another process, or from an
     * iterator that may throw no checked exception. What is wrong with an object's form or with JSON is no such failure.
     */
    static Optional<FileFailure> behind(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof IOException failure
                    && !(each instanceof ObjectStreamException)
                    && !(each instanceof JacksonException)) {
                return Optional.of(of(failure));
            }
        }
        return Optional.empty();
    }

    /** As a sentence of a problem's detail. */
    String sentence() {
        return kind + (reason.isEmpty() ? "" : ": " + reason) + ".";
    }
}
