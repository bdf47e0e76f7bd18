package org.mcpstrata.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;

/** Lines of delivered files, and what a reader makes of them. */
final class DeliveredLines {
    static final DropFacts MEDICARE = new DropFacts(LineOfBusiness.MEDICARE_FFS, LocalDate.of(2026, 2, 15));

    private DeliveredLines() {}

    static List<byte[]> of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        return split(bytes);
    }

    static List<byte[]> split(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length && start < i || i < bytes.length && bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    static Provenance line(long number) {
        return new Provenance("payer", "drop", "file", number);
    }

    static RecordOutcome read(RecordReader reader, byte[] line, DropFacts drop) {
        return reader.read(line, 0, line.length, line(1), drop);
    }

    static RecordOutcome read(RecordReader reader, String line) {
        return read(reader, line.getBytes(StandardCharsets.ISO_8859_1), MEDICARE);
    }

    static List<CanonicalRow> rows(RecordOutcome outcome, Table table) {
        if (!(outcome instanceof RecordOutcome.Accepted accepted)) {
            throw new AssertionError("rejected: " + outcome);
        }
        return accepted.rows().stream().filter(row -> row.table() == table).toList();
    }

    static CanonicalRow row(RecordOutcome outcome, Table table) {
        List<CanonicalRow> rows = rows(outcome, table);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows of " + table);
        }
        return rows.get(0);
    }
}
