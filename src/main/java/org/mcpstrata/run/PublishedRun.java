package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.publish.Generation;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * A published run as its own record describes it, for asking it further questions.
 *
 * @param inputs what its id was made of
 * @param drops the drops that count, in their order
 */
public record PublishedRun(String runId, Path folder, SortedMap<String, String> inputs, Drops drops) {
    /** Which option of the command line gives each kind of definition file. */
    private static final SortedMap<String, String> OPTIONS = new TreeMap<>(Map.of(
            "measures", "--measures",
            "local measures", "--measures",
            "program", "--program",
            "value sets", "--value-sets"));

    public PublishedRun {
        requireNonNull(runId, "runId");
        requireNonNull(folder, "folder");
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        requireNonNull(drops, "drops");
    }

    /** The order of the drops, as {@code run.json} keeps it. */
    static List<Map<String, String>> dropOrder(Drops drops) {
        List<Map<String, String>> order = new ArrayList<>();
        for (Drops.Drop drop : drops.ordered()) {
            order.add(new TreeMap<>(Map.of(
                    "payer", drop.payerId(),
                    "drop", drop.dropId(),
                    "lineOfBusiness", drop.lineOfBusiness().name(),
                    "createdAt", drop.createdAt())));
        }
        return order;
    }

    /**
     * Reads the record of a committed run. Whether the tables are what was committed is for whoever reads them to ask.
     *
     * @param wanted a run id, or empty for the run that readers see now
     * @throws ProblemException also where the record is not the committed one
     */
    public static PublishedRun open(String out, Optional<String> wanted, Configuration conf) {
        Publication publication = Publication.at(new Path(out), conf);
        List<Generation> generations = publication.generations().all();
        if (generations.isEmpty()) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "Nothing is published there.");
        }
        String runId = wanted.orElse(generations.get(generations.size() - 1).runId());
        if (generations.stream().noneMatch(each -> each.runId().equals(runId))) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--run"), "No generation names this run.");
        }
        Path folder = publication.folder(new RunId(runId));
        Path file = new Path(folder, "run.json");
        JsonNode record;
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            record = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--out").inFile("run.json"), "The file cannot be read.");
        }
        publication.requireIntact(new RunId(runId), none -> false);
        return of(runId, folder, record);
    }

    private static PublishedRun of(String runId, Path folder, JsonNode json) {
        SortedMap<String, String> inputs = new TreeMap<>();
        json.path("inputs")
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asText()));
        JsonNode order = json.path("facts").path("dropOrder");
        if (order.isEmpty() || !RunInputs.RESULT_FORMAT.equals(inputs.get("result format"))) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("--out").inFile("run.json"),
                    "Another version of this program made the run; run again with this one.");
        }
        List<Drops.Drop> drops = new ArrayList<>();
        for (JsonNode drop : order) {
            drops.add(new Drops.Drop(
                    drop.path("payer").asText(),
                    drop.path("drop").asText(),
                    LineOfBusiness.valueOf(drop.path("lineOfBusiness").asText()),
                    drop.path("createdAt").asText()));
        }
        return new PublishedRun(runId, folder, inputs, new Drops(drops));
    }

    /** The year that the run is of. */
    public MeasurementPeriod period() {
        return new MeasurementPeriod(Integer.parseInt(inputs.get("period")));
    }

    RunOut runOut() {
        String asOf = inputs.get("as of");
        return RunOut.of(asOf.equals(RunInputs.EVERYTHING) ? Optional.empty() : Optional.of(LocalDate.parse(asOf)));
    }

    CancellationRules cancellations() {
        // Runs of before there was a choice do not say so.
        String latestWins = inputs.getOrDefault(RunInputs.LATEST_WINS, RunInputs.NO_PAYER);
        return latestWins.equals(RunInputs.NO_PAYER)
                ? CancellationRules.PAIR_OFF
                : new CancellationRules(new TreeSet<>(List.of(latestWins.split(","))));
    }

    /** Refuses definition files that are not those of the run, naming the options that give them. */
    public void requireSame(DefinitionFiles given) {
        SortedMap<String, String> digests = given.digests(period().year());
        Problems problems = new Problems();
        OPTIONS.forEach((kind, option) -> {
            String recorded = inputs.getOrDefault(kind, "");
            if (!recorded.equals(digests.getOrDefault(kind, ""))) {
                problems.add(new Problem(
                        ProblemCode.BAD_OPTION, Place.of(option), "The run was made with " + advice(kind, recorded)));
            }
        });
        problems.throwIfAny();
    }

    private static String advice(String kind, String recorded) {
        if (kind.equals("local measures") && recorded.isEmpty()) {
            return "the shipped measures alone; leave the option out.";
        }
        if (recorded.equals(DefinitionFiles.AS_SHIPPED)) {
            return "the shipped value sets; leave the option out.";
        }
        return "other " + kind + "; give those it was made with.";
    }
}
