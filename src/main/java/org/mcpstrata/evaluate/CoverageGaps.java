package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.CoverageSpan;

/** Uncovered stretches of days (measures.md 2.6). */
final class CoverageGaps {
    private CoverageGaps() {}

    /**
     * Lengths in days of the stretches of a window that no payer covers, in order; head and tail of the window count.
     */
    static List<Integer> in(Span window, List<CoverageSpan> coverage) {
        List<CoverageSpan> spans = new ArrayList<>(coverage);
        spans.sort(Comparator.comparing(CoverageSpan::start));
        List<Integer> gaps = new ArrayList<>();
        int next = window.first();
        for (CoverageSpan span : spans) {
            Span days = Span.of(span.start(), span.end());
            if (!days.overlaps(window)) {
                continue;
            }
            if (days.first() > next) {
                gaps.add(days.first() - next);
            }
            next = Math.max(next, days.last() + 1);
        }
        if (next <= window.last()) {
            gaps.add(window.last() - next + 1);
        }
        return gaps;
    }
}
