package org.mcpstrata.verify.bounds;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ojalgo.optimisation.Expression;

/**
 * Finds whole numbers that fit all sums of a component, away from the bounds where it can: a smooth solution is found first by
 * scaling sum after sum, then rounded, then mended piece by piece.
 */
final class Completion {
    private static final int SWEEPS = 400;
    private static final int[] WINDOWS = {60, 120, 240, 480, 960};

    private final Component component;
    private final Random chance;
    private final long[] values;
    private final long[] lacking;

    private Completion(Component component, Random chance) {
        this.component = component;
        this.chance = chance;
        this.values = new Scaling(component).values(SWEEPS);
        this.lacking = new long[component.equations().size()];
        for (int e = 0; e < lacking.length; e++) {
            lacking[e] = component.equations().get(e).lacking(values);
        }
    }

    /** Whole numbers that fit, or empty where none were found. */
    static Optional<long[]> of(Component component, Random chance) {
        Completion completion = new Completion(component, chance);
        completion.step();
        return completion.mend() && component.fits(completion.values)
                ? Optional.of(completion.values)
                : Optional.empty();
    }

    /** Changes single numbers by one while that brings the sums nearer. */
    private void step() {
        long steps = 40L * component.size();
        int[] open = open();
        for (long i = 0; i < steps && open.length > 0; i++) {
            int e = open[chance.nextInt(open.length)];
            if (lacking[e] == 0) {
                open = open();
                continue;
            }
            improve(component.equations().get(e), Long.signum(lacking[e]));
        }
    }

    private int[] open() {
        return java.util.stream.IntStream.range(0, lacking.length)
                .filter(e -> lacking[e] != 0)
                .toArray();
    }

    private void improve(Equation equation, int direction) {
        int best = -1;
        long bestChange = Long.MAX_VALUE;
        int count = equation.variables().length;
        int start = chance.nextInt(count);
        for (int k = 0; k < count; k++) {
            int i = (start + k) % count;
            int variable = equation.variables()[i];
            int by = direction * Integer.signum(equation.factors()[i]);
            long to = values[variable] + by;
            if (to >= component.lo(variable) && to <= component.hi(variable)) {
                long change = change(variable, by);
                if (change < bestChange) {
                    bestChange = change;
                    best = i;
                }
            }
        }
        if (best >= 0 && (bestChange <= 0 || chance.nextInt(50) == 0)) {
            set(
                    equation.variables()[best],
                    values[equation.variables()[best]] + direction * Integer.signum(equation.factors()[best]));
        }
    }

    private long change(int variable, int by) {
        long change = 0;
        for (int e : component.equationsOf(variable)) {
            long after = lacking[e] - (long) by * factor(e, variable);
            change += Math.abs(after) - Math.abs(lacking[e]);
        }
        return change;
    }

    private int factor(int e, int variable) {
        Equation equation = component.equations().get(e);
        for (int i = 0; i < equation.variables().length; i++) {
            if (equation.variables()[i] == variable) {
                return equation.factors()[i];
            }
        }
        throw new IllegalStateException("the sum does not hold the number");
    }

    private void set(int variable, long value) {
        long by = value - values[variable];
        values[variable] = value;
        for (int e : component.equationsOf(variable)) {
            lacking[e] -= by * factor(e, variable);
        }
    }

    /** Solves neighbourhoods of sums that do not hold, ever larger ones where that did not help. */
    private boolean mend() {
        Neighbourhood neighbourhood = new Neighbourhood(component, chance);
        int size = 0;
        int failures = 0;
        int[] open = open();
        while (open.length > 0) {
            long before = total();
            int e = open[chance.nextInt(open.length)];
            boolean whole = WINDOWS[size] >= component.size();
            solve(neighbourhood.aroundSum(e, WINDOWS[size]));
            if (total() < before) {
                failures = 0;
                size = 0;
            } else if (++failures >= 4) {
                failures = 0;
                size++;
                if (whole || size == WINDOWS.length) {
                    return false;
                }
            }
            open = open();
        }
        return true;
    }

    private long total() {
        long total = 0;
        for (long gap : lacking) {
            total += Math.abs(gap);
        }
        return total;
    }

    private void solve(Set<Integer> window) {
        Program program = new Program();
        for (int variable : window) {
            long far = values[variable] + 100_000;
            program.variable(variable, component.lo(variable), Math.min(component.hi(variable), far), 0);
        }
        Window.sums(component, window).forEach(e -> {
            Equation equation = component.equations().get(e);
            Expression sum = program.sum(equation, Window.sumInside(equation, values, window) + lacking[e]);
            program.gap(1, 1, sum);
            program.gap(1, -1, sum);
        });
        Optional<Map<Integer, Long>> found = program.least();
        if (found.isPresent()) {
            long before = total();
            long[] saved = values.clone();
            found.get().forEach(this::set);
            if (total() > before) {
                window.forEach(variable -> set(variable, saved[variable]));
            }
        }
    }
}
