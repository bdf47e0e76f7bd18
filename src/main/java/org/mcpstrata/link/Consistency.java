package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether some members can be one person (stratification.md 2.1). */
final class Consistency {
    static final int MOST_MEMBERS = 20;

    private Consistency() {}

    /** Why some members can hardly be one person, in the order in which the reasons are looked for. */
    enum Conflict {
        TOO_MANY(LinkMetric.GROUPS_REFUSED_TOO_MANY, LinkMetric.GROUPS_KEPT_TOO_MANY),
        TWO_MBIS(LinkMetric.GROUPS_REFUSED_TWO_MBIS, LinkMetric.GROUPS_KEPT_TWO_MBIS),
        BIRTH_DATES(LinkMetric.GROUPS_REFUSED_BIRTH_DATES, LinkMetric.GROUPS_KEPT_BIRTH_DATES);

        private final LinkMetric refused;
        private final LinkMetric kept;

        Conflict(LinkMetric refused, LinkMetric kept) {
            this.refused = refused;
            this.kept = kept;
        }

        /** How it is counted where names alone would have joined them. */
        LinkMetric refused() {
            return refused;
        }

        /** How it is counted where an identifier or a crosswalk joined them. */
        LinkMetric kept() {
            return kept;
        }
    }

    /** Too many members, two identifiers that are both current, or birth dates more than one field apart. */
    static Optional<Conflict> conflict(Collection<MemberIdentity> members) {
        if (members.size() > MOST_MEMBERS) {
            return Optional.of(Conflict.TOO_MANY);
        }
        if (currentMbis(members).size() > 1) {
            return Optional.of(Conflict.TWO_MBIS);
        }
        return birthsDiffer(members) ? Optional.of(Conflict.BIRTH_DATES) : Optional.empty();
    }

    /** Identifiers that no member says were replaced; none where the replacements go in a circle. */
    static Set<String> currentMbis(Collection<MemberIdentity> members) {
        SortedSet<String> current = new TreeSet<>();
        members.forEach(member -> current.addAll(member.mbis()));
        for (MemberIdentity member : members) {
            List<String> mbis = member.mbis();
            if (!mbis.isEmpty()) {
                mbis.subList(0, mbis.size() - 1).forEach(current::remove);
            }
        }
        return current;
    }

    /** Whether two of the birth dates told are more than one field apart. */
    static boolean birthsDiffer(Collection<MemberIdentity> members) {
        List<LocalDate> births = members.stream()
                .map(MemberIdentity::birth)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return births.stream().anyMatch(one -> births.stream().anyMatch(two -> fieldsApart(one, two) > 1));
    }

    /** How many of year, month and day differ. */
    static int fieldsApart(LocalDate one, LocalDate two) {
        int fields = one.getYear() == two.getYear() ? 0 : 1;
        fields += one.getMonthValue() == two.getMonthValue() ? 0 : 1;
        return fields + (one.getDayOfMonth() == two.getDayOfMonth() ? 0 : 1);
    }
}
