package org.mcpstrata.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * One mapping of a document while it is read. Every mistake becomes a problem at its place and reading goes on, so that a
 * file's mistakes are all reported at once.
 */
public final class Section {
    private final Node.Fields node;
    private final ProblemCode code;
    private final Problems problems;

    private Section(Node.Fields node, ProblemCode code, Problems problems) {
        this.node = requireNonNull(node, "node");
        this.code = requireNonNull(code, "code");
        this.problems = requireNonNull(problems, "problems");
    }

    /** The node as a mapping; anything else is a problem. */
    public static Optional<Section> of(Node node, ProblemCode code, Problems problems) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(new Section(fields, code, problems));
        }
        problems.add(code, node.place(), "A mapping of keys to values is expected here.");
        return Optional.empty();
    }

    public Place place() {
        return node.place();
    }

    /** Keys and values in the order of the file. */
    public Map<String, Node> fields() {
        return node.fields();
    }

    public boolean has(String key) {
        return node.fields().containsKey(key);
    }

    /** Reports keys that are not among the known ones. */
    public Section allow(Set<String> known) {
        node.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                problem(value.place(), "The key '" + key + "' is not known here." + Suggestion.of(key, known));
            }
        });
        return this;
    }

    /** Adds a problem of this document. */
    public void problem(Place place, String detail) {
        problems.add(code, place, detail);
    }

    /** Adds a problem of the value of a key; of the mapping where the key is absent. */
    public void problem(String key, String detail) {
        problem(has(key) ? node.fields().get(key).place() : place(), detail);
    }

    /** A text, or nothing where the key is absent. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(node.fields().get(key)).flatMap(this::text);
    }

    /** The text of a node; anything else is a problem. */
    public Optional<String> text(Node value) {
        if (value instanceof Node.Text text) {
            return Optional.of(text.value());
        }
        problem(value.place(), "One text is expected here.");
        return Optional.empty();
    }

    /** A text that must be there; empty text after a problem. */
    public String requiredText(String key) {
        require(key);
        return text(key).orElse("");
    }

    /** Reports an absent key. */
    public boolean require(String key) {
        if (!has(key)) {
            problem(place(), "The key '" + key + "' is missing.");
        }
        return has(key);
    }

    /** A text parsed by one of our own parsers, whose message becomes the problem. */
    public <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return Optional.ofNullable(node.fields().get(key)).flatMap(value -> parsed(value, parser));
    }

    /** The text of a node, parsed; see {@link #parsed(String, Function)}. */
    public <T> Optional<T> parsed(Node value, Function<String, T> parser) {
        return text(value).flatMap(written -> {
            try {
                return Optional.of(parser.apply(written));
            } catch (IllegalArgumentException e) {
                problem(value.place(), "'" + written + "' " + e.getMessage() + ".");
                return Optional.empty();
            }
        });
    }

    /** A whole number of at most six digits. */
    public Optional<Integer> number(String key) {
        return parsed(key, Section::wholeNumber);
    }

    private static Integer wholeNumber(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("is not a whole number");
        }
        return Integer.valueOf(text);
    }

    /** The texts of a list, or the one text that stands for a list of one. Absent is empty. */
    public List<Node.Text> texts(String key) {
        Node value = node.fields().get(key);
        return value == null ? List.of() : texts(value);
    }

    /** The texts of a node; see {@link #texts(String)}. */
    public List<Node.Text> texts(Node value) {
        List<Node.Text> found = new ArrayList<>();
        for (Node item : value instanceof Node.Items items ? items.items() : List.of(value)) {
            if (item instanceof Node.Text text) {
                found.add(text);
            } else {
                problem(item.place(), "A list of texts is expected here.");
            }
        }
        return found;
    }

    /** The values of a list of texts. */
    public List<String> strings(String key) {
        return texts(key).stream().map(Node.Text::value).toList();
    }

    /** A mapping below, or nothing where the key is absent. */
    public Optional<Section> section(String key) {
        return Optional.ofNullable(node.fields().get(key)).flatMap(this::section);
    }

    /** The node as a mapping of this document. */
    public Optional<Section> section(Node value) {
        return of(value, code, problems);
    }

    /** The mappings of a list. Absent is empty. */
    public List<Section> sections(String key) {
        return items(key).stream().map(this::section).flatMap(Optional::stream).toList();
    }

    /** The entries of a list, whatever they are. Absent is empty. */
    public List<Node> items(String key) {
        Node value = node.fields().get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Node.Items items)) {
            problem(value.place(), "A list is expected here.");
            return List.of();
        }
        return items.items();
    }
}
