package org.mcpstrata.verify.bounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries bounds from sum to sum. Bounds found this way never exclude a possible value. */
final class Propagation {
    /** Bounds that creep by ones are left where they are: they stay correct, only wider than need be. */
    private static final int VISITS = 60;

    private final long[] lo;
    private final long[] hi;
    private final List<Equation> equations;
    private final List<List<Integer>> equationsOf;
    private final int[] visits;
    private final boolean[] waiting;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();

    /** @param lo and {@code hi}: narrowed in place */
    Propagation(long[] lo, long[] hi, List<Equation> equations) {
        this.lo = lo;
        this.hi = hi;
        this.equations = equations;
        this.visits = new int[equations.size()];
        this.waiting = new boolean[equations.size()];
        this.equationsOf = new ArrayList<>(lo.length);
        for (int i = 0; i < lo.length; i++) {
            equationsOf.add(null);
        }
        for (int e = 0; e < equations.size(); e++) {
            for (int variable : equations.get(e).variables()) {
                if (equationsOf.get(variable) == null) {
                    equationsOf.set(variable, new ArrayList<>(4));
                }
                equationsOf.get(variable).add(e);
            }
        }
    }

    /** @param impossible receives numbers for which no value is left */
    void run(Set<Integer> impossible) {
        for (int e = 0; e < equations.size(); e++) {
            queue.add(e);
            waiting[e] = true;
        }
        while (!queue.isEmpty()) {
            int e = queue.poll();
            waiting[e] = false;
            if (++visits[e] <= VISITS) {
                visit(equations.get(e), impossible);
            }
        }
    }

    private void visit(Equation equation, Set<Integer> impossible) {
        long smallest = 0;
        long largest = 0;
        for (int i = 0; i < equation.variables().length; i++) {
            int variable = equation.variables()[i];
            long factor = equation.factors()[i];
            smallest += factor > 0 ? factor * lo[variable] : factor * hi[variable];
            largest += factor > 0 ? factor * hi[variable] : factor * lo[variable];
        }
        for (int i = 0; i < equation.variables().length; i++) {
            int variable = equation.variables()[i];
            long factor = equation.factors()[i];
            long mineLeast = factor > 0 ? factor * lo[variable] : factor * hi[variable];
            long mineMost = factor > 0 ? factor * hi[variable] : factor * lo[variable];
            // factor x lies between total less the others' largest and total less the others' smallest sum.
            long from = equation.total() - (largest - mineMost);
            long to = equation.total() - (smallest - mineLeast);
            long low = factor > 0 ? ceil(from, factor) : ceil(-to, -factor);
            long high = factor > 0 ? Math.floorDiv(to, factor) : Math.floorDiv(-from, -factor);
            long newLo = Math.max(lo[variable], low);
            long newHi = Math.min(hi[variable], high);
            if (newLo != lo[variable] || newHi != hi[variable]) {
                narrow(variable, newLo, newHi, lo, hi, impossible);
                smallest += (factor > 0 ? factor * lo[variable] : factor * hi[variable]) - mineLeast;
                largest += (factor > 0 ? factor * hi[variable] : factor * lo[variable]) - mineMost;
                for (int other : equationsOf.get(variable)) {
                    if (!waiting[other]) {
                        waiting[other] = true;
                        queue.add(other);
                    }
                }
            }
        }
    }

    private static long ceil(long value, long divisor) {
        return -Math.floorDiv(-value, divisor);
    }

    /** Sets new bounds; where they cross, no value fits, and the lower one is kept so that work can go on. */
    static void narrow(int variable, long newLo, long newHi, long[] lo, long[] hi, Set<Integer> impossible) {
        lo[variable] = newLo;
        hi[variable] = newHi;
        if (newLo > newHi) {
            impossible.add(variable);
            hi[variable] = newLo;
        }
    }
}
