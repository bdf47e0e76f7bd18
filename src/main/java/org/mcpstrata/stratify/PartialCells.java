package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Practice;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;
import org.mcpstrata.store.Words;

/**
 * What one task counted: cells of practices, to be added to those of other tasks. Travels as one array of bytes, since
 * hundreds of thousands of small objects would cost more to send than to count.
 */
public final class PartialCells implements Serializable {
    /** Bytes that there is room for at first: few tasks count less. */
    private static final int ROOM = 1 << 16;

    private final byte[] bytes;

    private PartialCells(byte[] bytes) {
        this.bytes = requireNonNull(bytes, "bytes");
    }

    /**
     * Practices by id and the counts of every rate by group; a rate without verdicts is null.
     *
     * @param above by kind of entity, what is to be added to the sums of practices: all of counties, where these are wanted,
     *     and of other kinds what makes one person of somebody who has costs at several practices
     * @param references everybody's sums by rate and risk cell, for rates whose measure has a risk model
     */
    record Content(
            SortedMap<String, Practice> practices,
            Map<CellGroup, Counts[]> cells,
            Map<EntityType, Map<CellGroup, Counts[]>> above,
            SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references) {
        void add(Content other) {
            other.practices.forEach((id, practice) -> {
                Practice known = practices.putIfAbsent(id, practice);
                if (known != null && !known.equals(practice)) {
                    throw new IllegalArgumentException("one practice is described in two ways");
                }
            });
            other.cells.forEach((group, counts) -> cells.merge(group, counts, PartialCells::sum));
            other.above.forEach((type, more) -> {
                Map<CellGroup, Counts[]> sums = above.computeIfAbsent(type, absent -> new HashMap<>());
                more.forEach((group, counts) -> sums.merge(group, counts, PartialCells::sum));
            });
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
        Content sum = new Content(new TreeMap<>(), new HashMap<>(), new EnumMap<>(EntityType.class), new TreeMap<>());
        parts.forEach(part -> sum.add(part.content()));
        return sum;
    }

    /** The cells of all as one. */
    static PartialCells sum(List<PartialCells> parts) {
        return parts.size() == 1 ? parts.get(0) : of(merged(parts));
    }

    static PartialCells of(Content content) {
        EntryWriter out = new EntryWriter(ROOM);
        Words words = new Words();
        out.number(content.practices().size());
        content.practices().values().forEach(practice -> write(out, practice));
        write(out, words, content.cells());
        out.number(content.above().size());
        content.above().forEach((type, cells) -> {
            words.write(out, type.name());
            write(out, words, cells);
        });
        write(out, content.references());
        return new PartialCells(out.written());
    }

    private static void write(EntryWriter out, Words words, Map<CellGroup, Counts[]> cells) {
        out.number(cells.size());
        cells.forEach((group, rates) -> {
            words.write(out, group.entityId());
            words.write(out, group.payerScope());
            words.write(out, group.stratifierId());
            words.write(out, group.stratumId());
            out.number(rates.length);
            for (Counts counts : rates) {
                out.flag(counts != null);
                if (counts != null) {
                    counts.write(out);
                }
            }
        });
    }

    private static void write(EntryWriter out, Practice practice) {
        out.text(practice.id());
        out.text(practice.name());
        out.text(practice.tin());
        out.text(practice.state());
        out.number(practice.track());
        out.text(practice.participantType());
    }

    private static void write(EntryWriter out, SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references) {
        out.number(references.size());
        references.forEach((rate, sums) -> {
            out.number(rate);
            out.number(sums.size());
            sums.forEach((cell, sum) -> {
                out.number(cell);
                out.number(sum.people());
                out.decimal(sum.observation());
                out.decimal(sum.exposure());
            });
        });
    }

    Content content() {
        EntryReader in = new EntryReader(bytes);
        Words words = new Words();
        try {
            SortedMap<String, Practice> practices = new TreeMap<>();
            for (int left = in.count(); left > 0; left--) {
                Practice practice = new Practice(
                        in.text(), in.text(), in.text(), in.text(), Math.toIntExact(in.number()), in.text());
                practices.put(practice.id(), practice);
            }
            Map<CellGroup, Counts[]> cells = readCells(in, words);
            Map<EntityType, Map<CellGroup, Counts[]>> above = new EnumMap<>(EntityType.class);
            for (int left = in.count(); left > 0; left--) {
                above.put(EntityType.valueOf(words.read(in)), readCells(in, words));
            }
            return new Content(practices, cells, above, readReferences(in));
        } catch (IOException e) {
            throw new IllegalStateException("what a task counted has other bytes than it was given");
        }
    }

    private static Map<CellGroup, Counts[]> readCells(EntryReader in, Words words) throws IOException {
        int groups = in.count();
        Map<CellGroup, Counts[]> cells = new HashMap<>(2 * groups);
        for (int left = groups; left > 0; left--) {
            CellGroup group = new CellGroup(words.read(in), words.read(in), words.read(in), words.read(in));
            Counts[] rates = new Counts[in.count()];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = in.flag() ? Counts.read(in) : null;
            }
            cells.put(group, rates);
        }
        return cells;
    }

    private static SortedMap<Integer, SortedMap<Integer, ReferenceSums>> readReferences(EntryReader in)
            throws IOException {
        SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references = new TreeMap<>();
        for (int rates = in.count(); rates > 0; rates--) {
            SortedMap<Integer, ReferenceSums> sums = new TreeMap<>();
            references.put(Math.toIntExact(in.number()), sums);
            for (int left = in.count(); left > 0; left--) {
                sums.put(Math.toIntExact(in.number()), new ReferenceSums(in.number(), in.decimal(), in.decimal()));
            }
        }
        return references;
    }
}
