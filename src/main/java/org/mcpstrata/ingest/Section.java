package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mcpstrata.layout.ControlRecord;

/**
 * One stream of records inside a drop, as a first pass over its bytes found it: a delivered file, or one member of a
 * delivered archive.
 *
 * @param name what provenance and reports call it: the file, or {@code archive!member}
 * @param member name inside the archive, empty outside of one
 * @param type file type; of an archive's member, the type its name says
 * @param lines physical lines, an empty last one not counted
 * @param quotes whether it holds a quotation mark at all
 * @param marks places where a line starts, about every 32 MB, so that several tasks can share a plain file
 * @param head the first two lines, each cut at the longest line
 * @param lastLine bytes of the last line, cut at the longest line
 * @param whole the whole of a control file, which is small; empty for every other type
 */
record Section(
        String name,
        String member,
        String type,
        long lines,
        boolean quotes,
        List<Mark> marks,
        List<byte[]> head,
        byte[] lastLine,
        byte[] whole)
        implements Serializable {
    Section {
        requireNonNull(name, "name");
        requireNonNull(member, "member");
        requireNonNull(type, "type");
        marks = List.copyOf(marks);
        head = List.copyOf(head);
        requireNonNull(lastLine, "lastLine");
        requireNonNull(whole, "whole");
    }

    /** What a control file states of the other files; nothing for every other type. */
    List<ControlRecord> controlRecords() {
        List<ControlRecord> records = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= whole.length; i++) {
            if (i == whole.length || whole[i] == '\n') {
                int to = i > from && whole[i - 1] == '\r' ? i - 1 : i;
                ControlRecord.parse(whole, from, to).ifPresent(records::add);
                from = i + 1;
            }
        }
        return records;
    }

    /** A line of the head, empty where there is none; without a byte order mark. */
    byte[] headLine(int index) {
        byte[] line = index < head.size() ? head.get(index) : new byte[0];
        boolean marked = index == 0
                && line.length >= 3
                && line[0] == (byte) 0xef
                && line[1] == (byte) 0xbb
                && line[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    /**
     * A place where a line starts.
     *
     * @param offset bytes before it
     * @param linesBefore physical lines before it
     */
    record Mark(long offset, long linesBefore) implements Serializable {}
}
