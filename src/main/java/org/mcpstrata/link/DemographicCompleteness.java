package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;

/**
 * How much is known of people's attributes, by payer (stratification.md 2.4); additive over people.
 *
 * @param counts by payer, basis and attribute
 */
public record DemographicCompleteness(SortedMap<Group, Counts> counts) implements Serializable {
    /** In the place of a payer: everybody. */
    static final String EVERYBODY = "ALL";

    public static final DemographicCompleteness NONE = new DemographicCompleteness(new TreeMap<>());

    public DemographicCompleteness {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Whose evidence is weighed. */
    enum Basis {
        /** The payer's alone: what it delivers. */
        PAYER_ALONE,
        /** That of all payers: the answer that results are stratified by. */
        ALL_PAYERS
    }

    /** The key of a row. */
    record Group(String payer, Basis basis, Attribute attribute) implements Serializable, Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::payer).thenComparing(Group::basis).thenComparing(Group::attribute);

        Group {
            requireNonNull(payer, "payer");
            requireNonNull(basis, "basis");
            requireNonNull(attribute, "attribute");
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The counts of one row.
     *
     * @param numbers without zeros: of one person most are, and every person's are kept for the next night
     */
    record Counts(Map<CompletenessCount, Long> numbers) implements Serializable {
        Counts {
            Map<CompletenessCount, Long> counted = new EnumMap<>(CompletenessCount.class);
            numbers.forEach((count, number) -> {
                if (number != 0) {
                    counted.put(count, number);
                }
            });
            numbers = Collections.unmodifiableMap(counted);
        }

        long of(CompletenessCount count) {
            return numbers.getOrDefault(count, 0L);
        }
    }

    /** What one person adds. */
    public static DemographicCompleteness of(Person person, DemographicEvidence evidence) {
        Counting one = new Counting();
        one.add(person, evidence);
        return one.counted();
    }

    /** People of whom the attribute is known when all evidence is weighed. */
    public long known(Attribute attribute) {
        Counts everybody = counts.get(new Group(EVERYBODY, Basis.ALL_PAYERS, attribute));
        return everybody == null ? 0 : everybody.of(CompletenessCount.KNOWN);
    }

    public DemographicCompleteness plus(DemographicCompleteness other) {
        Counting both = new Counting();
        both.add(this);
        both.add(other);
        return both.counted();
    }

    /** Adds up people in place. */
    public static final class Counting {
        private static final CompletenessCount[] COLUMNS = CompletenessCount.values();

        private final Map<Group, long[]> counts = new HashMap<>();

        public void add(DemographicCompleteness more) {
            more.counts.forEach((group, numbers) -> {
                long[] row = row(group);
                numbers.numbers().forEach((count, number) -> row[count.ordinal()] += number);
            });
        }

        /** @param evidence what the person's attributes were resolved from */
        public void add(Person person, DemographicEvidence evidence) {
            for (Attribute attribute : Attribute.values()) {
                ResolvedAttribute all = person.attribute(attribute);
                ResolvedAttribute told = evidence.ofTier(EvidenceTier.SELF_REPORT, attribute);
                long[] everybody = row(new Group(EVERYBODY, Basis.ALL_PAYERS, attribute));
                count(everybody, all);
                List<TierAgreement> compared = told.isAnswered() ? TierAgreement.WITH_SELF_REPORTS : List.of();
                for (TierAgreement each : compared) {
                    compare(everybody, each, evidence.ofTier(each.tier(), attribute), told);
                }
                for (String payer : evidence.payers()) {
                    long[] alone = row(new Group(payer, Basis.PAYER_ALONE, attribute));
                    long[] pooled = row(new Group(payer, Basis.ALL_PAYERS, attribute));
                    count(alone, evidence.payers().size() == 1 ? all : evidence.of(payer, attribute));
                    count(pooled, all);
                    for (TierAgreement each : compared) {
                        compare(alone, each, evidence.ofTier(each.tier(), payer, attribute), told);
                        compare(pooled, each, evidence.ofTier(each.tier(), attribute), told);
                    }
                }
            }
        }

        private long[] row(Group group) {
            return counts.computeIfAbsent(group, any -> new long[COLUMNS.length]);
        }

        private static void count(long[] row, ResolvedAttribute answer) {
            row[CompletenessCount.PEOPLE.ordinal()]++;
            if (answer.isAnswered()) {
                row[CompletenessCount.KNOWN.ordinal()]++;
                row[CompletenessCount.of(answer.tier()).ordinal()]++;
                row[CompletenessCount.COMBINED_QUESTION.ordinal()] += answer.collectedUnder2024() ? 1 : 0;
            } else {
                row[CompletenessCount.of(answer.missing()).ordinal()]++;
            }
            row[CompletenessCount.CONFLICT.ordinal()] += answer.conflict() ? 1 : 0;
        }

        private static void compare(long[] row, TierAgreement tier, ResolvedAttribute other, ResolvedAttribute told) {
            if (other.isAnswered()) {
                boolean agree = other.values().equals(told.values());
                row[tier.compared().ordinal()]++;
                row[tier.agreeing().ordinal()] += agree ? 1 : 0;
            }
        }

        public DemographicCompleteness counted() {
            SortedMap<Group, Counts> counted = new TreeMap<>();
            counts.forEach((group, row) -> {
                Map<CompletenessCount, Long> numbers = new EnumMap<>(CompletenessCount.class);
                for (CompletenessCount count : COLUMNS) {
                    if (row[count.ordinal()] != 0) {
                        numbers.put(count, row[count.ordinal()]);
                    }
                }
                counted.put(group, new Counts(numbers));
            });
            return new DemographicCompleteness(counted);
        }
    }
}
