package org.mcpstrata.verify.bounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A linear or integer program over some numbers of a component, in the solver's terms. */
final class Program {
    private static final double NEARLY_WHOLE = 1e-6;

    /** Steps of the solver after which a hard program is given up; nothing is then proven by it. */
    private static final int PATIENCE = 20_000;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Integer, Variable> variables = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private int sums;

    Program() {
        model.options.iterations_abort = PATIENCE;
        model.options.iterations_suffice = PATIENCE;
    }

    void variable(int name, long lo, long hi, double weight) {
        variables.put(name, model.newVariable("x" + name).lower(lo).upper(hi).weight(weight));
        order.add(name);
    }

    /** A number from 0 on that is no part of the answer, in the equation that is added next. */
    void gap(double weight, int factor, Expression of) {
        Variable gap =
                model.newVariable("gap" + model.countVariables()).lower(0).weight(weight);
        of.set(gap, factor);
    }

    /** Adds an equation over those of its numbers that are variables here, with what they sum up to. */
    Expression sum(Equation equation, long total) {
        Expression sum = model.newExpression("sum" + sums++).level(total);
        for (int i = 0; i < equation.variables().length; i++) {
            Variable variable = variables.get(equation.variables()[i]);
            if (variable != null) {
                sum.set(variable, equation.factors()[i]);
            }
        }
        return sum;
    }

    /** The greatest weighted sum as a bound: whole numbers reach no more, maybe less; empty where the solver gave up. */
    OptionalLong mostWeighted() {
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) Math.floor(result.getValue() + 1e-4));
    }

    /** Whole numbers with the greatest weighted sum that was found, by name; empty where none were found. */
    Optional<Map<Integer, Long>> most() {
        return whole(model.maximise()).or(() -> {
            variables.values().forEach(variable -> variable.integer(true));
            return whole(model.maximise());
        });
    }

    /** As {@link #most()}, with the least weighted sum. */
    Optional<Map<Integer, Long>> least() {
        return whole(model.minimise()).or(() -> {
            variables.values().forEach(variable -> variable.integer(true));
            return whole(model.minimise());
        });
    }

    private Optional<Map<Integer, Long>> whole(Optimisation.Result result) {
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        Map<Integer, Long> values = new HashMap<>();
        for (int name : order) {
            double value = result.doubleValue(model.indexOf(variables.get(name)));
            if (Math.abs(value - Math.rint(value)) > NEARLY_WHOLE * Math.max(1, Math.abs(value))) {
                return Optional.empty();
            }
            values.put(name, Math.round(value));
        }
        return Optional.of(values);
    }
}
