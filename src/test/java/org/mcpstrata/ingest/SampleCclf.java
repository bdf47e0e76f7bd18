package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The invented Medicare files of the sample data, unpacked: lines by file type. */
final class SampleCclf {
    static final String ARCHIVE = "P.A9999.ACO.ZCY26.D260115.T0600001";

    private static final Path FOLDER = Path.of("sample-data/landing/medicare-ffs/20260115T060000Z-001");

    private final SortedMap<String, List<String>> lines = new TreeMap<>();

    SampleCclf() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("P.A9999.ACO.ZC")) {
                    lines.put("cclf" + name.charAt("P.A9999.ACO.ZC".length()), lines(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(new BufferedInputStream(in)) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        }
    }

    /** Only these file types, without the control file that would miss the others. */
    SampleCclf only(String... types) {
        lines.keySet().retainAll(List.of(types));
        return this;
    }

    SampleCclf without(String type) {
        lines.remove(type);
        return this;
    }

    SampleCclf change(String type, UnaryOperator<List<String>> change) {
        lines.computeIfPresent(type, (same, all) -> change.apply(all));
        return this;
    }

    /** Adds each file type as a file of its own. */
    DropDraft loose(DropDraft draft) {
        lines.forEach((type, all) -> draft.file(name(type), type, "cclf", bytes(all), records(type)));
        return draft;
    }

    /** Adds all of them as one archive. */
    DropDraft archive(DropDraft draft, Consumer<ObjectNode> change) {
        SortedMap<String, byte[]> members = new TreeMap<>();
        lines.forEach((type, all) -> members.put(name(type), bytes(all)));
        long records = lines.keySet().stream()
                .filter(type -> !type.equals(FileFormat.CONTROL_FILE))
                .mapToLong(this::records)
                .sum();
        try {
            byte[] zip = RealFiles.zipped(members);
            return draft.file(
                    ARCHIVE,
                    "cclf-archive",
                    "cclf",
                    zip,
                    records,
                    change.andThen(entry -> entry.put("compression", "zip")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long records(String type) {
        return lines.get(type).size() - (type.equals(FileFormat.CONTROL_FILE) ? 1 : 0);
    }

    private static String name(String type) {
        return ARCHIVE.replace("ZCY", "ZC" + type.charAt(4) + 'Y');
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + '\n').getBytes(StandardCharsets.ISO_8859_1);
    }
}
