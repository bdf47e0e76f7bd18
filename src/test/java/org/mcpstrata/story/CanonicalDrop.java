package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;

/**
 * One payer's drop of canonical CSV files in the making. Rows go straight to their files, so that its size is no matter;
 * closing it writes the manifest that makes the drop complete.
 */
public final class CanonicalDrop implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String payer;
    private final LineOfBusiness lineOfBusiness;
    private final int year;
    private final SortedMap<Table, TableFile> files = new TreeMap<>();

    private CanonicalDrop(Path folder, String payer, LineOfBusiness lineOfBusiness, int year) {
        this.folder = requireNonNull(folder, "folder");
        this.payer = requireNonNull(payer, "payer");
        this.lineOfBusiness = requireNonNull(lineOfBusiness, "lineOfBusiness");
        this.year = year;
    }

    /** Opens the drop that the payer delivers in the April after the measurement period. */
    public static CanonicalDrop open(Path landing, String payer, LineOfBusiness lineOfBusiness, int year)
            throws IOException {
        Path folder = Files.createDirectories(landing.resolve(payer).resolve(idOf(year)));
        return new CanonicalDrop(folder, payer, lineOfBusiness, year);
    }

    /** The drop of the April after the measurement period. */
    public static String idOf(int year) {
        return (year + 1) + "0401T000000Z-001";
    }

    /**
     * Adds a row.
     *
     * @param values text by column name; a column that is not named is empty
     */
    public void add(Table table, String memberId, Map<String, String> values) throws IOException {
        TableFile file = files.get(table);
        if (file == null) {
            file = new TableFile(table, folder);
            files.put(table, file);
        }
        file.add(memberId, values);
    }

    @Override
    public void close() throws IOException {
        ArrayNode entries = JSON.createArrayNode();
        for (TableFile file : files.values()) {
            entries.add(file.finish());
        }
        ObjectNode manifest = JSON.createObjectNode()
                .put("manifestVersion", 1)
                .put("payer", payer)
                .put("lineOfBusiness", lineOfBusiness.name())
                .put("drop", idOf(year))
                .put("createdAt", (year + 1) + "-04-01T00:00:00Z")
                .put("mode", "full");
        manifest.putObject("period").put("start", "2000-01-01").put("end", (year + 1) + "-03-31");
        manifest.putArray("supersedes");
        manifest.set("files", entries);
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    /** The columns of a table's file, in order. */
    public static List<String> header(Table table) {
        List<String> header = new ArrayList<>(List.of("member_id"));
        RowDraft.columnsOf(table).forEach(column -> header.add(column.name()));
        return header;
    }

    /** The fields of one line, in the order of {@link #header}. */
    public static String[] record(Table table, String memberId, Map<String, String> values) {
        values.keySet().forEach(table::column);
        return header(table).stream()
                .map(column -> column.equals("member_id") ? memberId : values.getOrDefault(column, ""))
                .toArray(String[]::new);
    }

    /** The file of one table while it is written. */
    private static final class TableFile {
        private final Table table;
        private final Path path;
        private final CsvWriter csv;
        private int records;

        TableFile(Table table, Path folder) throws IOException {
            this.table = table;
            this.path = folder.resolve(table.tableName() + ".csv");
            this.csv = CsvWriter.builder().build(path);
            csv.writeRecord(header(table));
        }

        void add(String memberId, Map<String, String> values) {
            csv.writeRecord(record(table, memberId, values));
            records++;
        }

        ObjectNode finish() throws IOException {
            csv.close();
            return JSON.createObjectNode()
                    .put("name", path.getFileName().toString())
                    .put("type", table.tableName())
                    .put("format", "canonical-csv")
                    .put("layoutVersion", "1")
                    .put("compression", "none")
                    .put("encoding", "UTF-8")
                    .put("bytes", Files.size(path))
                    .put("sha256", sha256(path))
                    .put("records", records);
        }

        private static String sha256(Path path) throws IOException {
            try (InputStream in = Files.newInputStream(path)) {
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
                digested.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(digested.getMessageDigest().digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
