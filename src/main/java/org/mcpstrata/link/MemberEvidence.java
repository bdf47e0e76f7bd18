package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Member;
import org.mcpstrata.store.RecordCodec;
import scala.Tuple2;

/**
 * What the rows of one task tell about members, added up before it travels: a payer repeats itself about a member in many
 * rows of one file.
 */
final class MemberEvidence implements Iterator<Tuple2<Long, byte[]>> {
    /** So many members are held at once; whoever comes again later travels twice. */
    private static final int HELD = 50_000;

    private final Iterator<CanonicalRow> rows;
    private final Drops drops;
    private final NameKeys names;
    private final RecordCodec<IdentityEvidence> codec = new RecordCodec<>(IdentityEvidence.class);
    private Iterator<IdentityEvidence.Sum> ready = Collections.emptyIterator();

    MemberEvidence(Iterator<CanonicalRow> rows, Drops drops, LinkageKey key) {
        this.rows = requireNonNull(rows, "rows");
        this.drops = requireNonNull(drops, "drops");
        this.names = new NameKeys(key);
    }

    @Override
    public boolean hasNext() {
        if (!ready.hasNext() && rows.hasNext()) {
            ready = addUp();
        }
        return ready.hasNext();
    }

    @Override
    public Tuple2<Long, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        IdentityEvidence evidence = ready.next().evidence();
        return new Tuple2<>(MemberHash.of(evidence.member()), codec.encode(evidence));
    }

    private Iterator<IdentityEvidence.Sum> addUp() {
        Map<Member, IdentityEvidence.Sum> sums = new HashMap<>();
        while (rows.hasNext() && sums.size() < HELD) {
            CanonicalRow row = rows.next();
            sums.computeIfAbsent(row.member(), IdentityEvidence.Sum::new).add(row, drops, names);
        }
        return sums.values().iterator();
    }

    /** What the tasks told about the members of one number: nearly always one member. */
    static Stream<MemberIdentity> together(List<byte[]> told, RecordCodec<IdentityEvidence> codec) {
        SortedMap<Member, IdentityEvidence.Sum> sums = new TreeMap<>();
        for (byte[] entry : told) {
            IdentityEvidence evidence = decoded(codec, entry);
            sums.computeIfAbsent(evidence.member(), IdentityEvidence.Sum::new).add(evidence);
        }
        return sums.values().stream().map(sum -> MemberIdentity.of(sum.evidence()));
    }

    /** An entry that this run encoded. */
    static <T> T decoded(RecordCodec<T> codec, byte[] entry) {
        try {
            return codec.decode(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
