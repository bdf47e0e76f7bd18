package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;

/**
 * One rate of one entity and payer scope by every stratifier.
 *
 * @param hasZero whether a value of 0 means none at all, so that ratios mean something: not of improvements and scores
 * @param strata by stratifier id
 */
public record RateValues(
        String measureId,
        String rateId,
        Scoring scoring,
        Improvement improvement,
        boolean hasZero,
        Map<String, ComparedStrata> strata) {
    public RateValues {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        strata = Collections.unmodifiableMap(new TreeMap<>(strata));
    }

    public boolean isProportion() {
        return scoring == Scoring.PROPORTION;
    }
}
