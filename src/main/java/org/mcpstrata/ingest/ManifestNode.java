package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** One object of a manifest; whatever is missing or impossible becomes a problem and null. */
final class ManifestNode {
    private final JsonNode json;
    private final String path;
    private final Place place;
    private final Problems problems;

    ManifestNode(JsonNode json, String path, Place place, Problems problems) {
        this.json = json;
        this.path = path;
        this.place = place;
        this.problems = problems;
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return json.has(name);
    }

    void fault(String name, String detail) {
        problems.add(ProblemCode.MANIFEST_FIELD, place.atField(at(name)), detail);
    }

    /** An unknown field is a misspelt one until somebody says otherwise. Its name may be anything, so it stays unsaid. */
    void refuseOthersThan(Set<String> known) {
        Set<String> others = new TreeSet<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                others.add(name);
            }
        }
        if (!others.isEmpty()) {
            problems.add(
                    ProblemCode.MANIFEST_FIELD,
                    place.atField(path),
                    others.size() + " field(s) here are not in the contract.");
        }
    }

    String text(String name) {
        JsonNode found = json.get(name);
        if (found == null || !found.isTextual() || found.textValue().isEmpty()) {
            fault(name, "A text is needed.");
            return null;
        }
        return found.textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.ofNullable(text(name)) : Optional.empty();
    }

    <T> T parsed(String name, Function<String, Optional<T>> parser) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            fault(name, "");
        }
        return value.orElse(null);
    }

    <T> T optionalParsed(String name, Function<String, Optional<T>> parser, T otherwise) {
        return has(name) ? parsed(name, parser) : otherwise;
    }

    /** A whole number of at least zero, or -1 with a problem. */
    long whole(String name) {
        JsonNode found = json.get(name);
        if (found == null || !found.isIntegralNumber() || !found.canConvertToLong() || found.longValue() < 0) {
            fault(name, "A whole number of at least zero is needed.");
            return -1;
        }
        return found.longValue();
    }

    ManifestNode child(String name) {
        JsonNode found = json.get(name);
        if (found == null || !found.isObject()) {
            fault(name, "An object is needed.");
            return null;
        }
        return new ManifestNode(found, at(name), place, problems);
    }

    List<ManifestNode> children(String name) {
        JsonNode found = json.get(name);
        List<ManifestNode> nodes = new ArrayList<>();
        if (found == null || !found.isArray()) {
            fault(name, "A list is needed.");
            return nodes;
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isObject()) {
                nodes.add(new ManifestNode(found.get(i), at(name) + '[' + i + ']', place, problems));
            } else {
                fault(name, "Every item is an object.");
            }
        }
        return nodes;
    }

    List<String> optionalTexts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode found = json.get(name);
        if (found == null) {
            return texts;
        }
        if (!found.isArray()) {
            fault(name, "A list is needed.");
            return texts;
        }
        for (JsonNode item : found) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            } else {
                fault(name, "Every item is a text.");
            }
        }
        return texts;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
