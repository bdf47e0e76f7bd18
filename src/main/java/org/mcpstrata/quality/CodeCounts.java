package org.mcpstrata.quality;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;

/**
 * By payer and measure: the people of the denominator whom the payer covers, and of them those in whose data, whoever
 * delivered it, nothing was found that the numerator asks for. Adds up in any order.
 */
public record CodeCounts(SortedMap<String, SortedMap<String, Share>> byPayer) implements Serializable {
    public static final CodeCounts NONE = new CodeCounts(new TreeMap<>());

    /** Of fewer people nobody may have been seen by chance. */
    static final int FEWEST_PEOPLE = 30;

    private static final String PAYER_SCOPE = "payer:";

    public CodeCounts {
        SortedMap<String, SortedMap<String, Share>> copy = new TreeMap<>();
        byPayer.forEach((payer, shares) -> copy.put(payer, Collections.unmodifiableSortedMap(new TreeMap<>(shares))));
        byPayer = Collections.unmodifiableSortedMap(copy);
    }

    /** Measures of which the payer has enough people in the denominator, bad where nobody's data hold such a code. */
    public Share of(String payer) {
        long looked = byPayer.getOrDefault(payer, new TreeMap<>()).values().stream()
                .filter(CodeCounts::isEnough)
                .count();
        return new Share(looked, without(payer).size());
    }

    /** Ids of those measures of which nobody's data hold such a code. */
    public SortedSet<String> without(String payer) {
        SortedSet<String> without = new TreeSet<>();
        byPayer.getOrDefault(payer, new TreeMap<>()).forEach((measure, people) -> {
            if (isEnough(people) && people.bad() == people.of()) {
                without.add(measure);
            }
        });
        return without;
    }

    private static boolean isEnough(Share people) {
        return people.of() >= FEWEST_PEOPLE;
    }

    /** Adds up people one by one. */
    public static final class Sum {
        private final SortedMap<String, SortedMap<String, Share>> byPayer = new TreeMap<>();

        /** Adds a person for every payer that covers them. */
        public void add(PersonVerdicts verdicts) {
            Person person = verdicts.person();
            for (String scope : person.payerScopes()) {
                if (scope.startsWith(PAYER_SCOPE)) {
                    verdicts.numeratorCodes()
                            .forEach((measure, found) ->
                                    add(scope.substring(PAYER_SCOPE.length()), measure, new Share(1, found ? 0 : 1)));
                }
            }
        }

        void add(CodeCounts counts) {
            counts.byPayer.forEach((payer, shares) -> shares.forEach((measure, share) -> add(payer, measure, share)));
        }

        private void add(String payer, String measure, Share share) {
            byPayer.computeIfAbsent(payer, any -> new TreeMap<>()).merge(measure, share, Share::plus);
        }

        public CodeCounts counts() {
            return new CodeCounts(byPayer);
        }
    }
}
