package org.mcpstrata.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How probable it is that a person belongs to each {@link ProbableGroup}, in millionths that sum to exactly a million
 * (stratification.md 3.2). It is for sums over many people only: no stratum, row or list of persons is made from it.
 *
 * @param millionths in the order of the groups
 */
public record GroupProbabilities(List<Integer> millionths) implements Serializable {
    /** Somebody who certainly belongs. */
    public static final int CERTAIN = 1_000_000;

    private static final int DECIMALS = 6;

    public GroupProbabilities {
        millionths = List.copyOf(millionths);
        if (millionths.size() != ProbableGroup.values().length
                || millionths.stream().anyMatch(each -> each < 0)
                || millionths.stream().mapToInt(Integer::intValue).sum() != CERTAIN) {
            throw new IllegalArgumentException("the probabilities of a person sum to 1");
        }
    }

    /**
     * The probabilities as they were delivered. What they are off 1 together, a millionth at most, goes to the largest of
     * them, of equal ones to the first group's.
     *
     * @throws IllegalArgumentException where they are none: outside 0 to 1, of more than six decimals, or further off 1
     */
    public static GroupProbabilities of(Map<ProbableGroup, BigDecimal> delivered) {
        List<Integer> millionths = new ArrayList<>();
        int sum = 0;
        int largest = 0;
        for (ProbableGroup group : ProbableGroup.values()) {
            int each = millionths(delivered.get(group));
            millionths.add(each);
            sum += each;
            largest = each > millionths.get(largest) ? group.ordinal() : largest;
        }
        if (Math.abs(CERTAIN - sum) > 1) {
            throw new IllegalArgumentException("the probabilities of a person sum to 1");
        }
        millionths.set(largest, millionths.get(largest) + CERTAIN - sum);
        return new GroupProbabilities(millionths);
    }

    private static int millionths(BigDecimal probability) {
        if (probability == null || probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a probability lies between 0 and 1");
        }
        try {
            return probability.movePointRight(DECIMALS).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a probability has six decimals", e);
        }
    }

    /** The probability of one group, in millionths. */
    public int of(ProbableGroup group) {
        return millionths.get(group.ordinal());
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "probabilities of a person";
    }
}
