package org.mcpstrata.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Reads a manifest strictly: every field known, of its type and possible. All problems are collected; the manifest is
 * there only when there is none.
 */
final class ManifestReader {
    static final int LARGEST_BYTES = 8 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(2_000)
                            .maxNumberLength(30)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** What a delivered file may be called. */
    static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,200}";

    private static final Set<String> FIELDS = Set.of(
            "manifestVersion", "payer", "lineOfBusiness", "drop", "createdAt", "mode", "period", "supersedes", "files");
    private static final Set<String> FILE_FIELDS = Set.of(
            "name",
            "type",
            "format",
            "layoutVersion",
            "compression",
            "encoding",
            "bytes",
            "sha256",
            "records",
            "controlTotals");

    private final Place place;
    private final Problems problems;

    private ManifestReader(Place place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** Reads the bytes of a manifest; an empty answer always comes with at least one problem. */
    static Optional<Manifest> read(byte[] bytes, Place place, Problems problems) {
        JsonNode root;
        try {
            // The parser would guess at UTF-16 and UTF-32.
            root = Utf8.isText(bytes, 0, bytes.length, true) ? JSON.readTree(bytes) : null;
        } catch (IOException e) {
            // The parser's message quotes the text around the fault.
            root = null;
        }
        if (root == null || !root.isObject()) {
            problems.add(ProblemCode.MANIFEST_UNREADABLE, place, "");
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<Manifest> manifest =
                new ManifestReader(place, found).manifest(new ManifestNode(root, "", place, found));
        problems.addAll(found.list());
        return found.isEmpty() ? manifest : Optional.empty();
    }

    private Optional<Manifest> manifest(ManifestNode root) {
        root.refuseOthersThan(FIELDS);
        if (root.whole("manifestVersion") != 1) {
            root.fault("manifestVersion", "This version reads manifest version 1.");
        }
        String payer = root.text("payer");
        String drop = root.text("drop");
        LineOfBusiness line = root.parsed("lineOfBusiness", LineOfBusiness::parse);
        Instant createdAt = root.parsed("createdAt", ManifestReader::instant);
        Manifest.Mode mode = root.parsed("mode", ManifestReader::mode);
        LocalDate start = null;
        LocalDate end = null;
        ManifestNode period = root.child("period");
        if (period != null) {
            period.refuseOthersThan(Set.of("start", "end"));
            start = period.parsed("start", ManifestReader::date);
            end = period.parsed("end", ManifestReader::date);
            if (start != null && end != null && end.isBefore(start)) {
                period.fault("end", "The period ends before it starts.");
            }
        }
        SortedSet<String> supersedes = new TreeSet<>(root.optionalTexts("supersedes"));
        List<ManifestFile> files = files(root);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(payer, line, drop, createdAt, mode, start, end, supersedes, files));
    }

    private List<ManifestFile> files(ManifestNode root) {
        List<ManifestFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ManifestNode node : root.children("files")) {
            ManifestFile file = file(node);
            if (file != null) {
                files.add(file);
                // Case-blind file systems would keep one of two names that differ in case only.
                if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                    problems.add(ProblemCode.MANIFEST_FIELD, place.atField(node.path() + ".name"), "Listed twice.");
                }
            }
        }
        return files;
    }

    private ManifestFile file(ManifestNode node) {
        int before = problems.list().size();
        node.refuseOthersThan(FILE_FIELDS);
        String name = node.text("name");
        if (name != null && (!name.matches(FILE_NAME) || name.equals("manifest.json"))) {
            problems.add(ProblemCode.FILE_NAME, place.atField(node.path() + ".name"), "");
        }
        FileFormat format = node.parsed("format", FileFormat::parse);
        String type = node.text("type");
        if (format != null && type != null && !format.knowsType(type)) {
            problems.add(ProblemCode.FILE_TYPE, place.atField(node.path() + ".type"), "");
        }
        String version = node.optionalText("layoutVersion").orElse("");
        if (format != null && !version.isEmpty() && !format.knowsLayoutVersion(version)) {
            problems.add(ProblemCode.LAYOUT_UNKNOWN, place.atField(node.path() + ".layoutVersion"), "");
        }
        Compression compression = node.optionalParsed("compression", Compression::parse, Compression.NONE);
        Encoding usual = format == null ? Encoding.UTF_8 : format.usualEncoding();
        Encoding encoding = node.optionalParsed("encoding", Encoding::parse, usual);
        if (compression == Compression.ZIP && !"cclf-archive".equals(type)
                || "cclf-archive".equals(type) && compression != null && compression != Compression.ZIP) {
            node.fault("compression", "A zip archive is for CCLF archives, and only for them.");
        }
        if (encoding != null && format != null && !format.mayBeIn(encoding)) {
            node.fault("encoding", "Files of this format are UTF-8: convert the file, and state UTF-8.");
        }
        long bytes = node.whole("bytes");
        long records = node.whole("records");
        String sha256 = node.text("sha256");
        if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
            node.fault("sha256", "It is 64 hexadecimal digits.");
        }
        BigDecimal paid = null;
        if (node.has("controlTotals")) {
            ManifestNode totals = node.child("controlTotals");
            if (totals != null) {
                totals.refuseOthersThan(Set.of("paidAmount"));
                paid = totals.optionalParsed("paidAmount", ManifestReader::amount, null);
            }
        }
        if (problems.list().size() > before) {
            return null;
        }
        return new ManifestFile(
                name,
                type,
                format,
                version,
                compression,
                encoding,
                bytes,
                sha256.toLowerCase(Locale.ROOT),
                records,
                paid);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z")
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Manifest.Mode> mode(String text) {
        for (Manifest.Mode mode : Manifest.Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
