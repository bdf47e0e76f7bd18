package org.mcpstrata.quality;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the person checks counted, by payer; adds up in any order.
 *
 * @param byPayer checks that looked at anything
 */
public record PersonCounts(SortedMap<String, Map<PersonCheck, Share>> byPayer) implements Serializable {
    public static final PersonCounts NONE = new PersonCounts(new TreeMap<>());

    public PersonCounts {
        SortedMap<String, Map<PersonCheck, Share>> copy = new TreeMap<>();
        byPayer.forEach((payer, shares) -> {
            Map<PersonCheck, Share> inOrder = new EnumMap<>(PersonCheck.class);
            inOrder.putAll(shares);
            copy.put(payer, Collections.unmodifiableMap(inOrder));
        });
        byPayer = Collections.unmodifiableSortedMap(copy);
    }

    public Share of(String payer, PersonCheck check) {
        return byPayer.getOrDefault(payer, Map.of()).getOrDefault(check, Share.NONE);
    }

    public PersonCounts plus(PersonCounts other) {
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.counts();
    }

    /** Adds up many, without a copy for each. */
    public static final class Sum {
        private final SortedMap<String, Map<PersonCheck, Share>> byPayer = new TreeMap<>();

        public void add(PersonCounts counts) {
            counts.byPayer.forEach((payer, shares) -> shares.forEach((check, share) -> add(payer, check, share)));
        }

        public void add(String payer, PersonCheck check, Share share) {
            byPayer.computeIfAbsent(payer, any -> new EnumMap<>(PersonCheck.class))
                    .merge(check, share, Share::plus);
        }

        public PersonCounts counts() {
            return new PersonCounts(byPayer);
        }
    }
}
