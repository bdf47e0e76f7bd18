package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person and what every rate of every measure says about them.
 *
 * @param verdicts one for each measure and rate, also where the person is in no population: people without an event
 *     appear with zeros, they are not missing
 * @param months beneficiary months of cost measures, in order of measure, payer and month
 * @param numeratorCodes by id of each proportion in whose denominator the person counts: whether anything that its
 *     numerator asks for was found, whatever it says
 */
public record PersonVerdicts(
        Person person, List<Verdict> verdicts, List<BeneficiaryMonth> months, SortedMap<String, Boolean> numeratorCodes)
        implements Serializable {
    public PersonVerdicts {
        requireNonNull(person, "person");
        verdicts = List.copyOf(verdicts);
        months = List.copyOf(months);
        numeratorCodes = Collections.unmodifiableSortedMap(new TreeMap<>(numeratorCodes));
        Set<List<String>> rates = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (!rates.add(List.of(verdict.measureId(), verdict.rateId()))) {
                throw new IllegalArgumentException(
                        "two verdicts on one person for " + verdict.measureId() + ", " + verdict.rateId());
            }
        }
    }

    /** A person of whom nobody asks which codes there are. */
    public PersonVerdicts(Person person, List<Verdict> verdicts, List<BeneficiaryMonth> months) {
        this(person, verdicts, months, new TreeMap<>());
    }

    /** A person of whom no measure asks the cost. */
    public PersonVerdicts(Person person, List<Verdict> verdicts) {
        this(person, verdicts, List.of());
    }

    /** Never an identifier: persons do not reach logs. */
    @Override
    public String toString() {
        return verdicts.size() + " verdicts on a person";
    }
}
