package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;

/**
 * Cuts bytes into records and judges each record's bytes. Lines end in LF or CRLF; the last one may lack its end. A
 * record that is too long, holds a lone CR, a NUL, another control character or bytes of another encoding is still one
 * record, with its problem, and the next one starts where it should.
 */
final class StrictLines implements Closeable {
    private final InputStream in;
    private final LineRules rules;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;

    private byte[] record = new byte[1 << 10];
    private int length;
    private int start;
    private boolean tooLong;
    private boolean strayQuote;
    private long line;
    private long lines;
    private boolean first;

    /**
     * @param in at the start of a line; closed with this reader
     * @param linesBefore physical lines of the file before it
     */
    StrictLines(InputStream in, LineRules rules, long linesBefore) {
        this.in = requireNonNull(in, "in");
        this.rules = requireNonNull(rules, "rules");
        this.lines = linesBefore;
        this.first = linesBefore == 0;
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        length = 0;
        start = 0;
        tooLong = false;
        strayQuote = false;
        if (!readLine()) {
            return false;
        }
        lines++;
        line = lines;
        if (first) {
            first = false;
            start = startsWithByteOrderMark() ? 3 : 0;
        }
        if (rules.quoted()) {
            continueInsideQuotes();
        }
        cutLineEnd();
        return true;
    }

    /** Bytes that hold the record. */
    byte[] buffer() {
        return record;
    }

    int from() {
        return start;
    }

    int to() {
        return length;
    }

    /** Physical line on which the record starts, from 1. */
    long line() {
        return line;
    }

    /** Physical lines taken so far, those before the start included. */
    long lines() {
        return lines;
    }

    /** What is wrong with the record's bytes, if anything. */
    Optional<ProblemCode> problem() {
        if (tooLong || length - start > rules.longest()) {
            return Optional.of(ProblemCode.FIELD_TOO_LONG);
        }
        boolean loneReturn = false;
        for (int i = start; i < length; i++) {
            loneReturn |= record[i] == '\r' && (i + 1 >= length || record[i + 1] != '\n');
        }
        if (loneReturn || strayQuote) {
            return Optional.of(ProblemCode.RECORD_SHAPE);
        }
        return firstFault() < 0 ? Optional.empty() : Optional.of(ProblemCode.ENCODING);
    }

    /** The byte at which an {@link ProblemCode#ENCODING} problem begins, as the field of its place; else empty. */
    String faultyByte() {
        boolean ofBytes = problem().filter(code -> code == ProblemCode.ENCODING).isPresent();
        return ofBytes ? Place.fieldOfByte(firstFault() + 1L) : "";
    }

    /** Index of the first byte that may not stand in the record, or -1. */
    private int firstFault() {
        if (rules.encoding() == Encoding.UTF_8) {
            return Utf8.firstFault(record, start, length, rules.quoted());
        }
        for (int i = start; i < length; i++) {
            int b = record[i] & 0xff;
            boolean lineEnd = rules.quoted() && (b == '\n' || b == '\r');
            boolean control = b < 0x20 && b != '\t' && !lineEnd || b >= 0x7f && b < 0xa0;
            if (control || b > 0x7f && rules.encoding() == Encoding.US_ASCII) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWithByteOrderMark() {
        return length >= 3 && record[0] == (byte) 0xef && record[1] == (byte) 0xbb && record[2] == (byte) 0xbf;
    }

    /** Adds one physical line, its end included, to the record; false where there is none. */
    private boolean readLine() throws IOException {
        boolean any = false;
        while (true) {
            if (chunkAt == chunkEnd) {
                int count = in.read(chunk);
                if (count <= 0) {
                    return any;
                }
                chunkAt = 0;
                chunkEnd = count;
            }
            any = true;
            int at = chunkAt;
            while (at < chunkEnd && chunk[at] != '\n') {
                at++;
            }
            boolean ended = at < chunkEnd;
            append(chunkAt, ended ? at + 1 : at);
            chunkAt = ended ? at + 1 : at;
            if (ended) {
                return true;
            }
        }
    }

    private void append(int from, int to) {
        // Room for the line end and a byte order mark; whatever exceeds it is counted, not kept.
        int room = rules.longest() + 8 - length;
        int count = Math.min(to - from, room);
        tooLong |= count < to - from;
        if (count > 0) {
            if (length + count > record.length) {
                record = Arrays.copyOf(record, Math.max(length + count, record.length * 2));
            }
            System.arraycopy(chunk, from, record, length, count);
            length += count;
        }
    }

    /** Quotes open only at the start of a field, so that a stray quote cannot swallow the lines behind it. */
    private void continueInsideQuotes() throws IOException {
        boolean fieldStart = true;
        boolean inside = false;
        boolean closed = false;
        int at = start;
        while (!tooLong) {
            for (; at < length; at++) {
                byte b = record[at];
                if (inside) {
                    if (b == '"') {
                        inside = false;
                        closed = true;
                    }
                } else if (b == ',') {
                    fieldStart = true;
                    closed = false;
                } else if (b == '"' && (fieldStart || closed)) {
                    inside = true;
                    fieldStart = false;
                    closed = false;
                } else {
                    boolean lineEnd = b == '\n' || b == '\r' && at + 1 < length && record[at + 1] == '\n';
                    strayQuote |= b == '"' || closed && !lineEnd;
                    fieldStart = false;
                }
            }
            if (!inside) {
                return;
            }
            if (!readLine()) {
                strayQuote = true;
                return;
            }
            lines++;
        }
    }

    private void cutLineEnd() {
        if (length > start && record[length - 1] == '\n') {
            length--;
            if (length > start && record[length - 1] == '\r') {
                length--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
