package org.mcpstrata.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person's latest screenings for social needs came to (stratification.md 1.1).
 *
 * @param byNeed one of every need
 */
public record SocialNeeds(SortedMap<SocialNeed, Screening> byNeed) implements Serializable {
    private static final Set<Screening> NOBODY_ANSWERED = Set.of(Screening.DECLINED, Screening.NOT_SCREENED);

    public SocialNeeds {
        byNeed = Collections.unmodifiableSortedMap(new TreeMap<>(byNeed));
        if (byNeed.size() != SocialNeed.values().length) {
            throw new IllegalArgumentException("every social need has a screening, be it none");
        }
    }

    public SocialNeeds(Map<SocialNeed, Screening> byNeed) {
        this(new TreeMap<>(byNeed));
    }

    public Screening of(SocialNeed need) {
        return byNeed.get(need);
    }

    /**
     * All needs together: one positive is enough, and negative is only who is so for all of them. Who was screened for
     * some of them without a need, and not for the others, is UNKNOWN.
     */
    public Screening any() {
        Set<Screening> found = new TreeSet<>(byNeed.values());
        if (found.contains(Screening.POSITIVE)) {
            return Screening.POSITIVE;
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        if (NOBODY_ANSWERED.containsAll(found)) {
            return Screening.DECLINED;
        }
        return found.contains(Screening.UNMAPPED) ? Screening.UNMAPPED : Screening.UNKNOWN;
    }
}
