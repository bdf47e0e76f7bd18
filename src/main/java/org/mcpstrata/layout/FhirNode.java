package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.valueset.CodeSystem;

/**
 * One element of a FHIR resource with the path that leads to it. An element of another JSON type than FHIR says stops
 * the record; elements nobody reads are never looked at.
 */
final class FhirNode {
    private static final Map<String, String> SYSTEMS = ShortNames.load("/layout/code-systems.txt");
    private static final int MOST_DIGITS = 40;

    private final JsonNode json;
    private final String path;

    FhirNode(JsonNode json, String path) {
        this.json = requireNonNull(json, "json");
        this.path = requireNonNull(path, "path");
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /** FHIR knows no null; a sender that writes one means that there is nothing. */
    private JsonNode value(String name) {
        JsonNode found = json.get(name);
        return found == null || found.isNull() ? null : found;
    }

    /** The child object, or null where absent. */
    FhirNode child(String name) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        if (!found.isObject()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        return new FhirNode(found, at(name));
    }

    /** The objects of a repeated element, empty where absent. */
    List<FhirNode> children(String name) {
        JsonNode found = value(name);
        if (found == null) {
            return List.of();
        }
        if (!found.isArray()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        List<FhirNode> nodes = new ArrayList<>(found.size());
        for (JsonNode item : found) {
            if (!item.isObject()) {
                throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
            }
            nodes.add(new FhirNode(item, at(name)));
        }
        return nodes;
    }

    /** A text without blanks at its ends, or null where absent; control characters never get in. */
    String text(String name) {
        JsonNode found = value(name);
        return found == null ? null : clean(found, name);
    }

    /** The first of a repeated text, or null. */
    String firstText(String name) {
        JsonNode found = value(name);
        if (found == null || found.isEmpty()) {
            return null;
        }
        if (!found.isArray()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        return clean(found.get(0), name);
    }

    private String clean(JsonNode found, String name) {
        if (!found.isTextual()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        String text = found.textValue().strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
            if (control || c == '\uFFFD' || !pairedSurrogate(text, i)) {
                throw new FieldProblem(ProblemCode.ENCODING, at(name));
            }
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean pairedSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        return !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    Boolean flag(String name) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        if (!found.isBoolean()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        return found.booleanValue();
    }

    /** A number as delivered, or null; numbers too long to be a result are refused. */
    BigDecimal number(String name) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        if (!found.isNumber()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        BigDecimal number = found.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, at(name));
        }
        return number;
    }

    FhirDateTime dateTime(String name) {
        String text = text(name);
        return text == null ? null : FhirDateTime.parse(text, at(name));
    }

    FhirReference reference(String name) {
        FhirNode child = child(name);
        String text = child == null ? null : child.text("reference");
        return text == null ? null : FhirReference.parse(text);
    }

    /** Logical id of the resource a reference names, or null. */
    String referenceId(String name) {
        FhirReference reference = reference(name);
        return reference == null || reference.id().isEmpty() ? null : reference.id();
    }

    /** The codings of a CodeableConcept child, in order; codings without a code are passed over. */
    List<Coding> codings(String name) {
        FhirNode concept = child(name);
        return concept == null ? List.of() : concept.ownCodings();
    }

    /** The codings of a repeated CodeableConcept, in order. */
    List<Coding> allCodings(String name) {
        List<Coding> all = new ArrayList<>();
        children(name).forEach(concept -> all.addAll(concept.ownCodings()));
        return all;
    }

    /** The codings of a CodeableConcept that some types repeat and others do not. */
    List<Coding> oneOrMoreCodings(String name) {
        JsonNode found = value(name);
        return found != null && found.isArray() ? allCodings(name) : codings(name);
    }

    private List<Coding> ownCodings() {
        List<Coding> codings = new ArrayList<>();
        for (FhirNode coding : children("coding")) {
            Coding read = coding.asCoding();
            if (read != null) {
                codings.add(read);
            }
        }
        return codings;
    }

    /** This element as a Coding, or null where it has no code. */
    Coding asCoding() {
        String code = text("code");
        if (code == null) {
            return null;
        }
        String system = text("system");
        return new Coding(system == null ? "UNKNOWN" : shortName(system), code);
    }

    /** The name that canonical tables use; a system nobody knows keeps its own address. */
    private static String shortName(String system) {
        String name = SYSTEMS.get(system);
        return name != null
                ? name
                : CodeSystem.parse(system).map(CodeSystem::name).orElse(system);
    }

    /** The extensions, modifier extensions included, whose address ends in a name that passes the test. */
    List<FhirNode> extensions(Predicate<String> lastSegment) {
        List<FhirNode> found = new ArrayList<>();
        for (String kind : List.of("extension", "modifierExtension")) {
            for (FhirNode extension : children(kind)) {
                String url = extension.text("url");
                if (url != null && lastSegment.test(url.substring(url.lastIndexOf('/') + 1))) {
                    found.add(extension);
                }
            }
        }
        return found;
    }

    String at(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
