package org.mcpstrata.link;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What linking did, in numbers only; additive over groups of members. The law of the link stage: every member is one of
 * exactly one person, so members = persons + links over all passes.
 *
 * @param links joins of two groups of members, by pass
 * @param ambiguousKeys name keys that a payer holds for two people, so that they identify neither
 * @param fusionsRefused groups whose names would have joined two people of one payer
 * @param conflictsBroken groups that names would have joined although their identifiers or birth dates differ;
 *     their name links were not made
 * @param conflictsKept persons whose identifiers or birth dates differ although an identifier or a payer's crosswalk
 *     says they are one
 * @param membersByPayer members by payer
 * @param sharedPersons persons known to both payers of a pair, as {@code payer & payer}
 */
public record LinkReport(
        long members,
        long persons,
        SortedMap<LinkPass, Long> links,
        long ambiguousKeys,
        long fusionsRefused,
        long conflictsBroken,
        long conflictsKept,
        SortedMap<String, Long> membersByPayer,
        SortedMap<String, Long> sharedPersons)
        implements Serializable {
    public static final LinkReport NONE =
            new LinkReport(0, 0, new TreeMap<>(), 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

    public LinkReport {
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        membersByPayer = Collections.unmodifiableSortedMap(new TreeMap<>(membersByPayer));
        sharedPersons = Collections.unmodifiableSortedMap(new TreeMap<>(sharedPersons));
    }

    public LinkReport plus(LinkReport other) {
        return new LinkReport(
                members + other.members,
                persons + other.persons,
                sum(links, other.links),
                ambiguousKeys + other.ambiguousKeys,
                fusionsRefused + other.fusionsRefused,
                conflictsBroken + other.conflictsBroken,
                conflictsKept + other.conflictsKept,
                sum(membersByPayer, other.membersByPayer),
                sum(sharedPersons, other.sharedPersons));
    }

    /** Whether every member went to exactly one person. */
    public boolean balanced() {
        long joins = links.values().stream().mapToLong(Long::longValue).sum();
        long byPayer =
                membersByPayer.values().stream().mapToLong(Long::longValue).sum();
        return members == persons + joins && members == byPayer;
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> sum(SortedMap<K, Long> one, SortedMap<K, Long> two) {
        SortedMap<K, Long> both = new TreeMap<>(one);
        two.forEach((key, count) -> both.merge(key, count, Long::sum));
        return both;
    }
}
