package org.mcpstrata.measure.read;

import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.ClauseCases;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.VisitsClause;

/**
 * What a clause needs of a definition it is built on.
 *
 * @param kinds of answers that will do
 */
record Need(String name, Set<Clause.Kind> kinds) {
    static final Set<Clause.Kind> TRUTHS = Set.of(Clause.Kind.TRUTH, Clause.Kind.EVENTS, Clause.Kind.EVENT);
    static final Set<Clause.Kind> EVENTS = Set.of(Clause.Kind.EVENTS);
    private static final Set<Clause.Kind> ANY_EVENTS = Set.of(Clause.Kind.EVENTS, Clause.Kind.EVENT);
    private static final Set<Clause.Kind> ONE_EVENT = Set.of(Clause.Kind.EVENT);
    private static final Set<Clause.Kind> A_DAY = Set.of(Clause.Kind.DAY);

    Need {
        kinds = Set.copyOf(kinds);
    }

    static List<Need> of(Clause clause) {
        return clause.in(new Cases());
    }

    private static List<Need> each(Clause clause, Set<Clause.Kind> kinds) {
        return clause.uses().stream().map(name -> new Need(name, kinds)).toList();
    }

    private static final class Cases implements ClauseCases<List<Need>> {
        @Override
        public List<Need> combination(Combination clause) {
            return each(clause, TRUTHS);
        }

        @Override
        public List<Need> age(AgeClause clause) {
            return each(clause, ONE_EVENT);
        }

        @Override
        public List<Need> sex(SexClause clause) {
            return List.of();
        }

        @Override
        public List<Need> atAge(AtAge clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> event(EventClause clause) {
            return each(clause, ANY_EVENTS);
        }

        @Override
        public List<Need> mostRecent(MostRecent clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> mostRecentDay(MostRecentDay clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> first(FirstClause clause) {
            return each(clause, ANY_EVENTS);
        }

        @Override
        public List<Need> among(AmongClause clause) {
            return each(clause, ANY_EVENTS);
        }

        @Override
        public List<Need> total(TotalClause clause) {
            return each(clause, ANY_EVENTS);
        }

        @Override
        public List<Need> death(DeathClause clause) {
            return each(clause, ANY_EVENTS);
        }

        @Override
        public List<Need> value(ValueClause clause) {
            return clause.onDay() == null
                    ? each(clause, ONE_EVENT)
                    : List.of(new Need(clause.of(), EVENTS), new Need(clause.onDay(), A_DAY));
        }

        @Override
        public List<Need> count(CountClause clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> stay(StayClause clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> visits(VisitsClause clause) {
            return each(clause, EVENTS);
        }

        @Override
        public List<Need> coverage(CoverageClause clause) {
            return List.of();
        }

        @Override
        public List<Need> months(MonthsClause clause) {
            return List.of();
        }
    }
}
