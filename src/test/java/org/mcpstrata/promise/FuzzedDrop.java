package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.ingest.DropCheck;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.layout.RifLine;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.store.TableWriter;

/**
 * A drop of one file whose bytes, or whose manifest, are spoiled before it is checked. The manifest knows the spoiled
 * bytes' own digest and number of lines, so that they reach the reader.
 */
final class FuzzedDrop implements FuzzedInput {
    private static final int LINES = 40;

    private final Path landing;
    private final String name;
    private final String type;
    private final String format;
    private final String layoutVersion;
    private final Wrapping wrapping;
    private final byte[] bytes;

    /** What of the drop is spoiled, and what it is wrapped in afterwards. */
    private enum Wrapping {
        NONE,
        GZIP,
        GZIP_SPOILED,
        ARCHIVE_SPOILED,
        MANIFEST_SPOILED
    }

    private FuzzedDrop(
            Path landing,
            String name,
            String type,
            String format,
            String layoutVersion,
            Wrapping wrapping,
            byte[] bytes) {
        this.landing = landing;
        this.name = name;
        this.type = type;
        this.format = format;
        this.layoutVersion = layoutVersion;
        this.wrapping = wrapping;
        this.bytes = bytes;
    }

    /** The first lines of every file of the sample's drops, and one manifest. */
    static List<FuzzedInput> all(Path sample, Path landing) throws IOException {
        List<FuzzedInput> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path manifest : files.filter(path -> path.endsWith("manifest.json"))
                    .sorted()
                    .toList()) {
                for (JsonNode entry :
                        new ObjectMapper().readTree(manifest.toFile()).get("files")) {
                    add(all, landing, manifest.getParent(), entry);
                }
            }
        }
        all.add(parquet(landing));
        all.add(rif(landing));
        return all;
    }

    private static void add(List<FuzzedInput> all, Path landing, Path drop, JsonNode entry) throws IOException {
        byte[] whole = Files.readAllBytes(drop.resolve(entry.get("name").asText()));
        if (entry.get("compression").asText().equals("gzip")) {
            whole = new GZIPInputStream(new ByteArrayInputStream(whole)).readAllBytes();
        }
        String name = entry.get("name").asText().replace(".gz", "");
        String format = entry.get("format").asText();
        byte[] part = part(whole, format.equals("apcd-cdl"));
        for (Wrapping wrapping : Wrapping.values()) {
            boolean archive = wrapping == Wrapping.ARCHIVE_SPOILED;
            boolean some = !archive && all.size() % 4 == wrapping.ordinal();
            if (wrapping == Wrapping.NONE || some || archive && name.contains(".ZC9Y")) {
                all.add(new FuzzedDrop(
                        landing,
                        name,
                        entry.get("type").asText(),
                        format,
                        entry.get("layoutVersion").asText(),
                        wrapping,
                        part));
            }
        }
    }

    /** The first lines, and the trailer where there is one. */
    private static byte[] part(byte[] whole, boolean trailer) {
        List<byte[]> lines = lines(whole);
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        lines.stream().limit(LINES).forEach(part::writeBytes);
        if (trailer && lines.size() > LINES) {
            String last = new String(lines.get(lines.size() - 1), StandardCharsets.UTF_8);
            part.writeBytes(DropDraft.bytes(last.replaceAll("\\|\\d+\\s*$", "|" + (LINES - 1) + "\n")));
        }
        return part.toByteArray();
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                lines.add(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        return lines;
    }

    @Override
    public String tryWith(Mutation mutation) {
        byte[] spoiled =
                switch (wrapping) {
                    case NONE -> mutation.of(bytes);
                    case GZIP -> DropDraft.gzip(mutation.of(bytes));
                    case GZIP_SPOILED -> mutation.of(DropDraft.gzip(bytes));
                    case ARCHIVE_SPOILED -> mutation.of(zip(name, bytes));
                    case MANIFEST_SPOILED -> bytes;
                };
        boolean packed = wrapping == Wrapping.GZIP || wrapping == Wrapping.GZIP_SPOILED;
        boolean archive = wrapping == Wrapping.ARCHIVE_SPOILED;
        String sent = packed ? name + ".gz" : name;
        String sentType = archive ? "cclf-archive" : type;
        long records = records(archive ? bytes : spoiled);
        DropDraft draft = new DropDraft(landing, "payer", "d1")
                .file(sent, sentType, format, spoiled, records, entry -> {
                    entry.put("layoutVersion", layoutVersion);
                    if (archive) {
                        entry.put("compression", "zip");
                    }
                });
        draft.send();
        Path manifest = draft.folder().resolve("manifest.json");
        try {
            if (wrapping == Wrapping.MANIFEST_SPOILED) {
                Files.write(manifest, mutation.of(Files.readAllBytes(manifest)));
            }
            DropOutcome outcome =
                    DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
            Files.delete(draft.folder().resolve(sent));
            Files.delete(manifest);
            return judge(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data records as another reader of plain text counts them; quoted line ends are not its business. */
    private long records(byte[] content) {
        long lines = lines(content).size();
        return switch (format) {
            case "apcd-cdl" -> Math.max(0, lines - 2);
            case "canonical-csv", "rif" -> Math.max(0, lines - 1);
            case "canonical-parquet" -> LINES;
            default -> type.equals("cclf0") ? Math.max(0, lines - 1) : lines;
        };
    }

    private static byte[] zip(String member, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One Parquet file as the pipeline itself writes it. */
    private static FuzzedInput parquet(Path landing) throws IOException {
        Path file = Files.createDirectories(landing).resolve("a.parquet");
        try (TableWriter writer = TableWriter.create(
                new org.apache.hadoop.fs.Path(file.toUri()), Table.ATTRIBUTION.schema(), new Configuration())) {
            for (int i = 1; i <= LINES; i++) {
                writer.write(attribution(i));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return new FuzzedDrop(landing, "a.parquet", "attribution", "canonical-parquet", "1", Wrapping.NONE, bytes);
    }

    /** Lines of a research file. */
    private static FuzzedInput rif(Path landing) {
        RifLine line = RifLine.claim("carrier").set("PRNCPAL_DGNS_CD", "E119").set("HCPCS_CD", "99213");
        StringBuilder text = new StringBuilder(line.headerText()).append('\n');
        for (int i = 1; i <= LINES; i++) {
            text.append(line.set("CLM_ID", Integer.toString(-i)).text()).append('\n');
        }
        return new FuzzedDrop(
                landing, "carrier.csv", "carrier", "rif", "1", Wrapping.NONE, DropDraft.bytes(text.toString()));
    }

    private static Object[] attribution(int number) {
        CanonicalRow row = new RowBuilder(Table.ATTRIBUTION)
                .provenance(new Provenance("payer", "d0", "a.csv", number), "m" + number)
                .set("practice_id", "P" + number % 5)
                .set("state", "NY")
                .set("track", 1)
                .set("participant_type", "STANDARD")
                .set("start_date", LocalDate.of(2025, 1, 1))
                .set("end_date", LocalDate.of(2025, 12, 31))
                .build();
        return Table.ATTRIBUTION.schema().columns().stream().map(row::value).toArray();
    }

    private static String judge(DropOutcome outcome) {
        assertThat(outcome.problems()).extracting(Problem::code).doesNotContain(ProblemCode.INTERNAL);
        if (outcome.state() != DropState.ACCEPTED) {
            assertThat(outcome.problems()).as(outcome.state().name()).isNotEmpty();
        }
        for (FileOutcome file : outcome.files()) {
            assertThat(file.accepted() + file.rejectedRecords()).isEqualTo(file.delivered());
            assertThat(file.accepted()).isNotNegative();
        }
        return outcome.state().name();
    }

    @Override
    public String toString() {
        return name + " " + wrapping;
    }
}
