package org.mcpstrata.measure.lint;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpstrata.document.Node;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.Window;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Place;

/** Where the windows of definitions are written: in the definition, or under a name that it or its measure uses. */
final class WindowPlaces {
    private static final Set<String> KEYS =
            Set.of("during", "overlaps", "starts", "ends", "covers", "recorded", "diagnosis within");

    private final List<SourceFile> files;

    WindowPlaces(List<SourceFile> files) {
        this.files = requireNonNull(files, "files");
    }

    /** Where the definition says which window it means. */
    Place used(Definition definition, Window window) {
        return file(definition)
                .flatMap(file -> use(file, definition, window))
                .map(Node::place)
                .orElse(definition.place());
    }

    /** Where the days of the window are written. */
    Place written(Definition definition, Window window) {
        Optional<SourceFile> own = file(definition);
        Optional<Place> named =
                own.flatMap(file -> use(file, definition, window).flatMap(use -> declared(file, use, window)));
        // A library's definitions have the window that the measure gives them in place of the measurement period.
        return named.or(() -> files.stream()
                        .flatMap(file -> file.uses().stream()
                                .filter(use -> use.window() != null
                                        && use.library().value().equals(definition.library()))
                                .flatMap(use -> declared(file, use.window(), window).stream()))
                        .findFirst())
                .orElseGet(() -> used(definition, window));
    }

    /** The file that holds the definition: libraries and measures may have a file for each of several years. */
    private Optional<SourceFile> file(Definition definition) {
        return files.stream()
                .filter(file -> file.name().equals(definition.library()))
                .filter(file -> file.definitions().containsKey(definition.name())
                        && file.definitions().get(definition.name()).place().equals(definition.place()))
                .findFirst();
    }

    private static Optional<Node> use(SourceFile file, Definition definition, Window window) {
        List<Node> uses = uses(file.definitions().get(definition.name())).toList();
        return uses.stream()
                .filter(use -> use instanceof Node.Text text
                        && (window.equals(file.windows().get(text.value()))
                                || text.value().equals(window.toString())))
                .findFirst()
                .or(() -> uses.stream().filter(Node.Fields.class::isInstance).findFirst())
                .or(() -> uses.stream().findFirst());
    }

    private static Stream<Node> uses(Node node) {
        if (node instanceof Node.Fields fields) {
            return fields.fields().entrySet().stream()
                    .flatMap(field ->
                            KEYS.contains(field.getKey()) ? Stream.of(field.getValue()) : uses(field.getValue()));
        }
        return node instanceof Node.Items items ? items.items().stream().flatMap(WindowPlaces::uses) : Stream.empty();
    }

    private static Optional<Place> declared(SourceFile file, Node use, Window window) {
        return use instanceof Node.Text text && window.equals(file.windows().get(text.value()))
                ? file.root()
                        .section("windows")
                        .map(windows -> windows.fields().get(text.value()).place())
                : Optional.empty();
    }
}
