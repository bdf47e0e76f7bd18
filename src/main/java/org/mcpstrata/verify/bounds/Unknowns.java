package org.mcpstrata.verify.bounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whole numbers that nobody prints, and the sums that are known of them. */
public final class Unknowns {
    /** More than any count of people or events; stands for "nothing bounds it". */
    public static final long NO_LIMIT = 1_000_000_000_000L;

    private final List<Long> least = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();

    /** Adds a number that is at least {@code smallest}, and gives its index. */
    public int add(long smallest) {
        least.add(smallest);
        return least.size() - 1;
    }

    /** Adds what is known: the numbers times their factors sum up to the total. */
    public void sum(int[] variables, int[] factors, long total) {
        equations.add(new Equation(variables.clone(), factors.clone(), total));
    }

    public int size() {
        return least.size();
    }

    long least(int variable) {
        return least.get(variable);
    }

    List<Equation> equations() {
        return Collections.unmodifiableList(equations);
    }
}
