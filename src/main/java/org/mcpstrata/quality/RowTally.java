package org.mcpstrata.quality;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.LineOfBusiness;

/** Counts what the row checks say, row by row. */
public final class RowTally {
    private final long[] looked = new long[RowCheck.values().length];
    private final long[] bad = new long[looked.length];
    private final Set<LineOfBusiness> lines = EnumSet.noneOf(LineOfBusiness.class);

    void add(RowCheck check, boolean holds) {
        looked[check.ordinal()]++;
        bad[check.ordinal()] += holds ? 0 : 1;
    }

    void line(LineOfBusiness line) {
        lines.add(line);
    }

    public RowCounts counts() {
        Map<RowCheck, Share> checks = new EnumMap<>(RowCheck.class);
        for (RowCheck check : RowCheck.values()) {
            if (looked[check.ordinal()] > 0) {
                checks.put(check, new Share(looked[check.ordinal()], bad[check.ordinal()]));
            }
        }
        return new RowCounts(checks, lines);
    }
}
