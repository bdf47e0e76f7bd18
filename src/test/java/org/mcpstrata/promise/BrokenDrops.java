package org.mcpstrata.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** Drops that are broken in many ways, each with canaries at the very place where it is broken. */
final class BrokenDrops {
    static final String CANARY_MBI = "1SL0IO5ZB77";
    static final String CANARY_NAME = "qxcanarynm";
    static final String CANARY_CLAIM = "QXCANARYCLAIM01";
    private static final List<String> CANARIES = List.of(CANARY_MBI, CANARY_NAME, CANARY_CLAIM);
    private static final String MEDICARE = "medicare-ffs";
    private static final String REGISTRY = "clinical-registry";

    private final Path landing;
    private final List<String> payers = new ArrayList<>();

    private BrokenDrops(Path landing) {
        this.landing = landing;
    }

    /**
     * Adds broken copies of generated drops to a landing folder, each under the name of a payer of its own.
     *
     * @return the payers of the broken drops
     */
    static List<String> addTo(Path landing) throws IOException {
        BrokenDrops drops = new BrokenDrops(landing);
        drops.rewritten("broken-fields", MEDICARE, BrokenDrops::everyField);
        drops.rewritten("broken-resources", REGISTRY, BrokenDrops::everyField);
        drops.rewritten("broken-json", REGISTRY, BrokenDrops::cutLines);
        drops.rewritten("broken-dates", MEDICARE, (entry, lines) -> lines.stream()
                .map(line -> line.replaceAll("(19|20)\\d\\d-\\d\\d-\\d\\d", "2023-02-30"))
                .toList());
        drops.rewritten("broken-header", MEDICARE, (entry, lines) -> withFirst(entry, lines, CANARIES));
        drops.rewritten("broken-member", REGISTRY, (entry, lines) -> lines.stream()
                .map(line -> line.replaceAll("Patient/reg-\\d+", "Patient/" + CANARY_MBI))
                .toList());
        drops.rewritten("broken-keys", MEDICARE, BrokenDrops::everyLineTwice);
        drops.rewritten("broken-length", MEDICARE, (entry, lines) -> with(lines, CANARY_NAME.repeat(20_000)));
        drops.rewritten(
                "broken-encoding", MEDICARE, (entry, lines) -> with(lines, CANARY_NAME + (char) 0xff + (char) 0));
        drops.broken("broken-digest", MEDICARE, "eligibility.csv", "\n" + CANARY_MBI + "," + CANARY_NAME + "\n");
        drops.broken("broken-manifest", MEDICARE, "manifest.json", "{\"" + CANARY_NAME + "\": \"" + CANARY_MBI + "\"");
        drops.manifestField("broken-manifest-field", "\"mode\":\"full\"", "\"mode\":\"" + CANARY_NAME + "\"");
        drops.manifestField("broken-manifest-date", "2024-01-01", CANARY_CLAIM);
        drops.manifestField("broken-manifest-total", "\"paidAmount\":\"", "\"paidAmount\":\"" + CANARY_CLAIM);
        RewrittenDrop.rewrite(drop(landing.resolve("summit-ma")), BrokenDrops::everyField);
        drops.payers.add("summit-ma");
        return List.copyOf(drops.payers);
    }

    private void rewritten(String payer, String original, BiFunction<JsonNode, List<String>, List<String>> change)
            throws IOException {
        RewrittenDrop.rewrite(copy(payer, original), change);
    }

    private void broken(String payer, String original, String file, String appended) throws IOException {
        Files.writeString(copy(payer, original).resolve(file), appended, StandardOpenOption.APPEND);
    }

    private void manifestField(String payer, String text, String replacement) throws IOException {
        Path drop = copy(payer, MEDICARE);
        RewrittenDrop.rewrite(drop, (entry, lines) -> lines);
        Path manifest = drop.resolve("manifest.json");
        String before = Files.readString(manifest);
        String after = before.replace(text, replacement);
        if (after.equals(before)) {
            throw new IllegalStateException("the manifest has no such text: " + text);
        }
        Files.writeString(manifest, after);
    }

    private Path copy(String payer, String original) throws IOException {
        Path folder = landing.resolve(payer);
        FileTree.copy(landing.resolve(original), folder, Comparator.naturalOrder());
        Path manifest = drop(folder).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace('"' + original + '"', '"' + payer + '"'));
        payers.add(payer);
        return drop(folder);
    }

    private static Path drop(Path payer) throws IOException {
        try (var drops = Files.list(payer)) {
            return drops.findFirst().orElseThrow();
        }
    }

    /** For every canary and every field of a file's second line, one more line with the canary in that field. */
    private static List<String> everyField(JsonNode entry, List<String> lines) {
        if (lines.size() < 3 || entry.get("type").asText().equals("cclf0")) {
            return lines;
        }
        String line = lines.get(1);
        List<String> more = new ArrayList<>();
        for (String canary : CANARIES) {
            switch (entry.get("format").asText()) {
                case "apcd-cdl" -> more.addAll(everyCell(line, "|", canary));
                case "canonical-csv" -> more.addAll(everyCell(line, ",", canary));
                case "fhir-ndjson" -> more.addAll(everyText(line, canary));
                case "cclf" -> more.addAll(everyPlace(line, canary));
                default -> throw new IllegalStateException("a format without canaries");
            }
        }
        List<String> all = new ArrayList<>(lines);
        all.addAll(1, more);
        return all;
    }

    private static List<String> everyCell(String line, String separator, String canary) {
        String[] cells = line.split(java.util.regex.Pattern.quote(separator), -1);
        List<String> lines = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            String[] changed = Arrays.copyOf(cells, cells.length);
            changed[cell] = canary;
            lines.add(String.join(separator, changed));
        }
        return lines;
    }

    private static List<String> everyText(String line, String canary) {
        String[] parts = line.split("\"", -1);
        List<String> lines = new ArrayList<>();
        for (int text = 1; text < parts.length; text += 2) {
            String[] changed = Arrays.copyOf(parts, parts.length);
            changed[text] = canary;
            lines.add(String.join("\"", changed));
        }
        return lines;
    }

    private static List<String> everyPlace(String line, String canary) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at + canary.length() <= line.length(); at += canary.length()) {
            lines.add(line.substring(0, at) + canary + line.substring(at + canary.length()));
        }
        return lines;
    }

    private static List<String> cutLines(JsonNode entry, List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.length() / 2) + CANARY_NAME)
                .toList();
    }

    private static List<String> withFirst(JsonNode entry, List<String> lines, List<String> cells) {
        boolean named = entry.get("format").asText().equals("canonical-csv") && !lines.isEmpty();
        List<String> changed = new ArrayList<>(lines);
        if (named) {
            changed.set(0, String.join(",", cells) + "," + lines.get(0));
        }
        return changed;
    }

    private static List<String> everyLineTwice(JsonNode entry, List<String> lines) {
        List<String> twice = new ArrayList<>(lines);
        twice.addAll(entry.get("format").asText().equals("canonical-csv") ? lines.subList(1, lines.size()) : lines);
        return twice;
    }

    private static List<String> with(List<String> lines, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }
}
