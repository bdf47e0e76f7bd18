package org.mcpstrata.measure.lint;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Place;
import org.mcpstrata.valueset.ValueSet;

/**
 * All definition files of a folder as the rules see them.
 *
 * @param files every measure and library file
 * @param measures what the files give, by measurement year
 * @param shipped every shipped value set, by year and id
 * @param valueSetPlaces where a shipped value set is written, by id
 */
record Definitions(
        List<SourceFile> files,
        SortedMap<Integer, MeasureSet> measures,
        SortedMap<Integer, SortedMap<String, ValueSet>> shipped,
        SortedMap<String, Place> valueSetPlaces) {
    Definitions {
        files = List.copyOf(files);
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(measures, "measures")));
        shipped = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(shipped, "shipped")));
        valueSetPlaces = Collections.unmodifiableSortedMap(new TreeMap<>(valueSetPlaces));
    }

    /** Where a key of a measure's own file is written; the file where it has no such key. */
    Place place(MeasureDefinition measure, String key) {
        Section root = files.stream()
                .filter(file -> file.measure()
                        && file.name().equals(measure.id())
                        && file.years().equals(measure.years()))
                .findFirst()
                .orElseThrow()
                .root();
        return root.has(key) ? root.fields().get(key).place() : root.place();
    }

    /** Where a value set is written; a single code or a set that is not shipped has its name only. */
    Place place(ValueSet set) {
        return valueSetPlaces.getOrDefault(set.id(), Place.of("value-sets")).atField(set.name());
    }
}
