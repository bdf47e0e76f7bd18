package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The one event that decides: of all the named events, over all evidence paths, those of the latest last day, and of
 * these the one that {@code sameDay} picks.
 */
public record MostRecent(List<String> uses, SameDay sameDay) implements Clause {
    public MostRecent {
        uses = List.copyOf(uses);
        requireNonNull(sameDay, "sameDay");
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.mostRecent(this);
    }

    @Override
    public List<CodeSet> sets() {
        return sameDay.firstAnswer();
    }
}
