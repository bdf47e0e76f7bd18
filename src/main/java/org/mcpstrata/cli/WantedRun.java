package org.mcpstrata.cli;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.run.Status;
import picocli.CommandLine.Option;

/** The published run that a command is about: {@code --out} and {@code --run}. */
final class WantedRun {
    @Option(
            names = "--out",
            converter = FolderName.class,
            required = true,
            paramLabel = "DIR",
            description = "Folder with the results.")
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

    /**
     * The run's own folder, where the tables that are handed on are what was committed.
     *
     * @param read tables that will be read
     */
    Path folder(Configuration conf, List<TableSchema> read) {
        Publication publication = Publication.at(new Path(out), conf);
        RunId id = Folders.run(Status.of(out, conf), run);
        publication.requireIntact(
                id, file -> read.stream().anyMatch(table -> file.startsWith("restricted/" + table.name() + '/')));
        return publication.folder(id);
    }
}
