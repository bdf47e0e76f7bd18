package org.mcpstrata.measure;

import java.util.List;

/**
 * The latest day on which there is an event.
 *
 * @param uses events
 * @param together false: any one of them makes the day; true: all of them must be there on it
 */
public record MostRecentDay(List<String> uses, boolean together) implements Clause {
    public MostRecentDay {
        uses = List.copyOf(uses);
    }

    @Override
    public Kind kind() {
        return Kind.DAY;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.mostRecentDay(this);
    }
}
