package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a CCLF0 file: what it says about another file of the delivery (inputs.md 1.3).
 *
 * @param fileType file type as in a manifest, for example {@code cclf5}
 * @param description the file's name in words
 * @param records data records of that file
 * @param recordLength length of one of its records; senders of 2018 understate that of CCLF9 by one
 */
public record ControlRecord(String fileType, String description, long records, int recordLength)
        implements Serializable {
    private static final String HEADER = "File Number";
    private static final int FILE_TYPE_END = 7;
    private static final int DESCRIPTION_START = 8;
    private static final int DESCRIPTION_END = 51;
    private static final int RECORDS_START = 52;
    private static final int RECORDS_END = 63;
    private static final int LENGTH_START = 64;
    private static final int LENGTH_END = 69;

    public ControlRecord {
        requireNonNull(fileType, "fileType");
        requireNonNull(description, "description");
    }

    /** Whether this is the line of column titles, which is no record. */
    public static boolean isHeader(byte[] buffer, int from, int to) {
        return line(buffer, from, to).startsWith(HEADER);
    }

    /** Reads one line; empty where it has another shape. */
    public static Optional<ControlRecord> parse(byte[] buffer, int from, int to) {
        String line = line(buffer, from, to);
        if (line.length() <= LENGTH_START
                || line.charAt(FILE_TYPE_END) != '|'
                || line.charAt(DESCRIPTION_END) != '|'
                || line.charAt(RECORDS_END) != '|') {
            return Optional.empty();
        }
        String type = line.substring(0, FILE_TYPE_END).trim().toLowerCase(Locale.ROOT);
        String records = line.substring(RECORDS_START, RECORDS_END).trim();
        String length = line.substring(LENGTH_START, Math.min(LENGTH_END, line.length()))
                .trim();
        if (!type.startsWith("cclf") || !isNumber(records) || !isNumber(length) || line.length() > LENGTH_END) {
            return Optional.empty();
        }
        String description = line.substring(DESCRIPTION_START, DESCRIPTION_END).trim();
        return Optional.of(new ControlRecord(type, description, Long.parseLong(records), Integer.parseInt(length)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String line(byte[] buffer, int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
