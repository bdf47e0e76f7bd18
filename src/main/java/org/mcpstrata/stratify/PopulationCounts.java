package org.mcpstrata.stratify;

import java.io.IOException;
import java.io.Serializable;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * How many people of a cell are in which population.
 *
 * @param people verdicts in the cell; of verdicts in no population strata other than the total count one a person
 * @param notMet counted on its own, not derived, so that the law over populations can fail
 * @param dataSufficient people of the performance denominator whose data could have shown a numerator
 */
record PopulationCounts(
        long people,
        long initialPopulation,
        long denominator,
        long denominatorExclusion,
        long denominatorException,
        long performanceDenominator,
        long numerator,
        long notMet,
        long dataSufficient)
        implements Serializable {
    static final PopulationCounts NONE = new PopulationCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    PopulationCounts plus(PopulationCounts other) {
        return new PopulationCounts(
                people + other.people,
                initialPopulation + other.initialPopulation,
                denominator + other.denominator,
                denominatorExclusion + other.denominatorExclusion,
                denominatorException + other.denominatorException,
                performanceDenominator + other.performanceDenominator,
                numerator + other.numerator,
                notMet + other.notMet,
                dataSufficient + other.dataSufficient);
    }

    /** What is left without people who are among these. */
    PopulationCounts minus(PopulationCounts part) {
        return new PopulationCounts(
                people - part.people,
                initialPopulation - part.initialPopulation,
                denominator - part.denominator,
                denominatorExclusion - part.denominatorExclusion,
                denominatorException - part.denominatorException,
                performanceDenominator - part.performanceDenominator,
                numerator - part.numerator,
                notMet - part.notMet,
                dataSufficient - part.dataSufficient);
    }

    void write(EntryWriter out) {
        out.number(people);
        out.number(initialPopulation);
        out.number(denominator);
        out.number(denominatorExclusion);
        out.number(denominatorException);
        out.number(performanceDenominator);
        out.number(numerator);
        out.number(notMet);
        out.number(dataSufficient);
    }

    static PopulationCounts read(EntryReader in) throws IOException {
        return new PopulationCounts(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number());
    }
}
