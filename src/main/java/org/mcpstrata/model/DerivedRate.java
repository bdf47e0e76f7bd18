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
        OBSERVED_TO_EXPECTED
    }
}
