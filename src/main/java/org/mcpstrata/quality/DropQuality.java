package org.mcpstrata.quality;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.time.DayRange;

/**
 * How a drop came out of the rules that look at drops.
 *
 * @param described the days that the manifest says the drop speaks of; null where no manifest could be read
 * @param created UTC day of the manifest; null where no manifest could be read
 * @param lines lines of business of its members: those that coverage rows name, and the manifest's
 * @param results in order of the rules
 */
public record DropQuality(
        DayRange described, LocalDate created, SortedSet<LineOfBusiness> lines, List<RuleResult> results) {
    public static final DropQuality NONE = new DropQuality(null, null, new TreeSet<>(), List.of());

    public DropQuality {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
        results = List.copyOf(results);
    }

    public static Set<LineOfBusiness> lines(RowCounts counts, LineOfBusiness ofManifest) {
        Set<LineOfBusiness> lines = EnumSet.of(ofManifest);
        lines.addAll(counts.lines());
        return lines;
    }
}
