package org.mcpstrata.measure.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.Window;
import org.mcpstrata.measure.YearRange;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.CodeSystem;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.WrittenSet;

/** Reads measure and library files: the parts that need no other file. */
final class SourceFileReader {
    private static final Set<String> SHARED_KEYS = Set.of(
            "measurement years",
            "source",
            "remark",
            "unverified",
            "uses",
            "value sets",
            "codes",
            "windows",
            "definitions",
            "event rules");
    static final Set<String> LIBRARY_KEYS = with("library", "results");
    static final Set<String> MEASURE_KEYS = with(
            "measure",
            "title",
            "version",
            "steward",
            "scoring",
            "improvement",
            "age at",
            "populations",
            "observed",
            "cost",
            "expected",
            "sufficient when",
            "partial when",
            "rates",
            "limits");

    private SourceFileReader() {}

    private static Set<String> with(String... more) {
        Set<String> keys = new TreeSet<>(SHARED_KEYS);
        keys.addAll(Set.of(more));
        return Set.copyOf(keys);
    }

    static Optional<SourceFile> read(Path path, String name, Problems problems) {
        return DocumentReader.read(path, name, ProblemCode.DEFINITION_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.DEFINITION_INVALID, problems))
                .map(root -> file(root, name));
    }

    private static SourceFile file(Section root, String file) {
        boolean measure = root.has("measure");
        root.allow(measure ? MEASURE_KEYS : LIBRARY_KEYS);
        root.requiredText("source");
        root.text("remark");
        Map<String, CodeSet> sets = new LinkedHashMap<>();
        Map<String, WrittenSet> written = written(root);
        root.section("value sets").ifPresent(names -> names.fields().forEach((name, node) -> {
            if (written.containsKey(name)) {
                sets.put(name, new CodeSet(name, written.get(name).id()));
            } else {
                names.text(node).ifPresent(id -> {
                    // A bar is how a single code is told apart from a value set.
                    if (id.indexOf('|') >= 0) {
                        names.problem(node.place(), "An id has no bar; single codes stand under 'codes'.");
                    } else {
                        sets.put(name, new CodeSet(name, id));
                    }
                });
            }
        }));
        root.section("codes")
                .ifPresent(codes -> codes.fields().forEach((name, code) -> codes.parsed(code, SourceFileReader::coding)
                        .ifPresent(coding -> {
                            if (sets.put(name, new CodeSet(name, coding.toString())) != null) {
                                codes.problem(code.place(), "A value set has the same name.");
                            }
                        })));
        Map<String, Window> windows = new LinkedHashMap<>();
        root.section("windows").ifPresent(named -> named.fields()
                .forEach((name, node) -> window(named, node).ifPresent(window -> windows.put(name, window))));
        return new SourceFile(
                file,
                measure,
                root.requiredText(measure ? "measure" : "library"),
                years(root),
                uses(root),
                sets,
                written,
                windows,
                root.section("definitions").map(Section::fields).orElse(Map.of()),
                root);
    }

    /** Value sets written out in the file; without an oid of its own a set has the file's name and its own. */
    private static Map<String, WrittenSet> written(Section root) {
        Map<String, WrittenSet> written = new LinkedHashMap<>();
        String file = root.text(root.has("measure") ? "measure" : "library").orElse("");
        root.section("value sets").ifPresent(names -> names.fields().forEach((name, node) -> {
            if (node instanceof Node.Fields) {
                names.section(node)
                        .ifPresent(body -> written.put(
                                name, new WrittenSet(body.text("oid").orElse(file + ": " + name), name, body)));
            }
        }));
        return written;
    }

    /** Each is a name, or a name with the window its definitions have in place of the measurement period. */
    private static List<Use> uses(Section root) {
        List<Use> uses = new ArrayList<>();
        Node node = root.fields().get("uses");
        if (node == null) {
            return uses;
        }
        for (Node item : node instanceof Node.Items items ? items.items() : List.of(node)) {
            if (item instanceof Node.Text name) {
                uses.add(new Use(name, null));
            } else {
                root.section(item).ifPresent(use -> {
                    use.allow(Set.of("library", "measurement period"));
                    if (use.require("library") && use.require("measurement period")) {
                        List<Node.Text> texts = new ArrayList<>(use.texts("library"));
                        texts.addAll(use.texts("measurement period"));
                        uses.add(new Use(texts.get(0), texts.get(1)));
                    }
                });
            }
        }
        return uses;
    }

    static YearRange years(Section root) {
        root.require("measurement years");
        return root.section("measurement years")
                .flatMap(years -> {
                    years.allow(Set.of("from", "to"));
                    int from = years.number("from").orElse(0);
                    int to = years.number("to").orElse(9999);
                    if (!years.has("from") || !years.has("to") || to < from) {
                        years.problem(years.place(), "The years need a 'from' and a 'to' that is not before it.");
                        return Optional.empty();
                    }
                    return Optional.of(new YearRange(from, to));
                })
                .orElse(new YearRange(0, 0));
    }

    /** Reads {@code LOINC 97506-0}. */
    static Coding coding(String text) {
        int blank = text.lastIndexOf(' ');
        Optional<CodeSystem> system = blank < 0 ? Optional.empty() : CodeSystem.parse(text.substring(0, blank));
        return Coding.of(
                system.orElseThrow(() -> new IllegalArgumentException("is not a code system and a code")),
                text.substring(blank + 1));
    }

    /** A window written as text, or as {@code from} and {@code to} or {@code until}. */
    static Optional<Window> window(Section parent, Node node) {
        if (node instanceof Node.Text) {
            return parent.parsed(node, Window::parse);
        }
        return parent.section(node).flatMap(ends -> {
            ends.allow(Set.of("from", "to", "until"));
            if (ends.has("to") && ends.has("until")) {
                ends.problem(ends.place(), "A window has either 'to' or 'until'.");
                return Optional.empty();
            }
            Anchor from = ends.parsed("from", Anchor::parse).orElse(null);
            Anchor to = ends.parsed(ends.has("until") ? "until" : "to", Anchor::parse)
                    .orElse(null);
            boolean complete =
                    ends.has("from") == (from != null) && (ends.has("to") || ends.has("until")) == (to != null);
            return complete ? window(ends, from, to) : Optional.empty();
        });
    }

    private static Optional<Window> window(Section ends, Anchor from, Anchor to) {
        try {
            return Optional.of(new Window(from, to, !ends.has("until")));
        } catch (IllegalArgumentException e) {
            ends.problem(ends.place(), "The window " + e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
