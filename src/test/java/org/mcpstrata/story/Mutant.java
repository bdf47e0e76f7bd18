package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.measure.read.SourceFile;

/**
 * A definition file with one number, bound or day moved by one step.
 *
 * @param leaf the text that is moved
 * @param after what stands there instead
 */
record Mutant(Reach.Leaf leaf, String after) {
    Mutant {
        requireNonNull(leaf, "leaf");
        requireNonNull(after, "after");
    }

    /** Every step away from what a measure's numerator rests on, in all of its years, each once. */
    static List<Mutant> of(SourceFile measure, List<SourceFile> files) {
        Set<String> seen = new LinkedHashSet<>();
        List<Mutant> mutants = new ArrayList<>();
        for (int year = measure.years().from(); year <= measure.years().to(); year++) {
            for (Reach.Leaf leaf : Reach.of(measure, files, year)) {
                for (String after : Steps.from(leaf.path(), leaf.text(), leaf.percent())) {
                    Mutant mutant = new Mutant(leaf, after);
                    if (seen.add(mutant.toString())) {
                        mutants.add(mutant);
                    }
                }
            }
        }
        return List.copyOf(mutants);
    }

    /** The whole file with the change; JSON, which is YAML too. */
    String text() {
        return json(Reach.node(leaf.file(), List.of()), leaf.path()).toPrettyString();
    }

    /** @param way what is left of the path; null beside it */
    private JsonNode json(Node node, List<String> way) {
        if (node instanceof Node.Text text) {
            return JsonNodeFactory.instance.textNode(way == null ? text.value() : after);
        }
        if (node instanceof Node.Items items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < items.items().size(); i++) {
                array.add(json(items.items().get(i), below(way, String.valueOf(i + 1))));
            }
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ((Node.Fields) node).fields().forEach((key, value) -> object.set(key, json(value, below(way, key))));
        return object;
    }

    private static List<String> below(List<String> way, String step) {
        return way == null || way.isEmpty() || !way.get(0).equals(step) ? null : way.subList(1, way.size());
    }

    @Override
    public String toString() {
        return leaf.place() + ": " + leaf.text() + " -> " + after;
    }
}
