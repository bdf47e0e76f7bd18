package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.AnyOf;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.NoneOf;

/**
 * One population of a measure.
 *
 * @param uses places of the definitions it names, in the order of the file
 */
record Population(Mode mode, int[] uses) {
    /** How the named definitions make the population. */
    enum Mode {
        ALL,
        ANY,
        NONE
    }

    Population {
        requireNonNull(mode, "mode");
        requireNonNull(uses, "uses");
    }

    static Population of(Clause clause, int[] uses) {
        if (clause instanceof AllOf) {
            return new Population(Mode.ALL, uses);
        } else if (clause instanceof AnyOf) {
            return new Population(Mode.ANY, uses);
        } else if (clause instanceof NoneOf) {
            return new Population(Mode.NONE, uses);
        }
        throw new IllegalArgumentException("a population is all, any or none of named definitions");
    }

    boolean holds(PersonAnswers answers) {
        int holding = 0;
        for (int use : uses) {
            holding += answers.holds(use) ? 1 : 0;
        }
        return switch (mode) {
            case ALL -> holding == uses.length;
            case ANY -> holding > 0;
            case NONE -> holding == 0;
        };
    }

    /** Whether a definition with this answer is among those that made the population hold, or not hold. */
    boolean isDecidedBy(boolean answer, boolean populationHolds) {
        return switch (mode) {
            case ALL, ANY -> answer == populationHolds;
            case NONE -> answer != populationHolds;
        };
    }
}
