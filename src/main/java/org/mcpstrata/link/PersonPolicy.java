package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.Practice;

/**
 * The choices of a program that decide what is settled about a person.
 *
 * @param payerOrder payers in the order of the program file; the others come after them, and between those the smaller practice id wins
 * @param practices one description per practice, so that no practice lies in two states; may be empty
 * @param candidates how a person nobody attributed finds a practice, for cost; null for not at all
 * @param geography what places of residence say; may be empty
 * @param graceDays days after the period's end in which a dated self-report still counts
 * @param wanted what only some programs want of people
 */
public record PersonPolicy(
        List<String> payerOrder,
        SortedMap<String, Practice> practices,
        CostRule.Candidates candidates,
        Geography geography,
        int graceDays,
        WantedFacts wanted)
        implements Serializable {
    public PersonPolicy {
        payerOrder = List.copyOf(payerOrder);
        practices = Collections.unmodifiableSortedMap(new TreeMap<>(practices));
        requireNonNull(geography, "geography");
        requireNonNull(wanted, "wanted");
        if (graceDays < 0) {
            throw new IllegalArgumentException("the grace period is negative");
        }
    }

    /** The rules of stratification.md 2.2, with no payer before another; a later refusal beats an earlier answer of its tier. */
    public static PersonPolicy standard() {
        return new PersonPolicy(List.of(), new TreeMap<>(), null, Geography.NONE, 90, WantedFacts.NONE);
    }

    public PersonPolicy withPayerOrder(List<String> order) {
        return new PersonPolicy(order, practices, candidates, geography, graceDays, wanted);
    }

    public PersonPolicy withPractices(SortedMap<String, Practice> descriptions) {
        return new PersonPolicy(payerOrder, descriptions, candidates, geography, graceDays, wanted);
    }

    public PersonPolicy withCandidates(CostRule.Candidates rule) {
        return new PersonPolicy(payerOrder, practices, rule, geography, graceDays, wanted);
    }

    public PersonPolicy withGeography(Geography tables) {
        return new PersonPolicy(payerOrder, practices, candidates, tables, graceDays, wanted);
    }

    public PersonPolicy withWanted(WantedFacts facts) {
        return new PersonPolicy(payerOrder, practices, candidates, geography, graceDays, facts);
    }

    /** A practice as this run describes it, or as it is where nobody described it. */
    public Practice described(Practice named) {
        return practices.getOrDefault(named.id(), named);
    }

    /** Position in the program's order, first 0. */
    int payerRank(String payerId) {
        int position = payerOrder.indexOf(payerId);
        return position < 0 ? payerOrder.size() : position;
    }
}
