package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one rate of one measure says about one person: effective populations after precedence (measures.md 2.1).
 *
 * @param rateId {@code overall}, or one of the measure's own rates
 * @param denominator stays true for excluded people (decisions.md 18)
 * @param observation visits, dollars or score, or null for proportions
 * @param exposure member months, or null for proportions
 * @param reasons the named definitions that decided, in the measure file's order
 * @param evidence the events behind each reason, in order
 */
public record Verdict(
        String measureId,
        String rateId,
        boolean initialPopulation,
        boolean denominator,
        boolean denominatorExclusion,
        boolean denominatorException,
        boolean numerator,
        BigDecimal observation,
        BigDecimal exposure,
        List<String> reasons,
        List<Evidence> evidence,
        Sufficiency sufficiency)
        implements Serializable {
    public Verdict {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
        requireNonNull(sufficiency, "sufficiency");
        if (denominator && !initialPopulation
                || (denominatorExclusion || denominatorException || numerator) && !denominator
                || denominatorExclusion && (numerator || denominatorException)
                || denominatorException && numerator) {
            throw new IllegalArgumentException("populations of " + measureId + " contradict one another");
        }
    }

    /** Never a value of a person: Spark and test tools print what they hold. */
    @Override
    public String toString() {
        return measureId + " " + rateId + " of a person";
    }

    /** Whether the person counts in the denominator of the rate. */
    public boolean performanceDenominator() {
        return denominator && !denominatorExclusion && !denominatorException;
    }

    /** Could this person's data have shown a numerator at all. */
    public enum Sufficiency {
        SUFFICIENT,
        PARTIAL,
        NONE
    }
}
