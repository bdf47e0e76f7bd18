package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Member;

/**
 * Joins members into persons: identifiers and payer crosswalks first, then hashed names between payers (decisions.md 2,
 * stratification.md 2.1).
 *
 * <p>The answer depends on the set of members only, never on their order: the links of one pass are judged together, and
 * a group that a pass may not join stays as the pass before left it.
 */
final class Clusters {
    private final List<MemberIdentity> members;
    private final UnionFind groups;
    private final SortedMap<LinkPass, Long> links = new TreeMap<>();
    private long ambiguousKeys;
    private long fusionsRefused;
    private long conflictsBroken;
    private long conflictsKept;

    /** One person: its members in order, and the key its id is made of. */
    record Cluster(String stableKey, List<Member> members) {
        Cluster {
            members = List.copyOf(members);
        }
    }

    /** The persons in order of their first member, and what was done. */
    record Result(List<Cluster> clusters, LinkReport report) {
        Result {
            clusters = List.copyOf(clusters);
        }
    }

    private Clusters(Collection<MemberIdentity> identities) {
        members = identities.stream()
                .sorted(Comparator.comparing(MemberIdentity::member))
                .toList();
        groups = new UnionFind(members.size());
    }

    /** @param identities one per member, closed: no key of theirs is shared with a member outside */
    static Result of(Collection<MemberIdentity> identities) {
        Clusters clusters = new Clusters(identities);
        clusters.linkStrongly(LinkPass.MBI);
        clusters.linkStrongly(LinkPass.CROSSWALK);
        clusters.conflictsKept = clusters.groups.components(clusters.all()).values().stream()
                .filter(group -> Consistency.conflicting(clusters.identities(group)))
                .count();
        clusters.linkByName(LinkPass.NAME_SEX);
        clusters.linkByName(LinkPass.NAME_ZIP);
        clusters.linkByName(LinkPass.NAME_SOUND);
        return clusters.result();
    }

    private void linkStrongly(LinkPass pass) {
        SortedMap<String, SortedSet<Integer>> holders = new TreeMap<>();
        String prefix = pass == LinkPass.MBI ? "mbi:" : "member:";
        for (int i = 0; i < members.size(); i++) {
            for (String key : members.get(i).strongKeys()) {
                if (key.startsWith(prefix)) {
                    holders.computeIfAbsent(key, any -> new TreeSet<>()).add(i);
                }
            }
        }
        long joined = holders.values().stream().mapToLong(groups::joinAll).sum();
        links.merge(pass, joined, Long::sum);
    }

    private void linkByName(LinkPass pass) {
        SortedMap<String, SortedSet<Integer>> holders = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            for (String key : members.get(i).nameKeys().getOrDefault(pass, new TreeSet<>())) {
                holders.computeIfAbsent(key, any -> new TreeSet<>()).add(i);
            }
        }
        UnionFind proposed = new UnionFind(members.size());
        SortedSet<Integer> touched = new TreeSet<>();
        holders.values().forEach(sharing -> {
            SortedSet<Integer> unique = uniqueOnTheirSide(sharing);
            if (unique.size() > 1) {
                proposed.joinAll(unique);
                touched.addAll(unique);
            }
        });
        SortedMap<Integer, List<Integer>> before = groups.components(all());
        long joined = 0;
        for (List<Integer> roots : proposed.components(touched).values()) {
            List<List<Integer>> parts = roots.stream().map(before::get).toList();
            joined += accept(parts) ? groups.joinAll(roots) : 0;
        }
        links.merge(pass, joined, Long::sum);
    }

    /** The groups that are the only one with the key at some payer; a key of too many members tells nobody apart. */
    private SortedSet<Integer> uniqueOnTheirSide(SortedSet<Integer> sharing) {
        SortedMap<String, SortedSet<Integer>> byPayer = new TreeMap<>();
        for (Integer index : sharing) {
            byPayer.computeIfAbsent(members.get(index).member().payerId(), payer -> new TreeSet<>())
                    .add(groups.root(index));
        }
        boolean ambiguous = byPayer.values().stream().anyMatch(roots -> roots.size() > 1);
        ambiguousKeys += ambiguous ? 1 : 0;
        SortedSet<Integer> unique = new TreeSet<>();
        if (sharing.size() <= Consistency.MOST_MEMBERS) {
            byPayer.values().stream().filter(roots -> roots.size() == 1).forEach(unique::addAll);
        }
        return unique;
    }

    private boolean accept(List<List<Integer>> parts) {
        Set<String> payers = new HashSet<>();
        for (List<Integer> part : parts) {
            Set<String> own = new TreeSet<>();
            identities(part).forEach(identity -> own.add(identity.member().payerId()));
            if (own.stream().anyMatch(payers::contains)) {
                fusionsRefused++;
                return false;
            }
            payers.addAll(own);
        }
        List<MemberIdentity> together = new ArrayList<>();
        parts.forEach(part -> together.addAll(identities(part)));
        if (Consistency.conflicting(together)) {
            conflictsBroken++;
            return false;
        }
        return true;
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            all.add(i);
        }
        return all;
    }

    private List<MemberIdentity> identities(List<Integer> indexes) {
        return indexes.stream().map(members::get).toList();
    }

    private Result result() {
        List<Cluster> clusters = new ArrayList<>();
        SortedMap<String, Long> byPayer = new TreeMap<>();
        SortedMap<String, Long> shared = new TreeMap<>();
        for (List<Integer> group : groups.components(all()).values()) {
            SortedSet<String> keys = new TreeSet<>();
            List<Member> own = new ArrayList<>();
            SortedSet<String> payers = new TreeSet<>();
            for (MemberIdentity identity : identities(group)) {
                identity.mbis().forEach(mbi -> keys.add(MemberIdentity.mbiKey(mbi)));
                keys.add(MemberIdentity.memberKey(identity.member()));
                own.add(identity.member());
                payers.add(identity.member().payerId());
                byPayer.merge(identity.member().payerId(), 1L, Long::sum);
            }
            clusters.add(new Cluster(keys.first(), own));
            payers.forEach(
                    one -> payers.tailSet(one + '\0').forEach(two -> shared.merge(one + " & " + two, 1L, Long::sum)));
        }
        LinkReport report = new LinkReport(
                members.size(),
                clusters.size(),
                links,
                ambiguousKeys,
                fusionsRefused,
                conflictsBroken,
                conflictsKept,
                byPayer,
                shared);
        return new Result(clusters, report);
    }
}
