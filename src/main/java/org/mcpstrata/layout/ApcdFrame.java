package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;

/** A line of an APCD-CDL file that is no detail record: the HD record first, the TR record last, or column names. */
public sealed interface ApcdFrame extends Serializable {
    /** The mark in UTF-8, byte by byte. */
    String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /**
     * The HD record.
     *
     * @param fileType as delivered, {@code ME} for example
     * @param start first month of the file's period; empty where it is none
     * @param end last month of it
     */
    record Header(
            String submitter,
            String payer,
            String payerName,
            String fileType,
            Optional<YearMonth> start,
            Optional<YearMonth> end,
            boolean test)
            implements ApcdFrame {
        public Header {
            requireNonNull(submitter, "submitter");
            requireNonNull(payer, "payer");
            requireNonNull(payerName, "payerName");
            requireNonNull(fileType, "fileType");
            requireNonNull(start, "start");
            requireNonNull(end, "end");
        }
    }

    /**
     * The TR record.
     *
     * @param records data records without HD and TR; -1 where the field holds no number
     */
    record Trailer(String submitter, String payer, String payerName, String fileType, long records)
            implements ApcdFrame {
        public Trailer {
            requireNonNull(submitter, "submitter");
            requireNonNull(payer, "payer");
            requireNonNull(payerName, "payerName");
            requireNonNull(fileType, "fileType");
        }
    }

    /** A line of element ids, which some senders put after HD; it is skipped. */
    record ColumnNames() implements ApcdFrame {}

    /** Reads a line; empty for a detail record, and for an HD or TR record with too few fields. */
    static Optional<ApcdFrame> parse(byte[] buffer, int from, int to) {
        int start = startsWith(buffer, from, to, BYTE_ORDER_MARK) ? from + BYTE_ORDER_MARK.length() : from;
        if (startsWith(buffer, start, to, "CDL")) {
            return Optional.of(new ColumnNames());
        }
        boolean header = startsWith(buffer, start, to, "HD|");
        if (!header && !startsWith(buffer, start, to, "TR|")) {
            return Optional.empty();
        }
        int end = LineText.withoutReturn(buffer, start, to);
        String line = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        String[] fields = line.split("\\|", -1);
        if (fields.length < 8) {
            return Optional.empty();
        }
        return Optional.of(header ? header(fields) : trailer(fields));
    }

    private static Header header(String[] fields) {
        return new Header(
                fields[1].trim(),
                fields[2].trim(),
                fields[3].trim(),
                fields[4].trim(),
                month(fields[5].trim()),
                month(fields[6].trim()),
                fields[7].trim().equals("T"));
    }

    private static Trailer trailer(String[] fields) {
        String count = fields[7].trim();
        boolean number =
                !count.isEmpty() && count.length() <= 18 && count.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Trailer(
                fields[1].trim(),
                fields[2].trim(),
                fields[3].trim(),
                fields[4].trim(),
                number ? Long.parseLong(count) : -1);
    }

    private static Optional<YearMonth> month(String text) {
        if (text.length() != 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int month = Integer.parseInt(text.substring(4));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(text.substring(0, 4)), month));
    }

    private static boolean startsWith(byte[] buffer, int from, int to, String prefix) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if ((buffer[from + i] & 0xff) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
