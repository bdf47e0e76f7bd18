package org.mcpstrata.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.layout.Coding;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.layout.FhirLayout;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;

/** One case of an official deck: a bundle of one patient, as canonical rows. */
record DeckCase(Person person, List<CanonicalRow> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DropFacts FACTS = new DropFacts(LineOfBusiness.NONE, LocalDate.of(2030, 1, 15));

    static DeckCase read(Path bundle) {
        List<JsonNode> resources = new ArrayList<>();
        json(bundle).get("entry").forEach(entry -> resources.add(entry.get("resource")));
        Medications medications = medications(resources);
        List<CanonicalRow> rows = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            rows.addAll(rows(resources.get(i), medications, i + 1));
        }
        return new DeckCase(person(rows), rows);
    }

    private static JsonNode json(Path bundle) {
        try {
            return JSON.readTree(Files.readAllBytes(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Medications medications(List<JsonNode> resources) {
        Map<String, List<Coding>> byId = new HashMap<>();
        for (JsonNode resource : resources) {
            if (resource.get("resourceType").asText().equals("Medication")) {
                byte[] line = bytes(resource);
                FhirLayout.medication(line, 0, line.length)
                        .ifPresent(entry -> byId.put(entry.getKey(), entry.getValue()));
            }
        }
        return new Medications(byId);
    }

    private static List<CanonicalRow> rows(JsonNode resource, Medications medications, int line) {
        String type = resource.get("resourceType").asText();
        byte[] json = bytes(resource);
        RecordOutcome outcome = new FhirLayout(type, medications)
                .read(json, 0, json.length, new Provenance("deck", "deck-1", type + ".ndjson", line), FACTS);
        if (outcome instanceof RecordOutcome.Accepted accepted) {
            return accepted.rows();
        }
        throw new IllegalStateException("a " + type + " of the deck was rejected: " + outcome);
    }

    private static byte[] bytes(JsonNode resource) {
        return resource.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Person person(List<CanonicalRow> rows) {
        for (CanonicalRow row : rows) {
            if (row.table() == Table.PATIENT) {
                return new PersonDraft(row.memberId())
                        .members(List.of(new Member("deck", row.memberId())))
                        .born(row.date("birth_date"))
                        .died(row.date("death_date"))
                        .medicare("UNKNOWN", "UNKNOWN")
                        .months(0)
                        .build();
            }
        }
        throw new IllegalStateException("a case without a patient");
    }
}
