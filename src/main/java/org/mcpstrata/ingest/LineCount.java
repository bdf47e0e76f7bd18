package org.mcpstrata.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One pass over decompressed bytes: counts lines, notes where they start, keeps the first and the last one. */
final class LineCount {
    private static final int HEAD_LINES = 2;

    private final long markEvery;
    private final List<Section.Mark> marks = new ArrayList<>();
    private final List<byte[]> head = new ArrayList<>();
    private final ByteArrayOutputStream headLine = new ByteArrayOutputStream();
    private byte[] tail = new byte[0];
    private boolean quotes;
    private long bytes;
    private long ended;
    private long nextMark;

    private LineCount(long markEvery) {
        this.markEvery = markEvery;
        this.nextMark = markEvery;
    }

    static LineCount of(InputStream in, long markEvery) throws IOException {
        LineCount count = new LineCount(markEvery);
        byte[] chunk = new byte[LineRules.LONGEST_LINE];
        for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
            count.take(chunk, read);
        }
        return count;
    }

    private void take(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            byte b = chunk[i];
            quotes |= b == '"';
            if (b == '\n') {
                ended++;
                long next = bytes + i + 1;
                if (next >= nextMark) {
                    marks.add(new Section.Mark(next, ended));
                    nextMark = next + markEvery;
                }
            }
        }
        keepHead(chunk, length);
        keepTail(chunk, length);
        bytes += length;
    }

    private void keepHead(byte[] chunk, int length) {
        for (int i = 0; i < length && head.size() < HEAD_LINES; i++) {
            if (chunk[i] == '\n') {
                head.add(withoutReturn(headLine.toByteArray()));
                headLine.reset();
            } else if (headLine.size() <= LineRules.LONGEST_LINE) {
                headLine.write(chunk[i]);
            }
        }
    }

    /** The last bytes of the stream: enough for a longest line, its end and an empty line behind it. */
    private void keepTail(byte[] chunk, int length) {
        int most = LineRules.LONGEST_LINE + 4;
        int kept = Math.min(tail.length, most - Math.min(length, most));
        byte[] joined = new byte[kept + Math.min(length, most)];
        System.arraycopy(tail, tail.length - kept, joined, 0, kept);
        System.arraycopy(chunk, length - (joined.length - kept), joined, kept, joined.length - kept);
        tail = joined;
    }

    boolean startsAsUtf16() {
        byte[] start = head.isEmpty() ? headLine.toByteArray() : head.get(0);
        return start.length >= 2
                && (start[0] == (byte) 0xfe && start[1] == (byte) 0xff
                        || start[0] == (byte) 0xff && start[1] == (byte) 0xfe);
    }

    Section section(String name, String member, String type) {
        long lines = ended + (bytes > 0 && tail[tail.length - 1] != '\n' ? 1 : 0);
        int end = tail.length;
        if (lines > 1 && lastLineLength(end) == 0) {
            lines--;
            end = startOfLastLine(end);
        }
        int to = withoutLineEnd(end);
        return new Section(
                name,
                member,
                type,
                lines,
                quotes,
                marks,
                allHeadLines(),
                Arrays.copyOfRange(tail, startOfLastLine(end), to),
                type.equals(FileFormat.CONTROL_FILE) && bytes == tail.length ? tail : new byte[0]);
    }

    private List<byte[]> allHeadLines() {
        List<byte[]> all = new ArrayList<>(head);
        if (all.size() < HEAD_LINES && headLine.size() > 0) {
            all.add(headLine.toByteArray());
        }
        return all;
    }

    private int lastLineLength(int end) {
        return withoutLineEnd(end) - startOfLastLine(end);
    }

    private int startOfLastLine(int end) {
        int at = end > 0 && tail[end - 1] == '\n' ? end - 1 : end;
        while (at > 0 && tail[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private int withoutLineEnd(int end) {
        int at = end;
        if (at > 0 && tail[at - 1] == '\n') {
            at--;
            if (at > 0 && tail[at - 1] == '\r') {
                at--;
            }
        }
        return at;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean ends = line.length > 0 && line[line.length - 1] == '\r';
        return ends ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
