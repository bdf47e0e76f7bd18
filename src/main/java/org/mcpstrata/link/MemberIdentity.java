package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mcpstrata.model.Member;

/**
 * Who one member is, once all evidence about it is in.
 *
 * @param mbis its Medicare identifiers, oldest first; the last one is its newest
 * @param others members of other payers that a crosswalk says are the same person
 * @param nameKeys hashed name keys by pass
 * @param birth the newest birth date told; null where nobody told one
 * @param sex male or female as told last; null where nobody told one of them
 * @param described whether any row says who the member is; otherwise only rows about care name it
 */
record MemberIdentity(
        Member member,
        List<String> mbis,
        SortedSet<Member> others,
        SortedMap<LinkPass, SortedSet<String>> nameKeys,
        LocalDate birth,
        String sex,
        boolean described)
        implements Serializable {
    MemberIdentity {
        requireNonNull(member, "member");
        mbis = List.copyOf(mbis);
    }

    static MemberIdentity of(IdentityEvidence evidence) {
        Map<IdentityEvidence.Statement, Recency> current = current(evidence.statements());
        SortedMap<LinkPass, SortedSet<String>> nameKeys = new TreeMap<>();
        current.keySet().forEach(statement -> statement.nameKeys().forEach((pass, key) -> nameKeys.computeIfAbsent(
                        pass, any -> new TreeSet<>())
                .add(key)));
        return new MemberIdentity(
                evidence.member(),
                mbis(evidence, current),
                others(evidence),
                nameKeys,
                newest(current, IdentityEvidence.Statement::birth),
                newest(current, IdentityEvidence.Statement::sex),
                evidence.isDescribed());
    }

    /** Keys that link whatever payer they come from: identifiers and members, the member's own number among them. */
    List<String> strongKeys() {
        List<String> keys = new ArrayList<>();
        mbis.forEach(mbi -> keys.add(mbiKey(mbi)));
        keys.add(memberKey(member));
        others.forEach(other -> keys.add(memberKey(other)));
        return keys;
    }

    /** The same member without a number, or a member that a crosswalk names, that tells nobody apart. */
    MemberIdentity without(String strongKey) {
        SortedSet<Member> left = new TreeSet<>(others);
        left.removeIf(other -> memberKey(other).equals(strongKey));
        return new MemberIdentity(
                member,
                mbis.stream().filter(mbi -> !mbiKey(mbi).equals(strongKey)).toList(),
                left,
                nameKeys,
                birth,
                sex,
                described);
    }

    /** Whether anything is known by which another payer's member could be recognised as the same person. */
    boolean hasKeys() {
        return !mbis.isEmpty() || !others.isEmpty() || !nameKeys.isEmpty();
    }

    static String mbiKey(String mbi) {
        return "mbi:" + mbi;
    }

    static String memberKey(Member member) {
        return "member:" + member.payerId() + '/' + member.memberId();
    }

    /** Statements with a date are history; of those without one only the newest drop's stand (founding decision 1). */
    private static Map<IdentityEvidence.Statement, Recency> current(Map<IdentityEvidence.Statement, Recency> all) {
        int newestUndated = all.entrySet().stream()
                .filter(entry -> !entry.getKey().dated())
                .mapToInt(entry -> entry.getValue().drop())
                .max()
                .orElse(-1);
        Map<IdentityEvidence.Statement, Recency> current = new HashMap<>();
        all.forEach((statement, recency) -> {
            if (statement.dated() || recency.drop() == newestUndated) {
                current.put(statement, recency);
            }
        });
        return current;
    }

    private static <T extends Comparable<? super T>> T newest(
            Map<IdentityEvidence.Statement, Recency> statements, Function<IdentityEvidence.Statement, T> fact) {
        return statements.entrySet().stream()
                .filter(entry -> fact.apply(entry.getKey()) != null)
                .max(Map.Entry.<IdentityEvidence.Statement, Recency>comparingByValue()
                        .thenComparing(entry -> fact.apply(entry.getKey())))
                .map(entry -> fact.apply(entry.getKey()))
                .orElse(null);
    }

    /** The own number first, then what was stated, then what a crosswalk says replaced it. */
    private static List<String> mbis(IdentityEvidence evidence, Map<IdentityEvidence.Statement, Recency> statements) {
        List<String> mbis = new ArrayList<>();
        if (evidence.idIsMbi()) {
            mbis.add(evidence.member().memberId());
        }
        Map<String, Recency> stated = new HashMap<>();
        statements.forEach((statement, recency) -> {
            if (statement.mbi() != null) {
                stated.merge(statement.mbi(), recency, Recency::newer);
            }
        });
        Map<String, Recency> replacing = new HashMap<>(evidence.mbiCrosswalk());
        Recency newest =
                replacing.values().stream().max(Comparator.naturalOrder()).orElse(null);
        // Medicare's own crosswalk names one successor of a number: newest drop, then newest day (inputs.md 1.4.1).
        replacing
                .values()
                .removeIf(recency -> recency.drop() != newest.drop() || evidence.idIsMbi() && !recency.equals(newest));
        for (Map<String, Recency> part : List.of(stated, replacing)) {
            for (String mbi : oldestFirst(part)) {
                mbis.remove(mbi);
                mbis.add(mbi);
            }
        }
        return mbis;
    }

    private static List<String> oldestFirst(Map<String, Recency> mbis) {
        return mbis.entrySet().stream()
                .sorted(Map.Entry.<String, Recency>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of each other payer the newest word counts. */
    private static SortedSet<Member> others(IdentityEvidence evidence) {
        Map<String, Recency> newest = new HashMap<>();
        evidence.memberCrosswalk().forEach((other, recency) -> newest.merge(other.payerId(), recency, Recency::newer));
        SortedSet<Member> others = new TreeSet<>();
        evidence.memberCrosswalk().forEach((other, recency) -> {
            if (recency.equals(newest.get(other.payerId()))) {
                others.add(other);
            }
        });
        return others;
    }
}
