package org.mcpstrata.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Changes the lines of a drop's files and makes its manifest true again. */
final class RewrittenDrop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RewrittenDrop() {}

    /**
     * Rewrites every file of a drop.
     *
     * @param change from a file's manifest entry and its lines to its new lines; an answer with another number of lines
     *     changes the entry's record count by the difference
     */
    static void rewrite(Path drop, BiFunction<JsonNode, List<String>, List<String>> change) {
        Path manifestFile = drop.resolve("manifest.json");
        try {
            JsonNode manifest = JSON.readTree(manifestFile.toFile());
            for (JsonNode entry : manifest.get("files")) {
                Path file = drop.resolve(entry.get("name").asText());
                boolean gzip = entry.get("compression").asText().equals("gzip");
                // Every encoding of the contract keeps its bytes apart in Latin-1.
                List<String> before = new String(read(file, gzip), StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList();
                List<String> after = change.apply(entry, before);
                String text = after.stream().map(line -> line + "\n").collect(Collectors.joining());
                byte[] bytes = packed(text.getBytes(StandardCharsets.ISO_8859_1), gzip);
                Files.write(file, bytes);
                ((ObjectNode) entry)
                        .put("bytes", bytes.length)
                        .put("sha256", FileTree.sha256(bytes))
                        .put("records", entry.get("records").asInt() + after.size() - before.size());
            }
            JSON.writeValue(manifestFile.toFile(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file, boolean gzip) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    private static byte[] packed(byte[] bytes, boolean gzip) throws IOException {
        if (!gzip) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
