package org.mcpstrata.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML or JSON document as text nodes. Refuses what a reader of the file would not see: repeated keys, anchors
 * and aliases, tags, empty values, a second document.
 */
public final class DocumentReader {
    private static final int LARGEST_FILE = 64 << 20;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(LARGEST_FILE)
            .maxNestingDepth(40)
            .maxStringLength(1 << 20)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(LIMITS)
            .loaderOptions(loaderOptions())
            .build();

    private final Place file;
    private final ProblemCode code;
    private final Problems problems;
    private final int problemsBefore;

    private DocumentReader(Place file, ProblemCode code, Problems problems) {
        this.file = file;
        this.code = code;
        this.problems = problems;
        this.problemsBefore = problems.list().size();
    }

    private static LoaderOptions loaderOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setNestingDepthLimit(40);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    /**
     * Reads a file; {@code .json} as JSON, everything else as YAML.
     *
     * @param name how problems name the file
     * @return empty where the file has problems, all of which were added
     */
    public static Optional<Node> read(Path path, String name, ProblemCode code, Problems problems) {
        Place place = Place.of(name);
        try {
            if (Files.size(path) > LARGEST_FILE) {
                problems.add(code, place, "It is larger than 64 MB.");
                return Optional.empty();
            }
            return parse(Files.readString(path), name, code, problems);
        } catch (CharacterCodingException e) {
            problems.add(code, place, "It is not UTF-8.");
        } catch (IOException e) {
            problems.add(code, place, "It cannot be read.");
        }
        return Optional.empty();
    }

    /** Reads a document's text; see {@link #read}. */
    public static Optional<Node> parse(String text, String name, ProblemCode code, Problems problems) {
        DocumentReader reader = new DocumentReader(Place.of(name), code, problems);
        try (JsonParser parser = name.endsWith(".json") ? JSON.createParser(text) : YAML.createParser(text)) {
            return reader.document(parser);
        } catch (JsonProcessingException e) {
            // The parser's own words may quote the text; its position is enough.
            problems.add(code, reader.at(e.getLocation(), ""), "It is not well-formed, or nested too deeply.");
        } catch (IOException e) {
            problems.add(code, Place.of(name), "It cannot be read.");
        }
        return Optional.empty();
    }

    private Optional<Node> document(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            problems.add(code, file, "It is empty.");
            return Optional.empty();
        }
        Node root = node(parser, "", file);
        if (parser.nextToken() != null) {
            problems.add(code, at(parser.currentTokenLocation(), ""), "A second document follows the first.");
        }
        return problems.list().size() == problemsBefore ? Optional.of(root) : Optional.empty();
    }

    /** @param key where the key of this part stands; the file where it has none */
    private Node node(JsonParser parser, String path, Place key) throws IOException {
        Place begin = at(parser.currentTokenLocation(), path);
        // A block that begins below its key is found by its key.
        Place place = key.line() > 0 && key.line() < begin.line() ? key : begin;
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            problems.add(code, place, "Anchors and aliases are not allowed.");
        }
        if (token == JsonToken.START_OBJECT) {
            return fields(parser, path, place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, path + "[" + (items.size() + 1) + "]", file));
            }
            return new Node.Items(items, place);
        }
        if (token == JsonToken.VALUE_NULL
                || parser instanceof YAMLParser && parser.getText().isEmpty()) {
            problems.add(code, place, "The value is empty. A comma inside { } must be quoted.");
            return new Node.Text("", place);
        }
        return new Node.Text(parser.getText(), place);
    }

    private Node fields(JsonParser parser, String path, Place place) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String below = path.isEmpty() ? key : path + " > " + key;
            Place keyPlace = at(parser.currentTokenLocation(), below);
            parser.nextToken();
            // Checked here rather than by the parser, which stops at the first repeated key.
            if (fields.put(key, node(parser, below, keyPlace)) != null) {
                problems.add(code, keyPlace, "The key is there twice.");
            }
        }
        return new Node.Fields(fields, place);
    }

    private Place at(JsonLocation location, String path) {
        if (location == null) {
            return file.atField(path);
        }
        String column = "column " + location.getColumnNr();
        return file.atLine(Math.max(0, location.getLineNr()))
                .atField(path.isEmpty() ? column : path + " (" + column + ")");
    }
}
