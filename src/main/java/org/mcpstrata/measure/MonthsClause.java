package org.mcpstrata.measure;

import java.util.List;

/**
 * True when the person has so many beneficiary months in the period: months that a payer covered on the 15th while the
 * person was attributed to a practice. Two payers of one month are two.
 */
public record MonthsClause(int atLeast) implements Clause {
    public MonthsClause {
        if (atLeast < 1) {
            throw new IllegalArgumentException("at least one month");
        }
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.months(this);
    }

    @Override
    public List<String> uses() {
        return List.of();
    }
}
