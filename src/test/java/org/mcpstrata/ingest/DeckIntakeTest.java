package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;

/** Resources as the authors of official measures write them come in without a single reject. */
class DeckIntakeTest {
    @TempDir
    Path landing;

    @TempDir
    Path out;

    @Test
    void everyResourceOfTheOfficialDecksIsRead() throws IOException {
        Path decks = SharedFolder.require("testdecks");
        long conditions = 0;
        try (Stream<Path> all = Files.walk(decks)) {
            for (Path deck : all.filter(path -> path.endsWith("cases")).sorted().toList()) {
                String payer = decks.relativize(deck.getParent())
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", "-");
                conditions += send(deck, payer);
            }
        }

        try (Intake intake = new Intake()) {
            IngestResult result = intake.read(landing, out);

            assertThat(result.outcomes()).isNotEmpty().allSatisfy(drop -> {
                assertThat(drop.problems()).isEmpty();
                assertThat(drop.state()).isEqualTo(DropState.ACCEPTED);
            });
            assertThat(result.laws()).allMatch(Law::holds);
            assertThat(intake.rows(result, Table.CONDITION)).hasSize((int) conditions);
            assertThat(intake.rows(result, Table.MEDICATION)).allMatch(row -> row.text("code") != null);
            assertThat(intake.rows(result, Table.OBSERVATION))
                    .filteredOn(row -> "cancelled".equals(row.text("status")))
                    .isNotEmpty()
                    .allMatch(row -> !row.list("reason_codes").isEmpty());
        }
    }

    /** Writes one deck as a drop and answers how many conditions it holds. */
    private long send(Path cases, String payer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        SortedMap<String, StringBuilder> lines = new TreeMap<>();
        long conditions = 0;
        try (Stream<Path> files = Files.list(cases)) {
            for (Path file : files.sorted().toList()) {
                String person = file.getFileName().toString().replace(".json", "");
                for (JsonNode entry : json.readTree(file.toFile()).get("entry")) {
                    JsonNode resource = entry.get("resource");
                    String type = resource.get("resourceType").textValue();
                    // Ids repeat across the cases of a deck.
                    String id = type.equals("Patient")
                            ? person
                            : person + '-' + resource.get("id").textValue();
                    ((ObjectNode) resource).put("id", id);
                    String line = resource.toString()
                            .replaceAll("\"[^\"]*\\bPatient/[^\"]*\"", "\"Patient/" + person + '"')
                            .replaceAll("\"(Medication|Encounter|Condition)/", "\"$1/" + person + '-');
                    lines.computeIfAbsent(type, any -> new StringBuilder())
                            .append(line)
                            .append('\n');
                    conditions += type.equals("Condition") ? 1 : 0;
                }
            }
        }
        DropDraft draft = new DropDraft(landing, payer, "d1").set(root -> root.put("lineOfBusiness", "NONE"));
        lines.forEach((type, text) -> draft.fhir(type + ".ndjson", type, text.toString()));
        draft.send();
        return conditions;
    }
}
