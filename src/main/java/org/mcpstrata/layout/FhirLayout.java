package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.problem.ProblemCode;

/**
 * FHIR R4 bulk NDJSON: one resource a line, one resource type a file (inputs.md 3). Types no measure reads are accepted
 * without rows: they are counted and skipped.
 */
public final class FhirLayout implements RecordReader {
    /** Longest line of a file of this format, in bytes. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int DEEPEST = 30;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxDocumentLength(LONGEST_LINE)
                            .maxNameLength(256)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Map<String, FhirMapping> MAPPINGS = mappings();

    private final String resourceType;
    private final Medications medications;

    /**
     * @param resourceType the type every line of the file must have
     * @param medications the drop's Medication resources
     */
    public FhirLayout(String resourceType, Medications medications) {
        this.resourceType = requireNonNull(resourceType, "resourceType");
        this.medications = requireNonNull(medications, "medications");
    }

    private static Map<String, FhirMapping> mappings() {
        Map<String, FhirMapping> byType = new HashMap<>();
        byType.put("Patient", new FhirPatient());
        byType.put("Coverage", new FhirCoverage());
        byType.put("Encounter", new FhirEncounter());
        byType.put("Condition", new FhirCondition());
        byType.put("Observation", new FhirObservation());
        byType.put("QuestionnaireResponse", new FhirQuestionnaireResponse());
        byType.put("Procedure", new FhirProcedure());
        FhirMedicationUse medicationUse = new FhirMedicationUse();
        byType.put("MedicationRequest", medicationUse);
        byType.put("MedicationDispense", medicationUse);
        byType.put("MedicationStatement", medicationUse);
        FhirRequest request = new FhirRequest();
        byType.put("ServiceRequest", request);
        byType.put("DeviceRequest", request);
        byType.put("Task", request);
        byType.put("Communication", request);
        byType.put("CommunicationRequest", request);
        return Map.copyOf(byType);
    }

    @Override
    public RecordOutcome read(byte[] buffer, int from, int to, Provenance at, DropFacts drop) {
        try {
            FhirNode root = parse(buffer, from, to);
            FhirMapping mapping = MAPPINGS.get(resourceType);
            String id = root.text("id");
            if (id == null) {
                return RecordOutcome.rejected(ProblemCode.FIELD_MISSING, "id");
            }
            if (mapping == null) {
                return RecordOutcome.accepted(List.of());
            }
            FhirResource resource = new FhirResource(resourceType, id, root, at, drop.lineOfBusiness(), medications);
            return new RecordOutcome.Accepted(mapping.rows(resource), Optional.empty(), id, mapping.losesZip(resource));
        } catch (FieldProblem problem) {
            return problem.asOutcome();
        }
    }

    /** Id and codings of a Medication line, or nothing where the line is not a usable one. */
    public static Optional<Map.Entry<String, List<Coding>>> medication(byte[] buffer, int from, int to) {
        try {
            FhirNode root = new FhirLayout("Medication", Medications.NONE).parse(buffer, from, to);
            String id = root.text("id");
            List<Coding> codings = root.codings("code");
            return id == null ? Optional.empty() : Optional.of(Map.entry(id, codings));
        } catch (FieldProblem problem) {
            return Optional.empty();
        }
    }

    private FhirNode parse(byte[] buffer, int from, int to) {
        JsonNode json;
        try {
            json = JSON.readTree(buffer, from, to - from);
        } catch (IOException e) {
            // The parser's own message quotes the line; only the code goes on.
            throw new FieldProblem(ProblemCode.JSON_INVALID, "");
        }
        if (json == null || !json.isObject()) {
            throw new FieldProblem(ProblemCode.JSON_INVALID, "");
        }
        FhirNode root = new FhirNode(json, "");
        if (!resourceType.equals(root.text("resourceType"))) {
            throw new FieldProblem(ProblemCode.JSON_INVALID, "resourceType");
        }
        return root;
    }
}
