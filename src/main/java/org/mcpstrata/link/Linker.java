package org.mcpstrata.link;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import scala.Tuple2;

/**
 * Finds the person behind every member, on a cluster: evidence is added up by member, shared keys draw the line around
 * members that could be one person, and {@link Clusters} decides inside each such group.
 */
public final class Linker {
    private Linker() {}

    /**
     * @param identityRows patient, eligibility and crosswalk rows of all drops; rows of any other table only make sure
     *     that their member is known, which also lets a Medicare claim link by the number it bears
     */
    public static LinkResult link(JavaRDD<CanonicalRow> identityRows, Drops drops, LinkageKey key) {
        JavaPairRDD<Member, MemberIdentity> identities = identityRows
                .filter(row -> row.table() != Table.PROVIDER)
                .mapPartitionsToPair(rows -> evidence(rows, drops, new NameKeys(key)))
                .reduceByKey(IdentityEvidence::plus)
                .mapValues(MemberIdentity::of)
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        PersonIds ids = new PersonIds(key);
        JavaRDD<Linked> linked = identities
                .leftOuterJoin(candidateGroups(identities))
                .mapToPair(row ->
                        new Tuple2<>(row._2()._2().orElse(row._1()), row._2()._1()))
                .groupByKey()
                .values()
                .mapPartitions(groups -> new LinkedGroups(groups, ids))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        LinkReport report = linked.filter(Linked::isReport).map(Linked::report).fold(LinkReport.NONE, LinkReport::plus);
        identities.unpersist(false);
        return new LinkResult(linked.flatMapToPair(Linked::personOf), ids, report);
    }

    private static Iterator<Tuple2<Member, IdentityEvidence>> evidence(
            Iterator<CanonicalRow> rows, Drops drops, NameKeys names) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Tuple2<Member, IdentityEvidence> next() {
                CanonicalRow row = rows.next();
                return new Tuple2<>(row.member(), IdentityEvidence.of(row, drops, names));
            }
        };
    }

    /**
     * What became of one group of members that share keys, or, last in its partition, the report over all groups there:
     * a report a group would be most of what Spark must keep.
     *
     * @param report null for a group
     */
    private record Linked(List<Tuple2<Member, String>> persons, LinkReport report) implements Serializable {
        boolean isReport() {
            return report != null;
        }

        Iterator<Tuple2<Member, String>> personOf() {
            return persons.iterator();
        }
    }

    /** The groups of one partition, one after the other, and then their report. */
    private static final class LinkedGroups implements Iterator<Linked> {
        private final Iterator<Iterable<MemberIdentity>> groups;
        private final PersonIds ids;
        private final LinkFindings.Counting findings = new LinkFindings.Counting();
        private boolean reported;

        LinkedGroups(Iterator<Iterable<MemberIdentity>> groups, PersonIds ids) {
            this.groups = groups;
            this.ids = ids;
        }

        @Override
        public boolean hasNext() {
            return groups.hasNext() || !reported;
        }

        @Override
        public Linked next() {
            if (groups.hasNext()) {
                return linked(groups.next());
            }
            if (reported) {
                throw new NoSuchElementException();
            }
            reported = true;
            return new Linked(List.of(), new LinkReport(findings.counted()));
        }

        private Linked linked(Iterable<MemberIdentity> group) {
            List<MemberIdentity> identities = new ArrayList<>();
            group.forEach(identities::add);
            Clusters.Result result = Clusters.of(identities);
            findings.add(result.report().findings());
            List<Tuple2<Member, String>> persons = new ArrayList<>();
            result.clusters().forEach(cluster -> cluster.members()
                    .forEach(member -> persons.add(new Tuple2<>(member, ids.of(cluster.stableKey())))));
            return new Linked(persons, null);
        }
    }

    /**
     * The smallest member of the group for every member that shares a key with another one. One task joins the shared
     * keys; members that share none, usually the most, never reach it.
     */
    private static JavaPairRDD<Member, Member> candidateGroups(JavaPairRDD<Member, MemberIdentity> identities) {
        return identities
                .values()
                .flatMapToPair(Linker::keys)
                .groupByKey()
                .map(Linker::sharing)
                .filter(members -> members.size() > 1)
                .coalesce(1)
                .mapPartitionsToPair(Linker::join);
    }

    private static Iterator<Tuple2<String, Member>> keys(MemberIdentity identity) {
        List<Tuple2<String, Member>> keys = new ArrayList<>();
        identity.strongKeys().forEach(key -> keys.add(new Tuple2<>(key, identity.member())));
        identity.nameKeys()
                .forEach((pass, hashes) ->
                        hashes.forEach(hash -> keys.add(new Tuple2<>(pass + ":" + hash, identity.member()))));
        return keys.iterator();
    }

    private static ArrayList<Member> sharing(Tuple2<String, Iterable<Member>> holders) {
        SortedSet<Member> members = new TreeSet<>();
        holders._2().forEach(members::add);
        return new ArrayList<>(members);
    }

    private static Iterator<Tuple2<Member, Member>> join(Iterator<ArrayList<Member>> sharing) {
        SortedMap<Member, Integer> numbers = new TreeMap<>();
        List<List<Member>> groups = new ArrayList<>();
        sharing.forEachRemaining(members -> {
            groups.add(members);
            members.forEach(member -> numbers.put(member, 0));
        });
        List<Member> inOrder = new ArrayList<>(numbers.keySet());
        for (int i = 0; i < inOrder.size(); i++) {
            numbers.put(inOrder.get(i), i);
        }
        UnionFind components = new UnionFind(inOrder.size());
        groups.forEach(
                members -> components.joinAll(members.stream().map(numbers::get).toList()));
        List<Tuple2<Member, Member>> labels = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            labels.add(new Tuple2<>(inOrder.get(i), inOrder.get(components.root(i))));
        }
        return labels.iterator();
    }
}
