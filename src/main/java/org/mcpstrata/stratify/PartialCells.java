package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Practice;

/**
 * What one task counted: cells of practices, to be added to those of other tasks. Travels as one array of bytes, since
 * hundreds of thousands of small objects would cost more to send than to count.
 */
public final class PartialCells implements Serializable {
    private final byte[] bytes;

    private PartialCells(byte[] bytes) {
        this.bytes = requireNonNull(bytes, "bytes");
    }

    /**
     * Practices by id and the counts of every rate by group; a rate without verdicts is null.
     *
     * @param counties the same of the counties people live in, where these are wanted
     * @param references everybody's sums by rate and risk cell, for rates whose measure has a risk model
     */
    record Content(
            SortedMap<String, Practice> practices,
            Map<CellGroup, Counts[]> cells,
            Map<CellGroup, Counts[]> counties,
            SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references) {
        void add(Content other) {
            other.practices.forEach((id, practice) -> {
                Practice known = practices.putIfAbsent(id, practice);
                if (known != null && !known.equals(practice)) {
                    throw new IllegalArgumentException("one practice is described in two ways");
                }
            });
            other.cells.forEach((group, counts) -> cells.merge(group, counts, PartialCells::sum));
            other.counties.forEach((group, counts) -> counties.merge(group, counts, PartialCells::sum));
            other.references.forEach((rate, sums) -> sums.forEach((cell, more) -> references
                    .computeIfAbsent(rate, absent -> new TreeMap<>())
                    .merge(cell, more, ReferenceSums::plus)));
        }
    }

    static Counts[] sum(Counts[] one, Counts[] other) {
        Counts[] sum = new Counts[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] == null ? other[i] : other[i] == null ? one[i] : one[i].plus(other[i]);
        }
        return sum;
    }

    /** The cells of both, each person counted in one of them. */
    public PartialCells plus(PartialCells other) {
        return of(merged(List.of(this, other)));
    }

    /** The cells of all, each person counted in one of them. */
    static Content merged(List<PartialCells> parts) {
        Content sum = new Content(new TreeMap<>(), new HashMap<>(), new HashMap<>(), new TreeMap<>());
        parts.forEach(part -> sum.add(part.content()));
        return sum;
    }

    /** The cells of all as one. */
    static PartialCells sum(List<PartialCells> parts) {
        return parts.size() == 1 ? parts.get(0) : of(merged(parts));
    }

    static PartialCells of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(content.practices().size());
            for (Practice practice : content.practices().values()) {
                write(out, practice);
            }
            write(out, content.cells());
            write(out, content.counties());
            writeReferences(out, content.references());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PartialCells(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Map<CellGroup, Counts[]> cells) throws IOException {
        Map<String, Integer> words = words(cells);
        out.writeInt(words.size());
        for (String word : words.keySet()) {
            out.writeUTF(word);
        }
        out.writeInt(cells.size());
        for (Map.Entry<CellGroup, Counts[]> group : cells.entrySet()) {
            out.writeInt(words.get(group.getKey().entityId()));
            out.writeInt(words.get(group.getKey().payerScope()));
            out.writeInt(words.get(group.getKey().stratifierId()));
            out.writeInt(words.get(group.getKey().stratumId()));
            write(out, group.getValue());
        }
    }

    private static Map<String, Integer> words(Map<CellGroup, Counts[]> cells) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (CellGroup group : cells.keySet()) {
            words.putIfAbsent(group.entityId(), words.size());
            words.putIfAbsent(group.payerScope(), words.size());
            words.putIfAbsent(group.stratifierId(), words.size());
            words.putIfAbsent(group.stratumId(), words.size());
        }
        return words;
    }

    private static void write(DataOutputStream out, Counts[] rates) throws IOException {
        out.writeInt(rates.length);
        for (Counts counts : rates) {
            out.writeBoolean(counts != null);
            if (counts != null) {
                CountsCodec.write(out, counts);
            }
        }
    }

    private static void write(DataOutputStream out, Practice practice) throws IOException {
        out.writeUTF(practice.id());
        out.writeUTF(practice.name());
        out.writeUTF(practice.tin());
        out.writeUTF(practice.state());
        out.writeInt(practice.track());
        out.writeUTF(practice.participantType());
    }

    private static void writeReferences(
            DataOutputStream out, SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references) throws IOException {
        CountsCodec.writeCount(out, references.size());
        for (Map.Entry<Integer, SortedMap<Integer, ReferenceSums>> rate : references.entrySet()) {
            CountsCodec.writeCount(out, rate.getKey());
            CountsCodec.writeCount(out, rate.getValue().size());
            for (Map.Entry<Integer, ReferenceSums> cell : rate.getValue().entrySet()) {
                CountsCodec.writeCount(out, cell.getKey());
                CountsCodec.write(out, cell.getValue());
            }
        }
    }

    private static SortedMap<Integer, SortedMap<Integer, ReferenceSums>> readReferences(DataInputStream in)
            throws IOException {
        SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references = new TreeMap<>();
        for (long rates = CountsCodec.readCount(in); rates > 0; rates--) {
            SortedMap<Integer, ReferenceSums> sums = new TreeMap<>();
            references.put((int) CountsCodec.readCount(in), sums);
            for (long left = CountsCodec.readCount(in); left > 0; left--) {
                sums.put((int) CountsCodec.readCount(in), CountsCodec.readReference(in));
            }
        }
        return references;
    }

    Content content() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            SortedMap<String, Practice> practices = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Practice practice = new Practice(
                        in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readInt(), in.readUTF());
                practices.put(practice.id(), practice);
            }
            return new Content(practices, readCells(in), readCells(in), readReferences(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<CellGroup, Counts[]> readCells(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        int groups = in.readInt();
        Map<CellGroup, Counts[]> cells = new HashMap<>(2 * groups);
        for (int left = groups; left > 0; left--) {
            CellGroup group = new CellGroup(
                    words.get(in.readInt()), words.get(in.readInt()), words.get(in.readInt()), words.get(in.readInt()));
            cells.put(group, readRates(in));
        }
        return cells;
    }

    private static Counts[] readRates(DataInputStream in) throws IOException {
        Counts[] rates = new Counts[in.readInt()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = in.readBoolean() ? CountsCodec.read(in) : null;
        }
        return rates;
    }
}
