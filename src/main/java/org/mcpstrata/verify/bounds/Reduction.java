package org.mcpstrata.verify.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Unknown numbers after the plain conclusions: numbers that can have one value only are put in, two numbers whose sum or
 * difference is known become one, and bounds are carried from sum to sum until nothing changes.
 */
final class Reduction {
    private static final int ROUNDS = 40;

    private final int[] parent;
    private final int[] sign;
    private final long[] offset;
    private final long[] lo;
    private final long[] hi;
    private final SortedSet<Integer> impossible = new TreeSet<>();
    private List<Equation> equations;

    private Reduction(Unknowns unknowns) {
        int size = unknowns.size();
        parent = new int[size];
        sign = new int[size];
        offset = new long[size];
        lo = new long[size];
        hi = new long[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
            sign[i] = 1;
            lo[i] = unknowns.least(i);
            hi[i] = Unknowns.NO_LIMIT;
        }
        equations = unknowns.equations();
    }

    static Reduction of(Unknowns unknowns) {
        Reduction reduction = new Reduction(unknowns);
        boolean changed = true;
        for (int round = 0; changed && round < ROUNDS; round++) {
            changed = reduction.simplify();
            new Propagation(reduction.lo, reduction.hi, reduction.equations).run(reduction.impossible);
            changed |= reduction.equations.stream().anyMatch(reduction::hasSettled);
        }
        while (reduction.equations.stream().anyMatch(reduction::hasSettled)) {
            reduction.simplify();
        }
        return reduction;
    }

    private boolean hasSettled(Equation equation) {
        return Arrays.stream(equation.variables()).anyMatch(variable -> lo[variable] == hi[variable]);
    }

    /** Writes every equation over numbers that are still unknown; says whether two numbers became one. */
    private boolean simplify() {
        boolean joined = false;
        List<Equation> left = new ArrayList<>();
        for (Equation equation : equations) {
            Equation plain = plain(equation);
            int[] variables = plain.variables();
            if (variables.length == 0) {
                if (plain.total() != 0) {
                    impossible.add(equation.variables()[0]);
                }
            } else if (variables.length == 2 && plain.hasOnlyUnitFactors()) {
                join(plain);
                joined = true;
            } else {
                left.add(plain);
            }
        }
        equations = left;
        return joined;
    }

    private Equation plain(Equation equation) {
        Map<Integer, Integer> factors = new TreeMap<>();
        long total = equation.total();
        for (int i = 0; i < equation.variables().length; i++) {
            int variable = equation.variables()[i];
            int factor = equation.factors()[i];
            int root = root(variable);
            total -= factor * offset[variable];
            int rootFactor = factor * sign[variable];
            if (lo[root] == hi[root]) {
                total -= rootFactor * lo[root];
            } else {
                factors.merge(root, rootFactor, Integer::sum);
            }
        }
        factors.values().removeIf(factor -> factor == 0);
        return new Equation(
                factors.keySet().stream().mapToInt(Integer::intValue).toArray(),
                factors.values().stream().mapToInt(Integer::intValue).toArray(),
                total);
    }

    /** From {@code a x + b y = t} with unit factors follows {@code x = -ab y + at}. */
    private void join(Equation pair) {
        int x = pair.variables()[0];
        int y = pair.variables()[1];
        int a = pair.factors()[0];
        int slope = -a * pair.factors()[1];
        long shift = a * pair.total();
        long fromX = slope > 0 ? lo[x] - shift : shift - hi[x];
        long toX = slope > 0 ? hi[x] - shift : shift - lo[x];
        parent[x] = y;
        sign[x] = slope;
        offset[x] = shift;
        Propagation.narrow(y, Math.max(lo[y], fromX), Math.min(hi[y], toX), lo, hi, impossible);
    }

    /** The number that stands for this one; sign and offset of this one then lead straight to it. */
    int root(int variable) {
        int up = parent[variable];
        if (up == variable) {
            return variable;
        }
        int root = root(up);
        if (root != up) {
            offset[variable] += sign[variable] * offset[up];
            sign[variable] *= sign[up];
            parent[variable] = root;
        }
        return root;
    }

    int sign(int variable) {
        root(variable);
        return sign[variable];
    }

    long offset(int variable) {
        root(variable);
        return offset[variable];
    }

    long lo(int root) {
        return lo[root];
    }

    long hi(int root) {
        return hi[root];
    }

    /** Equations over numbers that stand for themselves and have several possible values. */
    List<Equation> equations() {
        return equations;
    }

    /** Numbers for which no value fits; empty unless the sums contradict one another. */
    SortedSet<Integer> impossible() {
        return impossible;
    }
}
