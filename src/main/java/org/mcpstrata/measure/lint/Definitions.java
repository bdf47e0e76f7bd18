package org.mcpstrata.measure.lint;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.valueset.ValueSet;

/**
 * All definition files of a folder as the rules see them.
 *
 * @param files every measure and library file
 * @param measures what the files give, by measurement year
 * @param shipped every shipped value set, by year and id
 */
record Definitions(
        List<SourceFile> files,
        SortedMap<Integer, MeasureSet> measures,
        SortedMap<Integer, SortedMap<String, ValueSet>> shipped) {
    Definitions {
        files = List.copyOf(files);
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(measures, "measures")));
        shipped = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(shipped, "shipped")));
    }
}
