package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * True when someone covered the person through the window, but for a number of gaps of a length (measures.md 2.6). Days
 * before the first and after the last coverage are gaps too; coverage of several payers is pooled first.
 *
 * @param gaps how many gaps are allowed
 * @param gapDays longest allowed gap in uncovered days
 */
public record CoverageClause(Window during, String windowName, int gaps, int gapDays) implements Clause {
    public CoverageClause {
        requireNonNull(during, "during");
        requireNonNull(windowName, "windowName");
        if (gaps < 0 || gapDays < 0) {
            throw new IllegalArgumentException("gaps are negative");
        }
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.coverage(this);
    }

    @Override
    public List<String> uses() {
        return List.of();
    }
}
