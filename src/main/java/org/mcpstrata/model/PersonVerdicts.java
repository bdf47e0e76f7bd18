package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person and what every rate of every measure says about them.
 *
 * @param verdicts one for each measure and rate, also where the person is in no population: people without an event
 *     appear with zeros, they are not missing
 */
public record PersonVerdicts(Person person, List<Verdict> verdicts) implements Serializable {
    public PersonVerdicts {
        requireNonNull(person, "person");
        verdicts = List.copyOf(verdicts);
        Set<List<String>> rates = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (!rates.add(List.of(verdict.measureId(), verdict.rateId()))) {
                throw new IllegalArgumentException(
                        "two verdicts on one person for " + verdict.measureId() + ", " + verdict.rateId());
            }
        }
    }

    /** Never an identifier: persons do not reach logs. */
    @Override
    public String toString() {
        return verdicts.size() + " verdicts on a person";
    }
}
