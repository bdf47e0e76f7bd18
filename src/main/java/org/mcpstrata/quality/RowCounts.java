package org.mcpstrata.quality;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.LineOfBusiness;

/**
 * What the row checks counted in accepted rows, as they were read; adds up in any order.
 *
 * @param checks those that looked at any row
 * @param lines lines of business that coverage rows name
 */
public record RowCounts(Map<RowCheck, Share> checks, Set<LineOfBusiness> lines) implements Serializable {
    public static final RowCounts NONE = new RowCounts(Map.of(), Set.of());

    public RowCounts {
        EnumMap<RowCheck, Share> byCheck = new EnumMap<>(RowCheck.class);
        byCheck.putAll(checks);
        checks = Collections.unmodifiableMap(byCheck);
        EnumSet<LineOfBusiness> inOrder = EnumSet.noneOf(LineOfBusiness.class);
        inOrder.addAll(lines);
        lines = Collections.unmodifiableSet(inOrder);
    }

    public Share of(RowCheck check) {
        return checks.getOrDefault(check, Share.NONE);
    }

    public RowCounts plus(RowCounts other) {
        Map<RowCheck, Share> sums = new EnumMap<>(RowCheck.class);
        sums.putAll(checks);
        other.checks.forEach((check, share) -> sums.merge(check, share, Share::plus));
        Set<LineOfBusiness> both = EnumSet.noneOf(LineOfBusiness.class);
        both.addAll(lines);
        both.addAll(other.lines);
        return new RowCounts(sums, both);
    }
}
