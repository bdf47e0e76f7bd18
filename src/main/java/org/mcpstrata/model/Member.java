package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/** A payer's member: (payer, member id), founding decision 1. Several members may be one person. */
public record Member(String payerId, String memberId) implements Serializable, Comparable<Member> {
    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::payerId).thenComparing(Member::memberId);

    public Member {
        requireNonNull(payerId, "payerId");
        requireNonNull(memberId, "memberId");
    }

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }

    /** Never the id itself: members do not reach logs. */
    @Override
    public String toString() {
        return "member of " + payerId;
    }
}
