package org.mcpstrata.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.Generation;
import org.mcpstrata.publish.Publication;

/**
 * What an output folder holds: the published runs and what became of every drop.
 *
 * @param generations oldest first; readers see the last
 * @param drops in order of payer and drop
 */
public record Status(List<Generation> generations, List<DropLine> drops) {
    public Status {
        generations = List.copyOf(generations);
        drops = List.copyOf(drops);
    }

    /**
     * One drop as its report has it.
     *
     * @param state PENDING, REJECTED, QUARANTINED, ACCEPTED or SUPERSEDED
     * @param problems how many
     */
    public record DropLine(String payer, String drop, String state, long delivered, long accepted, int problems) {}

    /** The run that readers see now. */
    public Optional<Generation> current() {
        return generations.isEmpty() ? Optional.empty() : Optional.of(generations.get(generations.size() - 1));
    }

    /** Reads an output folder; changes nothing. */
    public static Status of(String out, Configuration conf) {
        try {
            List<Generation> generations =
                    Publication.at(new Path(out), conf).generations().all();
            List<DropLine> drops = new ArrayList<>();
            FileSystem files = new Path(out).getFileSystem(conf);
            for (Path payer : folders(files, new Path(out, "drops"))) {
                for (Path drop : folders(files, payer)) {
                    Path report = new Path(drop, "report.json");
                    if (files.exists(report)) {
                        drops.add(line(files, report));
                    }
                }
            }
            return new Status(generations, drops);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "The folder cannot be read.");
        }
    }

    private static TreeSet<Path> folders(FileSystem files, Path parent) throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        if (files.exists(parent)) {
            for (FileStatus status : files.listStatus(parent)) {
                if (status.isDirectory()) {
                    folders.add(status.getPath());
                }
            }
        }
        return folders;
    }

    private static DropLine line(FileSystem files, Path report) throws IOException {
        try (InputStream in = files.open(report)) {
            JsonNode json = new ObjectMapper().readTree(in);
            long delivered = 0;
            long accepted = 0;
            for (JsonNode file : json.path("files")) {
                delivered += file.path("delivered").asLong();
                accepted += file.path("accepted").asLong();
            }
            return new DropLine(
                    json.path("payer").asText(),
                    json.path("drop").asText(),
                    json.path("state").asText(),
                    delivered,
                    accepted,
                    json.path("problems").size());
        }
    }
}
