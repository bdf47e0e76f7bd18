package org.mcpstrata.measure;

/**
 * What is done with each kind of clause. A new kind of clause does not compile until everybody who tells kinds apart says what
 * it means there.
 *
 * @param <R> what is made of a clause
 */
public interface ClauseCases<R> {
    R combination(Combination clause);

    R age(AgeClause clause);

    R sex(SexClause clause);

    R atAge(AtAge clause);

    R event(EventClause clause);

    R mostRecent(MostRecent clause);

    R mostRecentDay(MostRecentDay clause);

    R first(FirstClause clause);

    R among(AmongClause clause);

    R total(TotalClause clause);

    R death(DeathClause clause);

    R value(ValueClause clause);

    R count(CountClause clause);

    R stay(StayClause clause);

    R visits(VisitsClause clause);

    R coverage(CoverageClause clause);

    R months(MonthsClause clause);
}
