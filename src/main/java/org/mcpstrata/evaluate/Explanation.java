package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
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
import org.mcpstrata.model.Evidence;

/**
 * Why a verdict is what it is: the named definitions that decided, in the order of the file, and the events behind them.
 *
 * <p>A definition that decided by not holding is written {@code not: <name>}. Behind a definition that only asks whether
 * there is such an event stands its first one; behind a count, a stay or visits stand all of them.
 */
final class Explanation {
    private static final String NOT = "not: ";

    private final PersonAnswers answers;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<Evidence> evidence = new LinkedHashSet<>();

    Explanation(PersonAnswers answers) {
        this.answers = answers;
    }

    List<String> reasons() {
        return new ArrayList<>(reasons);
    }

    List<Evidence> evidence() {
        return new ArrayList<>(evidence);
    }

    /** The definitions that made a population what it is for this person. */
    void population(Population population, boolean holds) {
        for (int place : population.uses()) {
            if (population.isDecidedBy(answers.holds(place), holds)) {
                definition(place);
            }
        }
    }

    /** A definition, as it holds or does not. */
    void definition(int place) {
        String name = answers.node(place).definition().name();
        boolean holds = answers.holds(place);
        reasons.add(holds ? name : NOT + name);
        collect(place, holds);
    }

    /** The events of a definition without naming it as a reason. */
    void events(int place) {
        collect(place, answers.holds(place));
    }

    private void collect(int place, boolean holds) {
        Node node = answers.node(place);
        add(place, node.definition().clause().in(new EventsBehind(node, holds)));
    }

    private void add(int place, int most) {
        List<Found> found = answers.of(place).found();
        String name = answers.node(place).definition().name();
        for (int i = 0; i < Math.min(most, found.size()); i++) {
            evidence.add(found.get(i).evidence(name));
        }
    }

    /** How many of the events that an answer found are behind it; a list of definitions has those of its parts. */
    private final class EventsBehind implements ClauseCases<Integer> {
        private static final int NONE = 0;
        private static final int FIRST = 1;
        private static final int EVERY = Integer.MAX_VALUE;

        private final Node node;
        private final boolean holds;

        EventsBehind(Node node, boolean holds) {
            this.node = node;
            this.holds = holds;
        }

        @Override
        public Integer combination(Combination list) {
            if (list.quantifier().isForWhatHolds()) {
                for (int use : node.uses()) {
                    if (answers.holds(use) == holds) {
                        collect(use, holds);
                    }
                }
            }
            return NONE;
        }

        @Override
        public Integer age(AgeClause clause) {
            return NONE;
        }

        @Override
        public Integer sex(SexClause clause) {
            return NONE;
        }

        @Override
        public Integer atAge(AtAge clause) {
            return FIRST;
        }

        @Override
        public Integer event(EventClause clause) {
            return FIRST;
        }

        @Override
        public Integer mostRecent(MostRecent clause) {
            return EVERY;
        }

        @Override
        public Integer mostRecentDay(MostRecentDay clause) {
            return NONE;
        }

        @Override
        public Integer first(FirstClause clause) {
            return EVERY;
        }

        @Override
        public Integer among(AmongClause clause) {
            return FIRST;
        }

        @Override
        public Integer total(TotalClause clause) {
            return FIRST;
        }

        @Override
        public Integer death(DeathClause clause) {
            return NONE;
        }

        @Override
        public Integer value(ValueClause clause) {
            return EVERY;
        }

        @Override
        public Integer count(CountClause clause) {
            return EVERY;
        }

        @Override
        public Integer stay(StayClause clause) {
            return EVERY;
        }

        @Override
        public Integer visits(VisitsClause clause) {
            return EVERY;
        }

        @Override
        public Integer coverage(CoverageClause clause) {
            return NONE;
        }

        @Override
        public Integer months(MonthsClause clause) {
            return NONE;
        }
    }
}
