package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.verify.bounds.Unknowns;

/** A relation between counts in the making: all terms together are nothing. */
final class Sum {
    private final List<Integer> variables = new ArrayList<>();
    private final List<Integer> factors = new ArrayList<>();
    private long known;

    Sum plus(Quantity quantity) {
        return add(quantity, 1);
    }

    Sum minus(Quantity quantity) {
        return add(quantity, -1);
    }

    Sum add(Quantity quantity, int factor) {
        if (quantity.isKnown()) {
            known += factor * quantity.value();
        } else {
            variables.add(quantity.variable());
            factors.add(factor);
        }
        return this;
    }

    boolean hasUnknown() {
        return !variables.isEmpty();
    }

    /** What the known terms come to. */
    long known() {
        return known;
    }

    /** Whether the hidden terms all stand on one side, so that their sum follows. */
    boolean tellsHiddenSum() {
        return hasUnknown()
                && factors.stream().allMatch(factor -> factor.equals(factors.get(0)))
                && Math.abs(factors.get(0)) == 1;
    }

    /** The sum of the hidden terms, where it follows. */
    long hiddenSum() {
        return -known * factors.get(0);
    }

    void addTo(Unknowns unknowns) {
        unknowns.sum(
                variables.stream().mapToInt(Integer::intValue).toArray(),
                factors.stream().mapToInt(Integer::intValue).toArray(),
                -known);
    }
}
