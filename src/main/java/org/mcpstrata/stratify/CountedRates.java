package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.MeasureInfo;

/**
 * The rates that cells count, by position: every rate with verdicts of its own, and every rate of costs. Other derived
 * rates are worked out from these.
 */
final class CountedRates {
    private final List<RateKey> keys = new ArrayList<>();
    private final List<MeasureInfo> measures = new ArrayList<>();
    private final Map<RateKey, Integer> positions = new HashMap<>();

    CountedRates(List<MeasureInfo> all) {
        for (MeasureInfo measure : all) {
            measure.rateIds().forEach(rate -> add(measure, rate));
            measure.derived().stream()
                    .filter(rate -> rate.kind().isCost())
                    .map(DerivedRate::id)
                    .forEach(rate -> add(measure, rate));
        }
    }

    private void add(MeasureInfo measure, String rateId) {
        RateKey key = new RateKey(measure.measureId(), rateId);
        if (positions.put(key, keys.size()) != null) {
            throw new IllegalArgumentException("rate " + rateId + " of " + measure.measureId() + " is twice");
        }
        keys.add(key);
        measures.add(measure);
    }

    List<RateKey> keys() {
        return Collections.unmodifiableList(keys);
    }

    int size() {
        return keys.size();
    }

    MeasureInfo measure(int position) {
        return measures.get(position);
    }

    /** The position of a rate; a rate that no measure of the run has is a defect. */
    int position(RateKey key) {
        Integer position = positions.get(key);
        if (position == null) {
            throw new IllegalArgumentException(
                    "no measure of the run has rate " + key.rateId() + " of " + key.measureId());
        }
        return position;
    }
}
