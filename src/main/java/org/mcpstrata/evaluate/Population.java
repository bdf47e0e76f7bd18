package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.measure.Quantifier;

/**
 * One population of a measure.
 *
 * @param uses places of the definitions it names, in the order of the file
 */
record Population(Quantifier quantifier, int[] uses) {
    Population {
        requireNonNull(quantifier, "quantifier");
        requireNonNull(uses, "uses");
    }

    boolean holds(PersonAnswers answers) {
        return quantifier.holds(answers.holding(uses), uses.length);
    }

    /** Whether a definition with this answer is among those that made the population hold, or not hold. */
    boolean isDecidedBy(boolean answer, boolean populationHolds) {
        return quantifier.isForWhatHolds() == (answer == populationHolds);
    }
}
