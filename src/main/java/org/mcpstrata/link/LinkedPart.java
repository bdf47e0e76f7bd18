package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mcpstrata.model.Member;
import org.mcpstrata.store.RecordCodec;

/**
 * What one task linked.
 *
 * @param members its members with their persons, encoded
 * @param report over all groups of the task
 */
record LinkedPart(byte[] members, LinkReport report) implements Serializable {
    LinkedPart {
        requireNonNull(members, "members");
        requireNonNull(report, "report");
    }

    /** A member and who it is. */
    record Linked(Member member, String personId) {}

    /**
     * All members of the task.
     *
     * @param undescribed persons of whom only rows about care name a member or more
     */
    record AllLinked(List<Linked> linked, List<String> undescribed) {}

    /** @param groups members that could be one person, all of them in one group */
    static LinkedPart of(Iterator<List<byte[]>> groups, PersonIds ids) {
        RecordCodec<MemberIdentity> codec = new RecordCodec<>(MemberIdentity.class);
        LinkageKey.Hashing hashing = ids.hashing();
        LinkFindings.Counting findings = new LinkFindings.Counting();
        List<Linked> linked = new ArrayList<>();
        List<String> undescribed = new ArrayList<>();
        while (groups.hasNext()) {
            List<MemberIdentity> group = groups.next().stream()
                    .map(entry -> MemberEvidence.decoded(codec, entry))
                    .toList();
            Set<Member> namedByCare = group.stream()
                    .filter(member -> !member.described())
                    .map(MemberIdentity::member)
                    .collect(Collectors.toSet());
            Clusters.Result result = Clusters.of(group);
            findings.add(result.report().findings());
            result.clusters().forEach(cluster -> {
                String personId = PersonIds.of(cluster.stableKey(), hashing);
                cluster.members().forEach(member -> linked.add(new Linked(member, personId)));
                if (cluster.members().stream().anyMatch(namedByCare::contains)) {
                    undescribed.add(personId);
                }
            });
        }
        return new LinkedPart(
                new RecordCodec<>(AllLinked.class).encode(new AllLinked(linked, undescribed)),
                new LinkReport(findings.counted()));
    }

    AllLinked all() {
        return MemberEvidence.decoded(new RecordCodec<>(AllLinked.class), members);
    }

    /** Never an identifier: members do not reach logs. */
    @Override
    public String toString() {
        return "linked members";
    }
}
