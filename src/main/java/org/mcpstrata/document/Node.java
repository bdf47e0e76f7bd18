package org.mcpstrata.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpstrata.problem.Place;

/** One part of a document. Scalars stay the text that was written: {@code 0450} is four characters, not a number. */
public sealed interface Node {
    /** Keys of free text, in which a name is said and not used. */
    Set<String> FREE_TEXTS = Set.of("remark", "unverified", "source", "title");

    /** Line, and path with column, of where it begins; of its key where the key stands on an earlier line. */
    Place place();

    /** Where this part first says exactly this text, other than in a remark; empty where it does not. */
    default Optional<Place> placeOf(String text) {
        return mentions()
                .filter(found -> found.value().equals(text))
                .map(Text::place)
                .findFirst();
    }

    /** Every scalar of this part in the order of the file, without remarks and other free text. */
    private Stream<Text> mentions() {
        if (this instanceof Text text) {
            return Stream.of(text);
        }
        if (this instanceof Items list) {
            return list.items().stream().flatMap(Node::mentions);
        }
        return ((Fields) this)
                .fields().entrySet().stream()
                        .filter(field -> !FREE_TEXTS.contains(field.getKey()))
                        .flatMap(field -> field.getValue().mentions());
    }

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
