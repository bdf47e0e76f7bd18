package org.mcpstrata.measure.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.IndirectEstimates.Method;

/** Reads what a program file wants beyond what every run has. */
final class WantedReader {
    static final String STRATIFIERS = "optional stratifiers";
    static final String AGREED = "tribal data owner agreed";
    static final String ESTIMATES = "indirect estimates";
    static final String ENTITIES = "optional entities";

    private static final String MODEL = "model";
    private static final String VERSION = "version";
    private static final String METHODS = "methods";
    private static final String WEAK = "weak groups";

    private static final Set<String> KINDS = Set.of("COUNTY", "TIN");

    private WantedReader() {}

    static Program.Wanted read(Section root) {
        return new Program.Wanted(
                new TreeSet<>(root.strings(STRATIFIERS)),
                root.parsed(AGREED, WantedReader::flag).orElse(false),
                root.section(ESTIMATES).flatMap(WantedReader::estimates).orElse(null),
                entities(root));
    }

    private static SortedSet<String> entities(Section root) {
        SortedSet<String> entities = new TreeSet<>();
        for (Node.Text entity : root.texts(ENTITIES)) {
            if (KINDS.contains(entity.value())) {
                entities.add(entity.value());
            } else {
                root.problem(
                        entity.place(),
                        "'" + entity.value() + "' is no optional kind of entity."
                                + Suggestion.of(entity.value(), KINDS));
            }
        }
        return entities;
    }

    private static Optional<IndirectEstimates> estimates(Section body) {
        body.allow(Set.of(MODEL, VERSION, METHODS, WEAK));
        List<Boolean> there =
                Stream.of(MODEL, VERSION, METHODS).map(body::require).toList();
        SortedSet<Method> methods = new TreeSet<>();
        Set<String> known = Stream.of(Method.values()).map(Method::name).collect(Collectors.toCollection(TreeSet::new));
        for (Node.Text method : body.texts(METHODS)) {
            if (known.contains(method.value())) {
                methods.add(Method.valueOf(method.value()));
            } else {
                body.problem(
                        method.place(),
                        "'" + method.value() + "' is no method." + Suggestion.of(method.value(), known));
            }
        }
        boolean weak = body.parsed(WEAK, WantedReader::flag).orElse(false);
        if (there.contains(false) || methods.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IndirectEstimates(body.requiredText(MODEL), body.requiredText(VERSION), methods, weak));
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("is neither true nor false");
        }
        return Boolean.valueOf(text);
    }
}
