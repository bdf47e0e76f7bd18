package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What result tables say about a measure beside its numbers.
 *
 * @param measureId {@code CMS122}, {@code EDU}, …
 * @param version of the measure, for example {@code 13}
 * @param unit of a rate's value, for example {@code proportion}
 * @param ageAnchor the day on which age bands look at the person (measures.md 2.4: CMS2 looks at the first day)
 * @param unverified what of the measure rests on memory only, in words; empty where all of it was checked
 * @param rateIds rates with a verdict on every person, in the measure's own order; at least one
 * @param itemScore how survey responses become a score; null for every other measure
 * @param derived rates made of those for the people of a row together, in order
 * @param risk how much is expected of people; null where nothing is
 * @param cost how costs are made; null where the measure is about something else
 * @param sufficiencyStated whether the measure says when a person's data could show a numerator; where it does not,
 *     nobody is told to have enough data
 */
public record MeasureInfo(
        String measureId,
        String version,
        String name,
        Scoring scoring,
        Improvement improvement,
        String unit,
        AgeAnchor ageAnchor,
        List<String> unverified,
        List<String> rateIds,
        ItemScore itemScore,
        List<DerivedRate> derived,
        RiskModel risk,
        CostRule cost,
        boolean sufficiencyStated)
        implements Serializable {
    public MeasureInfo {
        requireNonNull(measureId, "measureId");
        requireNonNull(version, "version");
        requireNonNull(name, "name");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        requireNonNull(unit, "unit");
        requireNonNull(ageAnchor, "ageAnchor");
        unverified = List.copyOf(unverified);
        rateIds = List.copyOf(rateIds);
        derived = List.copyOf(derived);
        if (rateIds.isEmpty()) {
            throw new IllegalArgumentException("measure " + measureId + " has no rate");
        }
    }

    /** A measure whose rates are all verdicts on people, and that is no survey's. */
    public MeasureInfo(
            String measureId,
            String version,
            String name,
            Scoring scoring,
            Improvement improvement,
            String unit,
            AgeAnchor ageAnchor,
            List<String> unverified,
            List<String> rateIds) {
        this(
                measureId,
                version,
                name,
                scoring,
                improvement,
                unit,
                ageAnchor,
                unverified,
                rateIds,
                null,
                List.of(),
                null,
                null,
                true);
    }

    /** The unit of a rate that is not derived: of a score the scale it is shown on, which its rate is called by. */
    public String unit(String rateId) {
        return itemScore == null ? unit : rateId;
    }

    /** The rate whose verdicts a rate is made of: itself, unless it is derived. */
    public String verdictsOf(String rateId) {
        for (DerivedRate rate : derived) {
            if (rate.id().equals(rateId)) {
                return verdictsOf(rate.of());
            }
        }
        return rateId;
    }

    /** What a value is made of. */
    public enum Scoring {
        /** People in the numerator over people in the performance denominator. */
        PROPORTION,
        /** Observed events per 1000 units of exposure. */
        RATE,
        /** Observed over expected events. */
        RATIO,
        /**
         * The mean of an observation per person, or per unit of exposure where exposure is counted; of a survey the mean
         * of the items' means.
         */
        CONTINUOUS
    }

    /** Whether a larger value is better. */
    public enum Improvement {
        HIGHER,
        LOWER
    }

    /** The day of the measurement period on which age is taken. */
    public enum AgeAnchor {
        PERIOD_START,
        PERIOD_END;

        public LocalDate in(MeasurementPeriod period) {
            return switch (this) {
                case PERIOD_START -> period.start();
                case PERIOD_END -> period.end();
            };
        }
    }
}
