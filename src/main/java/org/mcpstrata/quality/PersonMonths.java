package org.mcpstrata.quality;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one payer's months look like for one person.
 *
 * @param covered bit n is set where the payer covers the n-th month of {@link MonthWindow}
 * @param lines claim lines of the payer by month of the measurement period, 1 to 12; months without any are absent
 */
public record PersonMonths(long covered, SortedMap<Integer, Integer> lines) implements Serializable {
    public PersonMonths {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }
}
