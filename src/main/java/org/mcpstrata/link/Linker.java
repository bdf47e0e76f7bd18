package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.KeyedShuffle;
import org.mcpstrata.store.RecordCodec;
import scala.Tuple2;

/**
 * Finds the person behind every member, on a cluster: evidence is added up by member, shared keys draw the line around
 * members that could be one person, and {@link Clusters} decides inside each such group. Members that share no key,
 * usually many, are decided where they lie.
 */
public final class Linker {
    private Linker() {}

    /**
     * @param identityRows patient, eligibility and crosswalk rows of all drops; rows of any other table only make sure
     *     that their member is known, which also lets a Medicare claim link by the number it bears
     */
    public static LinkResult link(JavaRDD<CanonicalRow> identityRows, Drops drops, LinkageKey key) {
        PersonIds ids = new PersonIds(key);
        JavaRDD<CanonicalRow> rows = identityRows.filter(row -> row.table() != Table.PROVIDER);
        int partitions = partitions(rows);
        JavaRDD<KnownMember> known = byNumber(
                        rows.mapPartitionsToPair(each -> new MemberEvidence(each, drops, key)), partitions)
                .mapPartitions(Linker::known)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Broadcast<CandidateGroups> groups =
                JavaSparkContext.fromSparkContext(rows.context()).broadcast(SharedKeys.groups(known, partitions));
        JavaRDD<List<byte[]>> together =
                byNumber(known.mapPartitionsToPair(members -> grouped(members, groups.value())), partitions);
        JavaRDD<List<byte[]>> alone = known.filter(
                        member -> groups.value().groupOf(member.number()).isEmpty())
                .map(member -> List.of(member.identity()));
        List<LinkedPart> parts = linked(alone, ids).union(linked(together, ids)).collect();
        known.unpersist(false);
        groups.unpersist();
        List<Tuple2<Member, String>> personOf = new ArrayList<>();
        List<String> undescribed = new ArrayList<>();
        for (LinkedPart part : parts) {
            LinkedPart.AllLinked all = part.all();
            all.linked().forEach(linked -> personOf.add(new Tuple2<>(linked.member(), linked.personId())));
            undescribed.addAll(all.undescribed());
        }
        return new LinkResult(
                personOf,
                undescribed,
                parts.stream().map(LinkedPart::report).reduce(LinkReport.NONE, LinkReport::plus));
    }

    /** What is known of members is less than what rows say of them, again and again. */
    private static int partitions(JavaRDD<CanonicalRow> rows) {
        return Math.max(rows.context().defaultParallelism(), rows.getNumPartitions() / 2);
    }

    private static JavaRDD<List<byte[]>> byNumber(JavaPairRDD<Long, byte[]> entries, int partitions) {
        return KeyedShuffle.byKey(entries, new HashPartitioner(partitions), Long.class)
                .values();
    }

    private static Iterator<KnownMember> known(Iterator<List<byte[]>> told) {
        RecordCodec<IdentityEvidence> read = new RecordCodec<>(IdentityEvidence.class);
        RecordCodec<MemberIdentity> write = new RecordCodec<>(MemberIdentity.class);
        return stream(told)
                .flatMap(ofNumber -> MemberEvidence.together(ofNumber, read))
                .map(member -> KnownMember.of(member, write))
                .iterator();
    }

    private static Iterator<Tuple2<Long, byte[]>> grouped(Iterator<KnownMember> members, CandidateGroups groups) {
        return stream(members)
                .flatMap(member -> groups.groupOf(member.number()).stream()
                        .mapToObj(group -> new Tuple2<>(group, member.identity())))
                .iterator();
    }

    private static JavaRDD<LinkedPart> linked(JavaRDD<List<byte[]>> groups, PersonIds ids) {
        return groups.mapPartitions(each -> List.of(LinkedPart.of(each, ids)).iterator());
    }

    private static <T> Stream<T> stream(Iterator<T> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }
}
