package org.mcpstrata.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.security.AccessControlException;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * A delivered file or folder that cannot be read, went away or changed after the landing folder was listed. What is wrong
 * with it is its drop's fault to bear, never this program's; its text is one of ours, for that of a file system may hold
 * anything.
 */
final class UnreadableDelivery extends IOException {
    private final Problem problem;

    private UnreadableDelivery(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What a file system's exception means for the drop. */
    static UnreadableDelivery of(IOException failure, Place at) {
        if (failure instanceof UnreadableDelivery already) {
            return already;
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return new UnreadableDelivery(new Problem(ProblemCode.FILE_MISSING, at, "It was there a moment before."));
        }
        boolean denied = failure instanceof AccessDeniedException || failure instanceof AccessControlException;
        return new UnreadableDelivery(new Problem(
                ProblemCode.FILE_UNREADABLE, at, denied ? "The permission is missing." : "The file system failed."));
    }

    /** A file whose bytes were those of the manifest, and now cannot be decoded any more. */
    static UnreadableDelivery changed(Place at) {
        return new UnreadableDelivery(
                new Problem(ProblemCode.SIZE_OR_DIGEST_MISMATCH, at, "It no longer reads as it did a moment before."));
    }

    /** Whether there is nothing any more at that place. */
    boolean isGone() {
        return problem.code() == ProblemCode.FILE_MISSING;
    }

    Problem problem() {
        return problem;
    }
}
