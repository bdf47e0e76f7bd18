package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.Generation;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.RunId;

/**
 * What an output folder holds: the published runs and every drop it has seen.
 *
 * @param runs one for each generation, oldest first; readers see the last
 * @param ledgerVersion of the drop ledger, 0 where nothing was ever read
 * @param drops the drop ledger, in order of payer, drop and arrival
 */
public record Status(List<RunLine> runs, int ledgerVersion, List<DropEntry> drops) {
    public Status {
        runs = List.copyOf(runs);
        drops = List.copyOf(drops);
    }

    /**
     * One generation and what its run was asked for.
     *
     * @param reason why an earlier run was named again; empty for a new run
     * @param program the program's id; empty, like all that follows, where the run's folder or record is gone
     * @param asOf the run-out cut-off, or that everything delivered counts
     * @param drops how many it rests on
     */
    public record RunLine(
            int generation, String runId, String reason, String program, String period, String asOf, int drops) {
        public RunLine {
            requireNonNull(runId, "runId");
            requireNonNull(reason, "reason");
            requireNonNull(program, "program");
            requireNonNull(period, "period");
            requireNonNull(asOf, "asOf");
        }
    }

    /** The run that readers see now. */
    public Optional<RunLine> current() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /**
     * Reads an output folder; changes nothing.
     *
     * @throws ProblemException where there is no such folder, or no run ever wrote there
     */
    public static Status of(String out, Configuration conf) {
        Path folder = new Path(out);
        try {
            if (!folder.getFileSystem(conf).exists(folder)) {
                throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "The folder does not exist.");
            }
            Publication publication = Publication.at(folder, conf);
            List<RunLine> runs = new ArrayList<>();
            for (Generation generation : publication.generations().all()) {
                runs.add(line(generation, publication.folder(new RunId(generation.runId())), conf));
            }
            DropLedger ledger = LedgerKeeper.read(publication);
            if (runs.isEmpty() && ledger.version() == 0) {
                throw new ProblemException(
                        ProblemCode.BAD_OPTION,
                        Place.of("--out"),
                        "No run ever wrote there; name the folder of --out.");
            }
            return new Status(runs, ledger.version(), ledger.entries());
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "The folder cannot be read.");
        }
    }

    private static RunLine line(Generation generation, Path folder, Configuration conf) throws IOException {
        JsonNode json = record(new Path(folder, "run.json"), conf);
        return new RunLine(
                generation.generation(),
                generation.runId(),
                generation.reason(),
                json.path("facts").path("program").asText(),
                json.path("inputs").path("period").asText(),
                json.path("inputs").path("as of").asText(),
                json.path("facts").path("dropOrder").size());
    }

    /** What a run says of itself; nothing where it is gone or damaged, which keeps nobody from the other runs. */
    private static JsonNode record(Path file, Configuration conf) throws IOException {
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            return new ObjectMapper().readTree(in);
        } catch (FileNotFoundException | JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
