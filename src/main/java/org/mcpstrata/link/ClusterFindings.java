package org.mcpstrata.link;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What one finished person adds to the link report: whose members it is made of, by which pass, and what looks odd. */
final class ClusterFindings {
    private final LinkFindings.Counting counts;

    ClusterFindings(LinkFindings.Counting counts) {
        this.counts = counts;
    }

    /** @param weakest the last pass that was needed to bring the members together; null for a single member */
    void add(List<MemberIdentity> person, LinkPass weakest) {
        SortedMap<String, Long> members = new TreeMap<>();
        person.forEach(identity -> members.merge(identity.member().payerId(), 1L, Long::sum));
        counts.add(LinkFinding.ofPayer(LinkMetric.PERSONS, LinkFinding.ALL), 1);
        counts.add(LinkFinding.ofSize(person.size()), 1);
        members.forEach((payer, number) -> {
            counts.add(LinkFinding.ofPayer(LinkMetric.MEMBERS, payer), number);
            counts.add(LinkFinding.ofPayer(LinkMetric.PERSONS, payer), 1);
            counts.add(LinkFinding.ofPayer(LinkMetric.MEMBERS_MATCHED, payer), members.size() > 1 ? number : 0);
            members.keySet().stream().filter(partner -> !partner.equals(payer)).forEach(partner -> {
                counts.add(LinkFinding.ofPair(LinkMetric.MEMBERS_MATCHED_THERE, payer, partner), number);
                counts.add(LinkFinding.ofPair(LinkMetric.PERSONS_SHARED, payer, partner), 1);
            });
        });
        person.forEach(identity -> counts.add(
                LinkFinding.ofPayer(
                        linkability(identity, person.size()), identity.member().payerId()),
                1));
        if (person.size() == 1) {
            counts.add(LinkFinding.of(LinkMetric.PERSONS_ALONE), 1);
        } else {
            counts.add(LinkFinding.of(LinkMetric.PERSONS_JOINED, weakest), 1);
            probe(person, members.values(), weakest);
        }
    }

    private static LinkMetric linkability(MemberIdentity identity, int membersOfPerson) {
        if (membersOfPerson > 1) {
            return LinkMetric.MEMBERS_LINKED;
        }
        if (identity.hasKeys()) {
            return LinkMetric.MEMBERS_WITHOUT_PARTNER;
        }
        return identity.described() ? LinkMetric.MEMBERS_WITHOUT_KEYS : LinkMetric.MEMBERS_WITHOUT_IDENTITY_ROW;
    }

    private void probe(List<MemberIdentity> person, Collection<Long> membersByPayer, LinkPass weakest) {
        probe(
                LinkMetric.PERSONS_TWO_BIRTH_YEARS,
                distinct(
                                person,
                                identity -> identity.birth() == null
                                        ? null
                                        : identity.birth().getYear())
                        > 1,
                weakest);
        probe(LinkMetric.PERSONS_TWO_SEXES, distinct(person, MemberIdentity::sex) > 1, weakest);
        probe(
                LinkMetric.PERSONS_TWO_CURRENT_MBIS,
                Consistency.currentMbis(person).size() > 1,
                weakest);
        probe(
                LinkMetric.PERSONS_TWO_MEMBERS_OF_ONE_PAYER,
                membersByPayer.stream().anyMatch(number -> number > 1),
                weakest);
        probe(LinkMetric.PERSONS_TOO_MANY_MEMBERS, person.size() > Consistency.MOST_MEMBERS, weakest);
    }

    private void probe(LinkMetric metric, boolean found, LinkPass weakest) {
        counts.add(LinkFinding.of(metric, weakest), found ? 1 : 0);
    }

    private static <T extends Comparable<T>> int distinct(
            List<MemberIdentity> person, Function<MemberIdentity, T> fact) {
        SortedSet<T> facts = new TreeSet<>();
        person.stream().map(fact).filter(Objects::nonNull).forEach(facts::add);
        return facts.size();
    }
}
