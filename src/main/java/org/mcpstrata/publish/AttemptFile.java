package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/** A file that a task writes under a name of its own and then gives its part's name, which one attempt can do. */
record AttemptFile(Path folder, String name) {
    AttemptFile {
        requireNonNull(folder, "folder");
        requireNonNull(name, "name");
    }

    Path path() {
        return new Path(folder, Staging.ATTEMPT + TaskContext.get().taskAttemptId() + "-" + name);
    }

    void takeName(Configuration conf) throws IOException {
        Path attempt = path();
        CommitFiles files = CommitFiles.of(attempt, conf);
        try {
            files.createIfAbsent(attempt, new Path(folder, name));
        } catch (FileAlreadyExistsException e) {
            // Another attempt at this task finished first, with the same rows: its file is as good, and verified.
            files.delete(attempt);
        }
        files.delete(attempt);
    }
}
