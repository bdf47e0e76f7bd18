package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.ValueSets;

/**
 * Everything the evaluation of one year needs: the measures valid for it and every value set and single code they name.
 *
 * @param measures by id
 * @param valueSets holds every {@link CodeSet#id()} of the measures, bound to the year
 */
public record MeasureSet(MeasurementPeriod period, SortedMap<String, MeasureDefinition> measures, ValueSets valueSets)
        implements Serializable {
    public MeasureSet {
        requireNonNull(period, "period");
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        requireNonNull(valueSets, "valueSets");
    }
}
