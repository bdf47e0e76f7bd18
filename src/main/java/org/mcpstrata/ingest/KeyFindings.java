package org.mcpstrata.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What comparing keys found.
 *
 * @param duplicates records whose key an earlier record of the same drop has, unless they repeat it word for word
 * @param orphans members that a split's records name and neither their drop nor an older one of the payer describes
 * @param repeated records whose key a record of a newer drop has too
 */
record KeyFindings(List<Line> duplicates, List<Orphan> orphans, List<Repeated> repeated) implements Serializable {
    record Line(int split, long line) implements Serializable {}

    record Orphan(int split, KeyBlock.Hash member) implements Serializable {}

    /**
     * A record whose key a newer drop has too.
     *
     * @param newerSplit where the newer record is
     */
    record Repeated(int split, long line, int newerDrop, int newerSplit, long newerLine) implements Serializable {}

    private record Entry(KeyBlock.Hash hash, KeyBlock.Kind kind, long content, int split, long line) {
        boolean repeats(Entry first) {
            return content != KeyBlock.ITS_OWN && content == first.content;
        }
    }

    private static final Comparator<Entry> ORDER = Comparator.comparingLong(
                    (Entry entry) -> entry.hash().high())
            .thenComparingLong(entry -> entry.hash().low())
            .thenComparing(Entry::kind)
            .thenComparingInt(Entry::split)
            .thenComparingLong(Entry::line);

    KeyFindings {
        duplicates = List.copyOf(duplicates);
        orphans = List.copyOf(orphans);
        repeated = List.copyOf(repeated);
    }

    /**
     * Compares the keys of blocks that together hold every entry of each of their keys.
     *
     * @param drops of each split
     */
    static KeyFindings compare(List<byte[]> blocks, SplitDrops drops) {
        Entry[] entries = unpack(blocks);
        Arrays.sort(entries, ORDER);
        List<Line> duplicates = new ArrayList<>();
        List<Orphan> orphans = new ArrayList<>();
        List<Repeated> repeated = new ArrayList<>();
        int from = 0;
        while (from < entries.length) {
            int to = from + 1;
            int records = from;
            while (to < entries.length && entries[to].hash().equals(entries[from].hash())) {
                to++;
            }
            while (records < to && entries[records].kind() == KeyBlock.Kind.RECORD) {
                records++;
            }
            sameKey(entries, from, records, drops, duplicates, repeated);
            for (int i = records; i < to; i++) {
                if (!isDescribed(entries, from, records, drops, entries[i].split())) {
                    orphans.add(new Orphan(entries[i].split(), entries[i].hash()));
                }
            }
            from = to;
        }
        return new KeyFindings(duplicates, orphans, repeated);
    }

    private static boolean isDescribed(Entry[] entries, int from, int to, SplitDrops drops, int split) {
        for (int i = from; i < to; i++) {
            if (drops.knows(split, entries[i].split())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Splits are numbered by drop first, so that the entries of one drop stand together, its first record first. What repeats
     * the first one stands beside it, and a newer drop takes the place of both.
     */
    private static void sameKey(
            Entry[] entries, int from, int to, SplitDrops drops, List<Line> duplicates, List<Repeated> repeated) {
        if (to - from < 2) {
            return;
        }
        List<Entry> standing = new ArrayList<>();
        Entry first = entries[from];
        for (int i = from; i < to; i++) {
            Entry entry = entries[i];
            int drop = drops.of(entry.split());
            if (i == from || drops.of(first.split()) != drop) {
                first = entry;
                for (Entry older : standing) {
                    repeated.add(new Repeated(older.split(), older.line(), drop, entry.split(), entry.line()));
                }
                standing.add(entry);
            } else if (entry.repeats(first)) {
                standing.add(entry);
            } else {
                duplicates.add(new Line(entry.split(), entry.line()));
            }
        }
    }

    private static Entry[] unpack(List<byte[]> blocks) {
        int count =
                Math.toIntExact(blocks.stream().mapToLong(block -> block.length).sum() / KeyBlock.ENTRY_BYTES);
        Entry[] entries = new Entry[count];
        int next = 0;
        for (byte[] block : blocks) {
            ByteBuffer bytes = ByteBuffer.wrap(block);
            while (bytes.hasRemaining()) {
                KeyBlock.Hash hash = new KeyBlock.Hash(bytes.getLong(), bytes.getLong());
                KeyBlock.Kind kind = KeyBlock.Kind.values()[bytes.get()];
                entries[next++] = new Entry(hash, kind, bytes.getLong(), bytes.getInt(), bytes.getLong());
            }
        }
        return entries;
    }
}
