package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A rate that is made of another rate's verdicts, for all people of a row together. Its populations are those of the
 * rate it is made of; no person has a verdict of its own for it.
 *
 * @param id names it beside the measure's other rates
 * @param of the rate it is made of
 * @param unit of its value
 * @param unverified what of it rests on memory only, or empty
 */
public record DerivedRate(
        String id,
        String of,
        Kind kind,
        MeasureInfo.Scoring scoring,
        MeasureInfo.Improvement improvement,
        String unit,
        String unverified)
        implements Serializable {
    /** The unit of every improvement, and of nothing else. */
    public static final String IMPROVEMENT_UNIT = "relative improvement over the year before";

    public DerivedRate {
        requireNonNull(id, "id");
        requireNonNull(of, "of");
        requireNonNull(kind, "kind");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        requireNonNull(unit, "unit");
        requireNonNull(unverified, "unverified");
    }

    /** How it is made. */
    public enum Kind {
        /** Observed events over those that the measure's risk model expects. */
        OBSERVED_TO_EXPECTED,
        /** Costs after risk adjustment and winsorising within the payer. */
        RISK_ADJUSTED,
        /** Those over the payer's mean. */
        INDEX,
        /** How much better another rate is than in the year before, relative to that year; above 0 is better. */
        IMPROVEMENT;

        /** Whether its amounts are made of beneficiary months, not of the cells of the rate it is made of. */
        public boolean isCost() {
            return this == RISK_ADJUSTED || this == INDEX;
        }
    }
}
