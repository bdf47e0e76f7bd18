package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Member;

/**
 * Joins members into persons: identifiers and payer crosswalks first, then hashed names between payers (founding
 * decision 2, stratification.md 2.1).
 *
 * <p>The answer depends on the set of members only, never on their order: the links of one pass are judged together, and
 * a group that a pass may not join stays as the pass before left it.
 */
final class Clusters {
    private final List<MemberIdentity> members;
    private final UnionFind groups;
    private final LinkFindings.Counting counts = new LinkFindings.Counting();

    /** By member, the last pass that joined it, or the group it was the first of, with others; null for none. */
    private final LinkPass[] joinedBy;

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
        members = new ArrayList<>(identities);
        members.sort(Comparator.comparing(MemberIdentity::member));
        groups = new UnionFind(members.size());
        joinedBy = new LinkPass[members.size()];
    }

    /** @param identities one per member, closed: no key of theirs is shared with a member outside */
    static Result of(Collection<MemberIdentity> identities) {
        Clusters clusters = new Clusters(identities);
        clusters.linkStrongly(LinkPass.MBI);
        clusters.linkStrongly(LinkPass.CROSSWALK);
        clusters.countConflictsKept();
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
        holders.forEach((key, sharing) -> {
            if (sharing.size() > 1) {
                leaveUnsound(key, sharing, pass);
                join(sharing, pass);
            }
        });
    }

    /**
     * A number under which a payer describes different people, or that more members have than one person can, stands in for a
     * missing one: it says nothing of those members (decision 99). A crosswalk gives members the number of another, whose own
     * it stays.
     */
    private void leaveUnsound(String key, SortedSet<Integer> sharing, LinkPass pass) {
        List<Integer> given = sharing.stream()
                .filter(index ->
                        !MemberIdentity.memberKey(members.get(index).member()).equals(key))
                .toList();
        SortedMap<String, List<Integer>> byPayer = new TreeMap<>();
        given.forEach(
                index -> byPayer.computeIfAbsent(members.get(index).member().payerId(), any -> new ArrayList<>())
                        .add(index));
        Set<Integer> leaving = new TreeSet<>();
        byPayer.values().stream()
                .filter(ofPayer -> Consistency.birthsDiffer(identities(ofPayer)))
                .forEach(leaving::addAll);
        counts.add(LinkFinding.of(LinkMetric.KEYS_NOT_UNIQUE, pass), leaving.isEmpty() ? 0 : 1);
        boolean tooCommon = sharing.size() - leaving.size() > Consistency.MOST_MEMBERS;
        counts.add(LinkFinding.of(LinkMetric.KEYS_TOO_COMMON, pass), tooCommon ? 1 : 0);
        if (tooCommon) {
            leaving.addAll(given);
        }
        for (Integer index : leaving) {
            sharing.remove(index);
            members.set(index, members.get(index).without(key));
        }
    }

    private void join(Collection<Integer> parts, LinkPass pass) {
        int joined = groups.joinAll(parts);
        counts.add(LinkFinding.of(LinkMetric.LINKS, pass), joined);
        if (joined > 0) {
            // Passes come in order, so that the last one noted is the weakest.
            parts.forEach(part -> joinedBy[part] = pass);
        }
    }

    private void countConflictsKept() {
        groups.components(all()).values().forEach(group -> Consistency.conflict(identities(group))
                .ifPresent(conflict -> counts.add(LinkFinding.of(conflict.kept()), 1)));
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
            SortedSet<Integer> unique = uniqueOnTheirSide(sharing, pass);
            if (unique.size() > 1) {
                proposed.joinAll(unique);
                touched.addAll(unique);
            }
        });
        SortedMap<Integer, List<Integer>> before = groups.components(all());
        for (List<Integer> roots : proposed.components(touched).values()) {
            List<List<Integer>> parts = roots.stream().map(before::get).toList();
            Optional<LinkMetric> refused = refused(parts);
            counts.add(LinkFinding.of(LinkMetric.GROUPS_PROPOSED, pass), 1);
            counts.add(LinkFinding.of(refused.orElse(LinkMetric.GROUPS_JOINED), pass), 1);
            if (refused.isEmpty()) {
                join(roots, pass);
            }
        }
    }

    /** The groups that are the only one with the key at some payer; a key of too many members tells nobody apart. */
    private SortedSet<Integer> uniqueOnTheirSide(SortedSet<Integer> sharing, LinkPass pass) {
        SortedMap<String, SortedSet<Integer>> byPayer = new TreeMap<>();
        for (Integer index : sharing) {
            byPayer.computeIfAbsent(members.get(index).member().payerId(), payer -> new TreeSet<>())
                    .add(groups.root(index));
        }
        boolean ambiguous = byPayer.values().stream().anyMatch(roots -> roots.size() > 1);
        boolean tooCommon = sharing.size() > Consistency.MOST_MEMBERS;
        counts.add(LinkFinding.of(LinkMetric.KEYS_NOT_UNIQUE, pass), ambiguous ? 1 : 0);
        counts.add(LinkFinding.of(LinkMetric.KEYS_TOO_COMMON, pass), tooCommon ? 1 : 0);
        SortedSet<Integer> unique = new TreeSet<>();
        if (!tooCommon) {
            byPayer.values().stream().filter(roots -> roots.size() == 1).forEach(unique::addAll);
        }
        return unique;
    }

    /** Why names may not join these groups; empty where they may. */
    private Optional<LinkMetric> refused(List<List<Integer>> parts) {
        Set<String> payers = new HashSet<>();
        for (List<Integer> part : parts) {
            Set<String> own = new TreeSet<>();
            identities(part).forEach(identity -> own.add(identity.member().payerId()));
            if (own.stream().anyMatch(payers::contains)) {
                return Optional.of(LinkMetric.GROUPS_REFUSED_ONE_PAYER);
            }
            payers.addAll(own);
        }
        List<MemberIdentity> together = new ArrayList<>();
        parts.forEach(part -> together.addAll(identities(part)));
        return Consistency.conflict(together).map(Consistency.Conflict::refused);
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
        ClusterFindings findings = new ClusterFindings(counts);
        for (List<Integer> group : groups.components(all()).values()) {
            List<MemberIdentity> person = identities(group);
            SortedSet<String> keys = new TreeSet<>();
            for (MemberIdentity identity : person) {
                identity.mbis().forEach(mbi -> keys.add(MemberIdentity.mbiKey(mbi)));
                keys.add(MemberIdentity.memberKey(identity.member()));
            }
            clusters.add(new Cluster(
                    keys.first(), person.stream().map(MemberIdentity::member).toList()));
            findings.add(person, weakestPass(group));
        }
        return new Result(clusters, new LinkReport(counts.counted()));
    }

    private LinkPass weakestPass(List<Integer> group) {
        return group.stream()
                .map(index -> joinedBy[index])
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
