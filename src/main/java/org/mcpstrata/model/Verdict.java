package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What one rate of one measure says about one person: effective populations after precedence (measures.md 2.1).
 *
 * @param rateId {@code overall}, or one of the measure's own rates
 * @param denominator stays true for excluded people (founding decision 18)
 * @param observation visits, dollars or score, or null for proportions
 * @param exposure member months, or null for proportions
 * @param byScope visits and months by line of business and {@code payer:<id>}: they belong to the payer that paid and
 *     the payer that covered (founding decision 4); empty for what belongs to the person whoever pays
 * @param response the survey response it rests on, or null
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
        Map<String, Amounts> byScope,
        SurveyResponse response,
        List<String> reasons,
        List<Evidence> evidence,
        Sufficiency sufficiency)
        implements Serializable {
    public Verdict {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
        byScope = Map.copyOf(byScope);
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

    /**
     * What one payer scope has of an observation.
     *
     * @param observation visits or dollars that the scope paid for
     * @param exposure member months that the scope covered
     */
    public record Amounts(BigDecimal observation, BigDecimal exposure) implements Serializable {
        public static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

        public Amounts {
            requireNonNull(observation, "observation");
            requireNonNull(exposure, "exposure");
        }
    }

    /** The same verdict with the amounts that belong to one payer scope; populations are nobody's in particular. */
    public Verdict inScope(String scope) {
        if (byScope.isEmpty()) {
            return this;
        }
        Amounts own = byScope.getOrDefault(scope, Amounts.NONE);
        return with(own.observation(), own.exposure(), Map.of(), response);
    }

    /** The same verdict with the practice of its survey response described; any other verdict as it is. */
    public Verdict describedBy(UnaryOperator<Practice> directory) {
        if (response == null) {
            return this;
        }
        return with(observation, exposure, byScope, response.describedBy(directory));
    }

    private Verdict with(BigDecimal observed, BigDecimal exposed, Map<String, Amounts> amounts, SurveyResponse about) {
        return new Verdict(
                measureId,
                rateId,
                initialPopulation,
                denominator,
                denominatorExclusion,
                denominatorException,
                numerator,
                observed,
                exposed,
                amounts,
                about,
                reasons,
                evidence,
                sufficiency);
    }

    /** The practice it counts for: the one a survey response is about, else the person's own. */
    public Practice practice(Person person) {
        return response == null ? person.practice() : response.practice();
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
