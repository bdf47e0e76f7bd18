package org.mcpstrata.testdeck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * A deck as one FHIR NDJSON drop of a payer that covers nobody. Resource ids repeat across the cases of a deck, so every id
 * and reference gets its patient's id in front.
 */
public final class DeckDrop {
    /** The payer's id, under which the patients' ids are member ids. */
    public static final String PAYER = "deck";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, List<String>> linesByType = new TreeMap<>();

    private DeckDrop() {}

    /** Writes the deck's drop below a landing folder. */
    public static void write(Deck deck, Path landing) {
        DeckDrop drop = new DeckDrop();
        for (DeckCase patient : deck.cases()) {
            Path bundle = deck.folder().resolve(Deck.CASES).resolve(patient.id() + ".json");
            try {
                drop.add(patient.id(), JSON.readTree(bundle.toFile()).path("entry"));
            } catch (IOException e) {
                throw new ProblemException(
                        ProblemCode.CONFIGURATION_INVALID,
                        Place.of(deck.measureId() + "/" + deck.edition())
                                .inFile(bundle.getFileName().toString()),
                        "The bundle is not JSON.");
            }
        }
        try {
            drop.writeFiles(deck.year(), landing);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("the deck's drop"), e);
        }
    }

    private void add(String patientId, JsonNode entries) throws IOException {
        List<ObjectNode> resources = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode entry : entries) {
            if (entry.path("resource") instanceof ObjectNode resource && resource.has("resourceType")) {
                resources.add(resource);
                known.add(resource.get("resourceType").asText() + "/"
                        + resource.path("id").asText());
            }
        }
        for (ObjectNode resource : resources) {
            renameReferences(resource, known, patientId);
            String type = resource.get("resourceType").asText();
            String id = patientId + "-" + resource.path("id").asText();
            resource.put("id", type.equals("Patient") ? patientId : id);
            linesByType.computeIfAbsent(type, any -> new ArrayList<>()).add(JSON.writeValueAsString(resource));
        }
    }

    private static void renameReferences(JsonNode node, Set<String> known, String patientId) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            String[] path = object.get("reference").asText().split("/");
            String id = path[path.length - 1];
            String type = path.length > 1 ? path[path.length - 2] : "";
            if (type.equals("Patient")) {
                object.put("reference", "Patient/" + patientId);
            } else if (known.contains(type + "/" + id)) {
                object.put("reference", type + "/" + patientId + "-" + id);
            }
        }
        node.forEach(child -> renameReferences(child, known, patientId));
    }

    private void writeFiles(int year, Path landing) throws IOException {
        // Some cases hold events years after the measurement period; the drop is made later than all of them.
        String dropId = (year + 5) + "0115T000000Z-001";
        Path folder = Files.createDirectories(landing.resolve(PAYER).resolve(dropId));
        ArrayNode files = JSON.createArrayNode();
        for (Map.Entry<String, List<String>> type : linesByType.entrySet()) {
            byte[] bytes = (String.join("\n", type.getValue()) + "\n").getBytes(StandardCharsets.UTF_8);
            String name = type.getKey() + ".ndjson";
            Files.write(folder.resolve(name), bytes);
            files.add(entry(name, type.getKey(), bytes, type.getValue().size()));
        }
        ObjectNode manifest = JSON.createObjectNode()
                .put("manifestVersion", 1)
                .put("payer", PAYER)
                .put("lineOfBusiness", "NONE")
                .put("drop", dropId)
                .put("createdAt", (year + 5) + "-01-15T00:00:00Z")
                .put("mode", "full");
        manifest.putObject("period").put("start", (year - 15) + "-01-01").put("end", year + "-12-31");
        manifest.putArray("supersedes");
        manifest.set("files", files);
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    private static ObjectNode entry(String name, String type, byte[] bytes, int records) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("type", type)
                .put("format", "fhir-ndjson")
                .put("layoutVersion", "R4")
                .put("compression", "none")
                .put("encoding", "UTF-8")
                .put("bytes", bytes.length)
                .put("sha256", DigestUtils.sha256Hex(bytes))
                .put("records", records);
    }
}
