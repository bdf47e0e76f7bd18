package org.mcpstrata.measure.lint;

import java.util.HashSet;
import java.util.Set;
import org.mcpstrata.document.Node;

/** Every scalar beneath a node. */
final class NodeTexts {
    private NodeTexts() {}

    static Set<String> of(Iterable<Node> nodes) {
        Set<String> texts = new HashSet<>();
        nodes.forEach(node -> collect(node, texts));
        return texts;
    }

    private static void collect(Node node, Set<String> texts) {
        if (node instanceof Node.Text text) {
            texts.add(text.value());
        } else if (node instanceof Node.Items items) {
            items.items().forEach(item -> collect(item, texts));
        } else if (node instanceof Node.Fields fields) {
            fields.fields().values().forEach(value -> collect(value, texts));
        }
    }
}
