package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mcpstrata.model.Member;
import org.mcpstrata.store.RecordCodec;
import scala.Tuple2;

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

    private record Linked(Member member, String personId) {}

    private record AllLinked(List<Linked> all) {}

    /** @param groups members that could be one person, all of them in one group */
    static LinkedPart of(Iterator<List<byte[]>> groups, PersonIds ids) {
        RecordCodec<MemberIdentity> codec = new RecordCodec<>(MemberIdentity.class);
        LinkageKey.Hashing hashing = ids.hashing();
        LinkFindings.Counting findings = new LinkFindings.Counting();
        List<Linked> linked = new ArrayList<>();
        while (groups.hasNext()) {
            Clusters.Result result = Clusters.of(groups.next().stream()
                    .map(entry -> MemberEvidence.decoded(codec, entry))
                    .toList());
            findings.add(result.report().findings());
            result.clusters().forEach(cluster -> {
                String personId = PersonIds.of(cluster.stableKey(), hashing);
                cluster.members().forEach(member -> linked.add(new Linked(member, personId)));
            });
        }
        return new LinkedPart(
                new RecordCodec<>(AllLinked.class).encode(new AllLinked(linked)), new LinkReport(findings.counted()));
    }

    List<Tuple2<Member, String>> personOf() {
        return MemberEvidence.decoded(new RecordCodec<>(AllLinked.class), members).all().stream()
                .map(linked -> new Tuple2<>(linked.member(), linked.personId()))
                .toList();
    }

    /** Never an identifier: members do not reach logs. */
    @Override
    public String toString() {
        return "linked members";
    }
}
