package org.mcpstrata.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads {@code protection.yaml}; every mistake is reported at its place, all at once. */
public final class PolicyReader {
    /** Name of the policy in a measures folder. */
    public static final String FILE = "protection.yaml";

    private static final ProblemCode CODE = ProblemCode.CONFIGURATION_INVALID;
    private static final Set<String> KEYS = Set.of(
            "threshold",
            "width",
            "stratifiers",
            "program only",
            "crossings",
            "lines of business",
            "merge above",
            "ladders",
            "most small",
            "weights",
            "remark");
    private static final Set<String> WEIGHTS = Set.of("total", "missing");
    private static final int ALL = 100;

    private final Map<String, StratifierFacts> known;

    private PolicyReader(Map<String, StratifierFacts> known) {
        this.known = Map.copyOf(known);
    }

    /** @param known every stratifier that a run counts, crossings aside */
    public static ProtectionPolicy read(Path file, Map<String, StratifierFacts> known) {
        Problems problems = new Problems();
        String name = String.valueOf(file.getFileName());
        Optional<ProtectionPolicy> policy = DocumentReader.read(file, name, CODE, problems)
                .flatMap(node -> Section.of(node, CODE, problems))
                .map(root -> new PolicyReader(known).policy(root));
        problems.throwIfAny();
        return policy.orElseThrow();
    }

    private ProtectionPolicy policy(Section root) {
        root.allow(KEYS);
        int threshold = number(root, "threshold", 1);
        int width = number(root, "width", 1);
        if (width + 1 < threshold) {
            root.problem(root.place(), "The width is at least the threshold less 1.");
            width = threshold;
        }
        SortedSet<String> stratifiers = known(root, "stratifiers", known.keySet());
        oneViewOfEachAnswer(root, stratifiers);
        Optional<Section> weights = root.section("weights");
        weights.ifPresent(section -> section.allow(WEIGHTS));
        SortedMap<String, StratifierFacts> published = new TreeMap<>();
        stratifiers.forEach(id -> published.put(id, known.get(id)));
        SortedSet<String> lines = known(root, "lines of business", stratifiers);
        lines.forEach(id -> neverSplit(root, "lines of business", id));
        return new ProtectionPolicy(
                new SafetyRule(threshold, width),
                published,
                known(root, "program only", stratifiers),
                crossings(root, stratifiers),
                lines,
                new CoarseningRule(
                        percent(root, "merge above"), percent(root, "most small"), new LadderReader(known).read(root)),
                weights.flatMap(section -> section.parsed("total", PolicyReader::weight))
                        .orElse(4.0),
                weights.flatMap(section -> section.parsed("missing", PolicyReader::weight))
                        .orElse(0.25));
    }

    private static int number(Section root, String key, int least) {
        root.require(key);
        int number = root.number(key).orElse(least);
        if (number < least) {
            root.problem(root.place(), "'" + key + "' is at least " + least + ".");
        }
        return Math.max(least, number);
    }

    private static int percent(Section root, String key) {
        int percent = root.number(key).orElse(ALL);
        if (percent > ALL) {
            root.problem(root.place(), "'" + key + "' is a percentage.");
        }
        return percent;
    }

    /** Sexual orientation, gender identity and tribal affiliation: no file can have them split further. */
    private void neverSplit(Section root, String key, String id) {
        if (known.get(id).guard() == StratifierFacts.Guard.NEVER_SPLIT) {
            root.problem(
                    root.fields().get(key).place(),
                    "'" + id + "' is published for states and the program as a whole only, and never crossed.");
        }
    }

    private static Double weight(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            throw new IllegalArgumentException("is not a weight like 0.25");
        }
        return Double.valueOf(text);
    }

    private static SortedSet<String> known(Section root, String key, Set<String> known) {
        SortedSet<String> names = new TreeSet<>();
        for (Node.Text name : root.texts(key)) {
            if (!known.contains(name.value())) {
                root.problem(
                        name.place(),
                        "No stratifier '" + name.value() + "' can be named here." + Suggestion.of(name.value(), known));
            } else if (!names.add(name.value())) {
                root.problem(name.place(), "The stratifier is there twice.");
            }
        }
        return names;
    }

    /** Two views of one answer tell together what neither tells alone (stratification.md 5.1, two roll-ups). */
    private void oneViewOfEachAnswer(Section root, Set<String> stratifiers) {
        Map<String, String> views = new HashMap<>();
        for (Node.Text name : root.texts("stratifiers")) {
            StratifierFacts facts = known.get(name.value());
            String attribute = facts == null ? "" : facts.attribute();
            String other = attribute.isEmpty() ? null : views.putIfAbsent(attribute, name.value());
            if (other != null && !other.equals(name.value())) {
                root.problem(
                        name.place(),
                        "It is another view of the answers of '" + other + "'; only one of them can be published.");
            }
            if (facts != null && !facts.exclusive()) {
                root.problem(name.place(), "Its strata overlap; only exclusive stratifiers can be published.");
            }
        }
    }

    /** Pairs of stratifiers without a cycle: three two-way tables of three axes give the three-way table away (5.6). */
    private List<SortedSet<String>> crossings(Section root, Set<String> stratifiers) {
        List<SortedSet<String>> crossings = new ArrayList<>();
        Map<String, String> tree = new HashMap<>();
        if (!root.has("crossings")) {
            return crossings;
        }
        if (!(root.fields().get("crossings") instanceof Node.Items items)) {
            root.problem(root.fields().get("crossings").place(), "A list of pairs is expected here.");
            return crossings;
        }
        for (Node item : items.items()) {
            List<Node.Text> pair = root.texts(item);
            if (pair.size() != 2 || pair.get(0).value().equals(pair.get(1).value())) {
                root.problem(item.place(), "A crossing is a pair of two stratifiers.");
                continue;
            }
            String first = pair.get(0).value();
            String second = pair.get(1).value();
            if (!stratifiers.contains(first) || !stratifiers.contains(second)) {
                root.problem(item.place(), "Only stratifiers that are published are crossed.");
            } else if (end(tree, first).equals(end(tree, second))) {
                root.problem(
                        item.place(), "Crossings must have no cycle: together they would give the finer table away.");
            } else {
                neverSplit(root, "crossings", first);
                neverSplit(root, "crossings", second);
                tree.put(end(tree, first), end(tree, second));
                crossings.add(new TreeSet<>(List.of(first, second)));
            }
        }
        return crossings;
    }

    /** The end of the chain of crossed stratifiers that one hangs in. */
    static String end(Map<String, String> tree, String of) {
        String at = of;
        while (tree.containsKey(at)) {
            at = tree.get(at);
        }
        return at;
    }
}
