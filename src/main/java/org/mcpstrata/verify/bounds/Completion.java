package org.mcpstrata.verify.bounds;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ojalgo.optimisation.Expression;

/**
 * Finds whole numbers that fit all sums of a component, away from the bounds where it can: a smooth solution is found first by
 * scaling sum after sum, then rounded, then mended, piece by piece where single steps do not do.
 */
final class Completion {
    private static final int SWEEPS = 400;
    private static final int[] WINDOWS = {60, 120, 240, 480, 960};

    private final Component component;
    private final Random chance;
    private final Walk walk;

    private Completion(Component component, Random chance) {
        this.component = component;
        this.chance = chance;
        this.walk = new Walk(component, new Scaling(component).values(SWEEPS), chance);
    }

    /** Whole numbers that fit, or empty where none were found. */
    static Optional<long[]> of(Component component, Random chance) {
        Completion completion = new Completion(component, chance);
        completion.step();
        return completion.mend() && component.fits(completion.walk.values())
                ? Optional.of(completion.walk.values().clone())
                : Optional.empty();
    }

    /** Changes single numbers; returns to the best that was found where that led astray. */
    private void step() {
        walk.keep();
        for (int round = 0; round < 60 && !walk.fits(); round++) {
            long before = walk.total();
            walk.mend(-1, component.size());
            if (walk.total() > before) {
                walk.takeBack();
            } else {
                walk.keep();
            }
        }
    }

    /** Solves neighbourhoods of sums that do not hold, ever larger ones where that did not help. */
    private boolean mend() {
        Neighbourhood neighbourhood = new Neighbourhood(component, chance);
        int size = 0;
        int failures = 0;
        while (!walk.fits()) {
            long before = walk.total();
            solve(neighbourhood.aroundSum(walk.anyOpen(), WINDOWS[size]));
            if (walk.total() < before) {
                walk.keep();
                step();
                failures = 0;
                size = 0;
            } else if (++failures >= 4) {
                failures = 0;
                boolean whole = WINDOWS[size] >= component.size();
                size++;
                if (whole || size == WINDOWS.length) {
                    return false;
                }
            }
        }
        return true;
    }

    private void solve(Set<Integer> window) {
        long[] values = walk.values();
        Program program = new Program();
        for (int variable : window) {
            long far = values[variable] + 100_000;
            program.variable(variable, component.lo(variable), Math.min(component.hi(variable), far), 0);
        }
        Window.sums(component, window).forEach(e -> {
            Equation equation = component.equations().get(e);
            Expression sum = program.sum(equation, Window.sumInside(equation, values, window) + walk.lacking(e));
            program.gap(1, 1, sum);
            program.gap(1, -1, sum);
        });
        Optional<Map<Integer, Long>> found = program.least();
        if (found.isPresent()) {
            long before = walk.total();
            walk.keep();
            found.get().forEach(walk::set);
            if (walk.total() > before) {
                walk.takeBack();
            }
        }
    }
}
