package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * True when there is a deciding event and its value passes the test.
 *
 * @param of an event; or events together with {@code onDay} and {@code sameDay}
 * @param onDay only events whose last day is this one, or null
 * @param sameDay which of several decides, or null where {@code of} is one event
 */
public record ValueClause(String of, String onDay, SameDay sameDay, ValueTest is) implements Clause {
    public ValueClause {
        requireNonNull(of, "of");
        requireNonNull(is, "is");
        if ((onDay == null) != (sameDay == null)) {
            throw new IllegalArgumentException("'on day' and 'same day' go together");
        }
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.value(this);
    }

    @Override
    public List<CodeSet> sets() {
        List<CodeSet> sets = new ArrayList<>(ValueTest.sets(is));
        sets.addAll(sameDay == null ? List.of() : sameDay.firstAnswer());
        return List.copyOf(sets);
    }

    @Override
    public List<String> uses() {
        return onDay == null ? List.of(of) : List.of(of, onDay);
    }
}
