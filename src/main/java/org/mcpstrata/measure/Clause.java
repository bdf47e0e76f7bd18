package org.mcpstrata.measure;

import java.io.Serializable;
import java.util.List;

/** What one named definition says. Clauses name other definitions; they never nest. */
public sealed interface Clause extends Serializable
        permits Combination,
                AgeClause,
                SexClause,
                AtAge,
                EventClause,
                MostRecent,
                MostRecentDay,
                FirstClause,
                AmongClause,
                TotalClause,
                DeathClause,
                ValueClause,
                CountClause,
                StayClause,
                VisitsClause,
                CoverageClause,
                MonthsClause {
    /** What the clause gives when it is evaluated. */
    Kind kind();

    /** What its own kind makes of it. */
    <R> R in(ClauseCases<R> cases);

    /** Names of the definitions it is built on, in the order of the file. */
    List<String> uses();

    /** Value sets and single codes it names itself. */
    default List<CodeSet> sets() {
        return List.of();
    }

    /** The four kinds of answers. Where a truth is expected, events and an event mean "there is one". */
    enum Kind {
        TRUTH,
        EVENTS,
        /** At most one event: what {@code most recent} or {@code first} leaves. */
        EVENT,
        DAY
    }
}
