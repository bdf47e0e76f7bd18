package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether some members can be one person (stratification.md 2.1). */
final class Consistency {
    static final int MOST_MEMBERS = 20;

    private Consistency() {}

    /** Two identifiers that are both current, birth dates more than one field apart, or too many members. */
    static boolean conflicting(Collection<MemberIdentity> members) {
        return members.size() > MOST_MEMBERS || currentMbis(members).size() > 1 || birthsDiffer(members);
    }

    /** Identifiers that no member says were replaced; none where the replacements go in a circle. */
    private static Set<String> currentMbis(Collection<MemberIdentity> members) {
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

    private static boolean birthsDiffer(Collection<MemberIdentity> members) {
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
