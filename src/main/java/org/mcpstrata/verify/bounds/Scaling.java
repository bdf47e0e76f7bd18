package org.mcpstrata.verify.bounds;

import java.util.Arrays;

/**
 * Smooth numbers above their lower bounds that nearly fit all sums: each sum in turn is met by multiplying what adds and
 * dividing what subtracts by one factor (iterative proportional fitting, with signs). They stay away from the bounds, so that
 * whole numbers near them can still move both ways.
 */
final class Scaling {
    private static final double GOOD = 0.05;
    private static final double FIRST_GUESS = 20;

    private final Component component;
    private final double[] above;

    Scaling(Component component) {
        this.component = component;
        this.above = new double[component.size()];
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.min(FIRST_GUESS, (component.hi(i) - component.lo(i)) / 2.0);
        }
    }

    /** The numbers, rounded and inside their bounds, after as many rounds at most. */
    long[] values(int sweeps) {
        double[] totals = new double[component.equations().size()];
        for (int e = 0; e < totals.length; e++) {
            Equation equation = component.equations().get(e);
            totals[e] = equation.total();
            for (int i = 0; i < equation.variables().length; i++) {
                totals[e] -= (double) equation.factors()[i] * component.lo(equation.variables()[i]);
            }
        }
        boolean fits = false;
        for (int sweep = 0; sweep < sweeps && !fits; sweep++) {
            fits = true;
            for (int e = 0; e < totals.length; e++) {
                fits &= scale(component.equations().get(e), totals[e]);
            }
        }
        long[] values = new long[above.length];
        Arrays.setAll(
                values,
                i -> Math.max(component.lo(i), Math.min(component.hi(i), component.lo(i) + Math.round(above[i]))));
        return values;
    }

    /** @return whether the sum had nearly been met before */
    private boolean scale(Equation equation, double total) {
        double plus = 0;
        double minus = 0;
        int largest = 1;
        for (int i = 0; i < equation.variables().length; i++) {
            int factor = equation.factors()[i];
            largest = Math.max(largest, Math.abs(factor));
            if (factor > 0) {
                plus += factor * above[equation.variables()[i]];
            } else {
                minus -= factor * above[equation.variables()[i]];
            }
        }
        if (Math.abs(plus - minus - total) <= GOOD) {
            return true;
        }
        double by = ratio(plus, minus, total);
        for (int i = 0; i < equation.variables().length; i++) {
            int factor = equation.factors()[i];
            double power = largest == 1 ? (factor > 0 ? by : 1 / by) : Math.pow(by, (double) factor / largest);
            int variable = equation.variables()[i];
            above[variable] = Math.max(1e-9, above[variable] * power);
        }
        return false;
    }

    /** The positive u with {@code plus u - minus / u = total}; a very small one where only 0 would do. */
    private static double ratio(double plus, double minus, double total) {
        double u;
        if (plus == 0) {
            u = total < 0 ? minus / -total : 1e6;
        } else {
            double root = Math.sqrt(total * total + 4 * plus * minus);
            // The other form of the same root keeps its digits where the total is negative.
            u = total >= 0 ? (total + root) / (2 * plus) : 2 * minus / (root - total);
        }
        return Math.max(1e-6, Math.min(1e6, u));
    }
}
