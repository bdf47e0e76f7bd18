package org.mcpstrata.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns an official test deck into one FHIR NDJSON drop, so that its cases come in through the front door.
 *
 * <p>Resource ids repeat across the cases of a deck, so every id and reference is prefixed with the case's patient id.
 */
final class DeckDrop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path deck;
    private final int year;

    DeckDrop(Path deck, int year) {
        this.deck = deck;
        this.year = year;
    }

    /** Writes the drop of payer {@code deck} below the landing folder. */
    void writeTo(Path landing) throws IOException {
        // Some cases hold events years after the measurement period; the drop is made later than all of them.
        String dropId = (year + 5) + "0115T000000Z-001";
        Path folder = Files.createDirectories(landing.resolve("deck").resolve(dropId));
        SortedMap<String, StringBuilder> linesByType = new TreeMap<>();
        try (Stream<Path> cases = Files.list(deck.resolve("cases"))) {
            for (Path file : cases.sorted().toList()) {
                addCase(file, linesByType);
            }
        }
        ArrayNode files = JSON.createArrayNode();
        for (Map.Entry<String, StringBuilder> type : linesByType.entrySet()) {
            byte[] bytes = type.getValue().toString().getBytes(StandardCharsets.UTF_8);
            String name = type.getKey() + ".ndjson";
            Files.write(folder.resolve(name), bytes);
            files.add(manifestEntry(name, type.getKey(), bytes));
        }
        ObjectNode manifest = JSON.createObjectNode()
                .put("manifestVersion", 1)
                .put("payer", "deck")
                .put("lineOfBusiness", "NONE")
                .put("drop", dropId)
                .put("createdAt", (year + 5) + "-01-15T00:00:00Z")
                .put("mode", "full");
        manifest.putObject("period").put("start", (year - 15) + "-01-01").put("end", year + "-12-31");
        manifest.putArray("supersedes");
        manifest.set("files", files);
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    private static void addCase(Path file, SortedMap<String, StringBuilder> linesByType) throws IOException {
        String patientId = file.getFileName().toString().replace(".json", "");
        List<JsonNode> resources = JSON.readTree(file.toFile()).get("entry").findValues("resource").stream()
                .filter(resource -> resource.has("resourceType"))
                .toList();
        Set<String> known = new HashSet<>();
        for (JsonNode resource : resources) {
            known.add(resource.get("resourceType").asText() + "/"
                    + resource.path("id").asText());
        }
        for (JsonNode resource : resources) {
            ObjectNode copy = resource.deepCopy();
            renameReferences(copy, known, patientId);
            String type = copy.get("resourceType").asText();
            copy.put(
                    "id",
                    type.equals("Patient")
                            ? patientId
                            : patientId + "-" + copy.path("id").asText());
            linesByType
                    .computeIfAbsent(type, any -> new StringBuilder())
                    .append(JSON.writeValueAsString(copy))
                    .append('\n');
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

    private static ObjectNode manifestEntry(String name, String type, byte[] bytes) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("type", type)
                .put("format", "fhir-ndjson")
                .put("layoutVersion", "R4")
                .put("compression", "none")
                .put("encoding", "UTF-8")
                .put("bytes", bytes.length)
                .put("sha256", sha256(bytes))
                .put(
                        "records",
                        new String(bytes, StandardCharsets.UTF_8).lines().count());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
