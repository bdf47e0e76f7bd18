package org.mcpstrata.cli;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.run.Status;
import picocli.CommandLine.Option;

/** The published run that a command is about: {@code --out} and {@code --run}. */
final class WantedRun {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder with the results.")
    private String out;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Run to take; 'status' lists them (default the one that readers see).")
    private String run;

    /** Folder with the results. */
    String out() {
        return out;
    }

    /** The run's id as it was given; empty for the one that readers see. */
    Optional<String> id() {
        return Optional.ofNullable(run);
    }

    /** The run's own folder. */
    Path folder(Configuration conf) {
        return Publication.at(new Path(out), conf).folder(Folders.run(Status.of(out, conf), run));
    }
}
