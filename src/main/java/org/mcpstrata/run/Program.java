package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * A program whose measure set and practices apply: configuration, never code.
 *
 * @param id for example {@code mcp-2025}
 * @param measurementYears the years the program is configured for
 * @param source where its rules are written
 * @param unverified what rests on memory only, or empty
 * @param states two letters each
 * @param payerOrder which payer wins a tie between payers; unlisted payers follow by id
 * @param participants which measures a kind of participant is scored on
 * @param confidence of intervals
 * @param referenceGroups the stratum others are compared with, by stratifier
 */
record Program(
        @JsonProperty(value = "program", required = true) String id,
        @JsonProperty(value = "title", required = true) String title,

        @JsonProperty(value = "measurement years", required = true)
        Years measurementYears,

        @JsonProperty("source") String source,
        @JsonProperty("unverified") String unverified,
        @JsonProperty(value = "states", required = true) List<String> states,
        @JsonProperty("payer order") List<String> payerOrder,
        @JsonProperty("participants") List<Participant> participants,
        @JsonProperty(value = "confidence", required = true) double confidence,
        @JsonProperty("reference groups") Map<String, String> referenceGroups) {
    Program {
        requireNonNull(id, "program");
        requireNonNull(title, "title");
        requireNonNull(measurementYears, "measurement years");
        source = source == null ? "" : source;
        unverified = unverified == null ? "" : unverified;
        states = List.copyOf(states);
        payerOrder = payerOrder == null ? List.of() : List.copyOf(payerOrder);
        participants = participants == null ? List.of() : List.copyOf(participants);
        referenceGroups = referenceGroups == null ? Map.of() : new TreeMap<>(referenceGroups);
    }

    /** First and last year. */
    record Years(
            @JsonProperty(value = "from", required = true) int from,
            @JsonProperty(value = "to", required = true) int to) {}

    /**
     * What one kind of participant is scored on.
     *
     * @param kind standard, FQHC, or IHS or Tribal
     */
    record Participant(
            @JsonProperty(value = "track", required = true) int track,
            @JsonProperty(value = "kind", required = true) String kind,

            @JsonProperty(value = "measures", required = true)
            List<String> measures) {
        Participant {
            requireNonNull(kind, "kind");
            measures = List.copyOf(measures);
        }
    }

    /** Reads a program file; an unknown or missing word is a problem at its line. */
    static Program read(Path file, int year) {
        Place place = Place.of(file.getFileName().toString());
        Program program;
        try {
            program = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), Program.class);
        } catch (JsonMappingException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new ProblemException(
                    ProblemCode.CONFIGURATION_INVALID,
                    place.atLine(line),
                    "A word is missing, unknown or of another type.");
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.CONFIGURATION_INVALID, place, "The file is no readable YAML.");
        }
        if (year < program.measurementYears().from()
                || year > program.measurementYears().to()) {
            throw new ProblemException(
                    ProblemCode.CONFIGURATION_INVALID,
                    place.atField("measurement years"),
                    "The year is not among them.");
        }
        return program;
    }
}
