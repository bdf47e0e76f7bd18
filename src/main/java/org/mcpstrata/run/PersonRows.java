package org.mcpstrata.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.link.Mention;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;

/**
 * What reaches the evaluation of one person: a member may come without a row where no row about it may count, and whoever
 * was linked has a result.
 *
 * @param members all that the person is, in order
 * @param rows those that may count, in the order of {@link PersonShuffle#inOrder}
 * @param leftBehind where rows speak of the person that are not among them
 */
record PersonRows(List<Member> members, List<CanonicalRow> rows, SortedSet<Mention> leftBehind)
        implements Serializable {
    /** In the place of a table's number, which is never negative. */
    private static final byte NAMING = -1;

    PersonRows {
        members = List.copyOf(members);
        rows = List.copyOf(rows);
        leftBehind = Collections.unmodifiableSortedSet(new TreeSet<>(leftBehind));
    }

    /** Bytes that name a member and say nothing of it; they travel as rows do. */
    static byte[] naming(Member member) {
        return naming(member, "", "");
    }

    /** Bytes that name a member and say where a row speaks of it that is left behind. */
    static byte[] naming(Member member, Mention where) {
        return naming(member, where.dropId(), where.table().name());
    }

    private static byte[] naming(Member member, String dropId, String table) {
        String name = String.join("\n", " " + member.payerId(), dropId, table, member.memberId());
        byte[] entry = name.getBytes(StandardCharsets.UTF_8);
        entry[0] = NAMING;
        return entry;
    }

    private static boolean isNaming(byte[] entry) {
        return entry[0] == NAMING;
    }

    /** @param entries encoded rows and names of one person, in any order and as often as they come */
    static PersonRows of(List<byte[]> entries) {
        SortedSet<Member> members = new TreeSet<>();
        SortedSet<Mention> leftBehind = new TreeSet<>();
        List<byte[]> encoded = new ArrayList<>(entries.size());
        for (byte[] entry : entries) {
            if (isNaming(entry)) {
                // A member's number may hold anything, and comes last.
                String[] name = new String(entry, 1, entry.length - 1, StandardCharsets.UTF_8).split("\n", 4);
                members.add(new Member(name[0], name[3]));
                if (!name[1].isEmpty()) {
                    leftBehind.add(new Mention(name[0], name[1], Table.valueOf(name[2])));
                }
            } else {
                encoded.add(entry);
            }
        }
        List<CanonicalRow> rows = PersonShuffle.inOrder(encoded);
        rows.forEach(row -> members.add(row.member()));
        return new PersonRows(List.copyOf(members), rows, leftBehind);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return rows.size() + " rows of " + members.size() + " members";
    }
}
