package org.mcpstrata.verify.bounds;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Questions about a part of a component, asked of the solver. */
final class Window {
    /** How far a number may move from where it is; far more than any width that is asked for. */
    private static final long FAR = 100_000;

    /** A bound this far above the least value is the limit that the program was given, not a conclusion. */
    static final long OPEN = 9 * FAR;

    private Window() {}

    /** The sums that hold a number of the window, in order. */
    static Set<Integer> sums(Component component, Set<Integer> window) {
        Set<Integer> sums = new TreeSet<>();
        for (int variable : window) {
            for (int e : component.equationsOf(variable)) {
                sums.add(e);
            }
        }
        return sums;
    }

    /** The numbers in the sums that hold a number of the window. */
    static Set<Integer> reached(Component component, Set<Integer> window) {
        Set<Integer> reached = new TreeSet<>();
        for (int e : sums(component, window)) {
            Arrays.stream(component.equations().get(e).variables()).forEach(reached::add);
        }
        return reached;
    }

    static long sumInside(Equation equation, long[] values, Set<Integer> window) {
        long sum = 0;
        for (int i = 0; i < equation.variables().length; i++) {
            if (window.contains(equation.variables()[i])) {
                sum += equation.factors()[i] * values[equation.variables()[i]];
            }
        }
        return sum;
    }

    /**
     * Whole numbers that fit everything and make the weighted sum large, while numbers outside the window stay.
     *
     * @param values fit everything
     */
    static Optional<long[]> move(
            Component component, long[] values, Set<Integer> window, Map<Integer, Double> weights) {
        Program program = new Program();
        for (int variable : window) {
            program.variable(
                    variable,
                    Math.max(component.lo(variable), values[variable] - FAR),
                    Math.min(component.hi(variable), values[variable] + FAR),
                    weights.getOrDefault(variable, 0.0));
        }
        for (int e : sums(component, window)) {
            Equation equation = component.equations().get(e);
            program.sum(equation, sumInside(equation, values, window));
        }
        return program.most().map(found -> put(values, found)).filter(component::fits);
    }

    private static long[] put(long[] values, Map<Integer, Long> found) {
        long[] moved = values.clone();
        found.forEach((variable, value) -> moved[variable] = value);
        return moved;
    }

    /**
     * A bound that a number's value (or with sign -1, its negative) cannot exceed: the most it can be when only the sums that
     * hold numbers of the window count. Leaving sums out can only make the answer larger, so it is safe.
     */
    static OptionalLong bound(Component component, Set<Integer> window, int variable, int sign) {
        Set<Integer> sums = sums(component, window);
        Set<Integer> all = reached(component, window);
        all.add(variable);
        Program program = new Program();
        for (int each : all) {
            program.variable(
                    each,
                    component.lo(each),
                    Math.min(component.hi(each), component.lo(each) + 10 * FAR),
                    each == variable ? sign : 0);
        }
        sums.forEach(e -> program.sum(
                component.equations().get(e), component.equations().get(e).total()));
        return program.mostWeighted();
    }

    /** Whole numbers of the component with the greatest or least value of one number. */
    static Optional<long[]> extreme(Component component, int variable, boolean greatest) {
        Program program = new Program();
        for (int each = 0; each < component.size(); each++) {
            program.variable(
                    each,
                    component.lo(each),
                    Math.min(component.hi(each), component.lo(each) + 10 * FAR),
                    each == variable ? 1 : 0);
        }
        component.equations().forEach(equation -> program.sum(equation, equation.total()));
        return (greatest ? program.most() : program.least())
                .map(found -> put(new long[component.size()], found))
                .filter(component::fits);
    }
}
