package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.Window;

/**
 * What the clauses of one file may name. Value sets and windows belong to the file; results, record rules and limits to
 * the measure and all its libraries.
 */
record Scope(
        SourceFile file,
        Map<String, ResultDefinition> results,
        Map<EventKind, RecordFilter> rules,
        Map<String, Limit> limits) {
    /** The value sets and codes named under a key. */
    List<CodeSet> sets(Section section, String key) {
        List<CodeSet> found = new ArrayList<>();
        for (Node.Text name : section.texts(key)) {
            named(section, name, file.sets(), "value set or code").ifPresent(found::add);
        }
        return found;
    }

    /** The window named or written under a key. */
    Optional<Timing> timing(Section section, String key, Timing.Relation relation) {
        Node node = section.fields().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Node.Text text && file.windows().containsKey(text.value())) {
            return Optional.of(new Timing(relation, file.windows().get(text.value()), text.value()));
        }
        return SourceFileReader.window(section, node).map(window -> new Timing(relation, window, window.toString()));
    }

    Optional<Window> window(Section section, String key) {
        return timing(section, key, Timing.Relation.DURING).map(Timing::window);
    }

    Optional<ResultDefinition> result(Section section) {
        return lookUp(section, "result", results, "result");
    }

    Optional<Limit> limit(Section section) {
        return lookUp(section, "limit", limits, "limit");
    }

    private static <T> Optional<T> lookUp(Section section, String key, Map<String, T> known, String what) {
        return Optional.ofNullable(section.fields().get(key)).flatMap(node -> section.text(node)
                .flatMap(name -> named(section, new Node.Text(name, node.place()), known, what)));
    }

    private static <T> Optional<T> named(Section section, Node.Text name, Map<String, T> known, String what) {
        T found = known.get(name.value());
        if (found == null) {
            Set<String> names = known.keySet();
            section.problem(
                    name.place(),
                    "No " + what + " is called '" + name.value() + "' here." + Suggestion.of(name.value(), names));
        }
        return Optional.ofNullable(found);
    }
}
