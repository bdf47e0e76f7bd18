package org.mcpstrata.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;

/** Writes stories as drops of canonical CSV files, one payer for each line of business, by the drop contract. */
final class StoryDrop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoryDrop() {}

    /** Writes every payer's drop below the landing folder; all stories are of one measurement year. */
    static void write(List<Story> stories, Path landing) throws IOException {
        SortedMap<LineOfBusiness, List<Story>> byPayer = new TreeMap<>();
        for (Story story : stories) {
            byPayer.computeIfAbsent(story.lineOfBusiness(), any -> new ArrayList<>())
                    .add(story);
        }
        for (Map.Entry<LineOfBusiness, List<Story>> payer : byPayer.entrySet()) {
            writeDrop(payer.getKey(), payer.getValue(), landing);
        }
    }

    static String payerOf(LineOfBusiness lineOfBusiness) {
        return "story-" + lineOfBusiness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The drop of the April after the measurement period. */
    static String dropId(int year) {
        return (year + 1) + "0401T000000Z-001";
    }

    static Path folderOf(LineOfBusiness lineOfBusiness, int year, Path landing) {
        return landing.resolve(payerOf(lineOfBusiness)).resolve(dropId(year));
    }

    private static void writeDrop(LineOfBusiness lineOfBusiness, List<Story> stories, Path landing) throws IOException {
        int year = stories.get(0).year();
        Path folder = Files.createDirectories(folderOf(lineOfBusiness, year, landing));
        SortedMap<Table, List<String[]>> recordsByTable = new TreeMap<>();
        for (Story story : stories) {
            for (StoryRow row : story.rows()) {
                recordsByTable
                        .computeIfAbsent(row.table(), any -> new ArrayList<>())
                        .add(record(story.memberId(), row));
            }
        }
        ArrayNode files = JSON.createArrayNode();
        for (Map.Entry<Table, List<String[]>> table : recordsByTable.entrySet()) {
            String name = table.getKey().tableName() + ".csv";
            byte[] bytes = csv(table.getKey(), table.getValue());
            Files.write(folder.resolve(name), bytes);
            files.add(
                    manifestEntry(name, table.getKey(), bytes, table.getValue().size()));
        }
        ObjectNode manifest = JSON.createObjectNode()
                .put("manifestVersion", 1)
                .put("payer", payerOf(lineOfBusiness))
                .put("lineOfBusiness", lineOfBusiness.name())
                .put("drop", dropId(year))
                .put("createdAt", (year + 1) + "-04-01T00:00:00Z")
                .put("mode", "full");
        manifest.putObject("period").put("start", "2000-01-01").put("end", (year + 1) + "-03-31");
        manifest.putArray("supersedes");
        manifest.set("files", files);
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    /** The fields of one line, in the order of {@link #header}. */
    static String[] record(String memberId, StoryRow row) {
        List<Column> columns = RowDraft.columnsOf(row.table());
        String[] record = new String[columns.size() + 1];
        record[0] = memberId;
        for (int i = 0; i < columns.size(); i++) {
            record[i + 1] = row.values().getOrDefault(columns.get(i).name(), "");
        }
        return record;
    }

    static List<String> header(Table table) {
        List<String> header = new ArrayList<>(List.of("member_id"));
        RowDraft.columnsOf(table).forEach(column -> header.add(column.name()));
        return header;
    }

    private static byte[] csv(Table table, List<String[]> records) throws IOException {
        List<String[]> lines = new ArrayList<>(records);
        lines.add(0, header(table).toArray(String[]::new));
        return csv(lines);
    }

    static byte[] csv(List<String[]> records) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            records.forEach(writer::writeRecord);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode manifestEntry(String name, Table table, byte[] bytes, int records) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("type", table.tableName())
                .put("format", "canonical-csv")
                .put("layoutVersion", "1")
                .put("compression", "none")
                .put("encoding", "UTF-8")
                .put("bytes", bytes.length)
                .put("sha256", sha256(bytes))
                .put("records", records);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
