package org.mcpstrata.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The committed sample landing folder, read with nothing of the generator. */
final class SampleLanding {
    static final Path FOLDER = Path.of("sample-data", "landing");

    /** A delivered file with its manifest entry. */
    record Delivered(String payer, Path path, JsonNode entry) {
        String type() {
            return entry.get("type").asText();
        }

        String format() {
            return entry.get("format").asText();
        }

        List<String> lines() {
            try {
                byte[] bytes = Files.readAllBytes(path);
                if (entry.get("compression").asText().equals("gzip")) {
                    bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                }
                String text =
                        new String(bytes, Charset.forName(entry.get("encoding").asText()));
                return text.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Data records only: without HD, TR, a CSV header or the header of CCLF0. */
        List<String> records() {
            List<String> lines = lines();
            return switch (format()) {
                case "apcd-cdl" -> lines.subList(1, lines.size() - 1);
                case "canonical-csv" -> lines.subList(1, lines.size());
                case "cclf" -> type().equals("cclf0") ? lines.subList(1, lines.size()) : lines;
                default -> lines;
            };
        }
    }

    private SampleLanding() {}

    static List<Delivered> files() {
        return files(FOLDER);
    }

    static List<Delivered> files(Path landing) {
        List<Delivered> files = new ArrayList<>();
        for (Path manifest : tree(landing).values()) {
            if (manifest.endsWith("manifest.json")) {
                JsonNode content = json(manifest);
                content.get("files")
                        .forEach(entry -> files.add(new Delivered(
                                content.get("payer").asText(),
                                manifest.resolveSibling(entry.get("name").asText()),
                                entry)));
            }
        }
        return files;
    }

    static Delivered file(String payer, String type) {
        return files().stream()
                .filter(file -> file.payer().equals(payer) && file.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder by their relative name. */
    static SortedMap<String, Path> tree(Path folder) {
        SortedMap<String, Path> tree = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(path -> tree.put(folder.relativize(path).toString(), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
