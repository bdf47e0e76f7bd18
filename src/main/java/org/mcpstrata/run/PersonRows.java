package org.mcpstrata.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;

/**
 * What reaches the evaluation of one person: a member may come without a row where no row about it may count, and whoever
 * was linked has a result.
 *
 * @param members all that the person is, in order
 * @param rows those that may count, in the order of {@link PersonShuffle#inOrder}
 */
record PersonRows(List<Member> members, List<CanonicalRow> rows) implements Serializable {
    /** In the place of a table's number, which is never negative. */
    private static final byte NAMING = -1;

    PersonRows {
        members = List.copyOf(members);
        rows = List.copyOf(rows);
    }

    /** Bytes that name a member and say nothing of it; they travel as rows do. */
    static byte[] naming(Member member) {
        byte[] name = (" " + member.payerId() + '\n' + member.memberId()).getBytes(StandardCharsets.UTF_8);
        name[0] = NAMING;
        return name;
    }

    private static boolean isNaming(byte[] entry) {
        return entry[0] == NAMING;
    }

    private static Member named(byte[] entry) {
        String name = new String(entry, 1, entry.length - 1, StandardCharsets.UTF_8);
        int end = name.indexOf('\n');
        return new Member(name.substring(0, end), name.substring(end + 1));
    }

    /** @param entries encoded rows and names of one person, in any order and as often as they come */
    static PersonRows of(List<byte[]> entries) {
        SortedSet<Member> members = new TreeSet<>();
        List<byte[]> encoded = new ArrayList<>(entries.size());
        for (byte[] entry : entries) {
            if (isNaming(entry)) {
                members.add(named(entry));
            } else {
                encoded.add(entry);
            }
        }
        List<CanonicalRow> rows = PersonShuffle.inOrder(encoded);
        rows.forEach(row -> members.add(row.member()));
        return new PersonRows(List.copyOf(members), rows);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return rows.size() + " rows of " + members.size() + " members";
    }
}
