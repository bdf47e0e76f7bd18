package org.mcpstrata.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which numbers one payer speaks of one member: a Medicare number and those that took its place, as the payer's own
 * crosswalk says (inputs.md 1.4.1). Members whom only linking brought together stay apart, since one payer may tell of two
 * plans of a person under two ids of its own.
 */
public final class Speakers {
    private static final Column CURRENT = Table.MBI_CROSSWALK.column("mbi");

    private final Map<Member, Member> firsts = new HashMap<>();

    private Speakers() {}

    /** @param rows of one person, among them all its crosswalks */
    public static Speakers of(List<CanonicalRow> rows) {
        Speakers speakers = new Speakers();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.MBI_CROSSWALK
                    && Mbi.isWellFormed(row.memberId())
                    && Mbi.isWellFormed(row.text(CURRENT))) {
                speakers.join(row.member(), new Member(row.payerId(), row.text(CURRENT)));
            }
        }
        return speakers;
    }

    /** Links of every drop join, whichever came last: all of them are one person, and what they say is about it. */
    private void join(Member replaced, Member current) {
        Member one = first(replaced);
        Member two = first(current);
        if (!one.equals(two)) {
            boolean inOrder = one.compareTo(two) < 0;
            firsts.put(inOrder ? two : one, inOrder ? one : two);
        }
    }

    /** The member that stands for all whom the payer's crosswalk joins with this one. */
    public Member first(Member member) {
        Member first = member;
        for (Member next = firsts.get(first); next != null; next = firsts.get(first)) {
            first = next;
        }
        return first;
    }
}
