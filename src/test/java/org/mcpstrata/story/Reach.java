package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.document.Node;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.measure.read.Use;

/**
 * What a measure's numerator rests on: the definitions, windows and kinds of results that it names, and those that they
 * name, in the measure's own file and in its libraries.
 */
final class Reach {
    /** Below these keys stand names of codes, which may sound like definitions. */
    private static final Set<String> OF_CODES = Set.of(
            "in",
            "not in",
            "also in",
            "reason in",
            "answer in",
            "answer not in",
            "each of",
            "first answer",
            "code",
            "answer",
            "principal diagnosis",
            "discharged to",
            "not only at");

    private static final Pattern EVENT =
            Pattern.compile("(?:start|end) of (\\S.*?)(?= [+-] | to (?:start|end) of | until |$)");

    private final SourceFile measure;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<Spot> reached = new LinkedHashSet<>();
    private final Deque<Spot> next = new ArrayDeque<>();

    /**
     * One text of one file.
     *
     * @param path keys, and positions in lists, from the root of the file
     */
    record Leaf(SourceFile file, List<String> path, String text) {
        Leaf {
            requireNonNull(file, "file");
            path = List.copyOf(path);
            requireNonNull(text, "text");
        }

        /** The path with codes in place of positions, where the item of a list has one. */
        String place() {
            List<String> names = new ArrayList<>();
            Node node = node(file, List.of());
            for (String step : path) {
                node = below(node, step);
                boolean coded =
                        node instanceof Node.Fields fields && fields.fields().get("code") instanceof Node.Text;
                names.add(coded ? ((Node.Text) ((Node.Fields) node).fields().get("code")).value() : step);
            }
            return file.file() + " > " + String.join(" > ", names);
        }

        /** Whether plain numbers at this place are bounds of a percentage: of a kind of result in percent. */
        boolean percent() {
            return path.contains("plausible")
                    && node(file, path.subList(0, 2)) instanceof Node.Fields result
                    && result.fields().get("unit") instanceof Node.Text unit
                    && unit.value().equals("%");
        }
    }

    /** A part of a file that is looked through as a whole. */
    private record Spot(SourceFile file, List<String> path) {}

    private Reach(SourceFile measure, List<SourceFile> all, int year) {
        this.measure = measure;
        collect(measure, all, year);
    }

    /** Every text of the numerator, the observation and the rates of a measure in that year, in a fixed order. */
    static List<Leaf> of(SourceFile measure, List<SourceFile> all, int year) {
        return new Reach(measure, all, year).leaves();
    }

    private void collect(SourceFile user, List<SourceFile> all, int year) {
        if (files.contains(user)) {
            return;
        }
        files.add(user);
        for (Use use : user.uses()) {
            all.stream()
                    .filter(file -> !file.measure()
                            && file.name().equals(use.library().value())
                            && file.years().contains(year))
                    .forEach(library -> collect(library, all, year));
        }
    }

    private List<Leaf> leaves() {
        enqueue(measure, "populations", "numerator");
        enqueue(measure, "observed");
        enqueue(measure, "rates");
        List<Leaf> leaves = new ArrayList<>();
        while (!next.isEmpty()) {
            Spot spot = next.remove();
            walk(spot, node(spot.file(), spot.path()), spot.path(), "", leaves);
        }
        return leaves;
    }

    private void enqueue(SourceFile file, String... path) {
        Spot spot = new Spot(file, List.of(path));
        if (node(file, spot.path()) != null && reached.add(spot)) {
            next.add(spot);
        }
    }

    private void walk(Spot spot, Node node, List<String> path, String key, List<Leaf> leaves) {
        if (node instanceof Node.Fields fields) {
            fields.fields().forEach((name, value) -> {
                if (!Node.FREE_TEXTS.contains(name)) {
                    walk(spot, value, longer(path, name), name, leaves);
                }
            });
        } else if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                walk(spot, items.items().get(i), longer(path, String.valueOf(i + 1)), key, leaves);
            }
        } else if (node instanceof Node.Text text) {
            leaves.add(new Leaf(spot.file(), path, text.value()));
            follow(key, text.value());
        }
    }

    private void follow(String key, String text) {
        if (OF_CODES.contains(key)) {
            return;
        }
        for (SourceFile file : files) {
            if (key.equals("result")) {
                enqueue(file, "results", text);
            } else if (key.equals("limit")) {
                enqueue(file, "limits", text);
            } else {
                enqueue(file, "definitions", text);
                event(text).ifPresent(name -> enqueue(file, "definitions", name));
            }
        }
        window(text);
    }

    /** A window's name means that of the file that uses it; files repeat those they share. */
    private void window(String text) {
        for (SourceFile file : files) {
            enqueue(file, "windows", text);
        }
    }

    private static Optional<String> event(String text) {
        Matcher matcher = EVENT.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The part of a file at a path of keys; null where there is none. */
    static Node node(SourceFile file, List<String> path) {
        Node node = new Node.Fields(file.root().fields(), file.root().place());
        for (String step : path) {
            node = below(node, step);
        }
        return node;
    }

    private static Node below(Node node, String step) {
        if (node instanceof Node.Items items) {
            return items.items().get(Integer.parseInt(step) - 1);
        }
        return node instanceof Node.Fields fields ? fields.fields().get(step) : null;
    }
}
