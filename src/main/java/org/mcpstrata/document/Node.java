package org.mcpstrata.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.problem.Place;

/** One part of a document. Scalars stay the text that was written: {@code 0450} is four characters, not a number. */
public sealed interface Node {
    /** Line, and path with column, of where it begins. */
    Place place();

    /** A scalar. */
    record Text(String value, Place place) implements Node {
        public Text {
            requireNonNull(value, "value");
            requireNonNull(place, "place");
        }
    }

    /** A list. */
    record Items(List<Node> items, Place place) implements Node {
        public Items {
            items = List.copyOf(items);
            requireNonNull(place, "place");
        }
    }

    /** A mapping, in the order of the file. */
    record Fields(Map<String, Node> fields, Place place) implements Node {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            requireNonNull(place, "place");
        }
    }
}
