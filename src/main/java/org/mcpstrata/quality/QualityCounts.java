package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.PersonVerdicts;

/**
 * What quality rules about payers rest on, counted over people; adds up in any order.
 *
 * @param months member months and claim lines by payer
 */
public record QualityCounts(PersonCounts people, CodeCounts codes, SortedMap<String, PayerMonths> months)
        implements Serializable {
    public static final QualityCounts NONE = new QualityCounts(PersonCounts.NONE, CodeCounts.NONE, new TreeMap<>());

    public QualityCounts {
        requireNonNull(people, "people");
        requireNonNull(codes, "codes");
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /** The payer's months; all zero where it covers nobody. */
    public PayerMonths monthsOf(String payer) {
        return months.getOrDefault(payer, new PayerMonths());
    }

    public QualityCounts plus(QualityCounts other) {
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.counts();
    }

    /** Adds up many, without a copy for each. */
    public static final class Sum {
        private final PersonCounts.Sum people = new PersonCounts.Sum();
        private final CodeCounts.Sum codes = new CodeCounts.Sum();
        private final SortedMap<String, PayerMonths> months = new TreeMap<>();

        /** Adds one person. */
        public void add(PersonCounts counted, PersonVerdicts verdicts, SortedMap<String, PersonMonths> ofPayers) {
            people.add(counted);
            codes.add(verdicts);
            ofPayers.forEach((payer, person) -> of(payer).add(person));
        }

        private void add(QualityCounts counts) {
            people.add(counts.people);
            codes.add(counts.codes);
            counts.months.forEach((payer, other) -> of(payer).add(other));
        }

        private PayerMonths of(String payer) {
            return months.computeIfAbsent(payer, any -> new PayerMonths());
        }

        public QualityCounts counts() {
            return new QualityCounts(people.counts(), codes.counts(), months);
        }
    }
}
