package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MostRecent;
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
        Clause clause = node.definition().clause();
        if (clause instanceof Combination list && list.quantifier().isForWhatHolds()) {
            for (int use : node.uses()) {
                if (answers.holds(use) == holds) {
                    collect(use, holds);
                }
            }
        } else if (clause instanceof EventClause
                || clause instanceof AtAge
                || clause instanceof AmongClause
                || clause instanceof TotalClause) {
            add(place, 1);
        } else if (clause instanceof MostRecent
                || clause instanceof FirstClause
                || clause instanceof ValueClause
                || clause instanceof CountClause
                || clause instanceof StayClause
                || clause instanceof VisitsClause) {
            add(place, Integer.MAX_VALUE);
        }
        // Age, death, coverage, days and the absence of events have no event behind them.
    }

    private void add(int place, int most) {
        List<Found> found = answers.of(place).found();
        String name = answers.node(place).definition().name();
        for (int i = 0; i < Math.min(most, found.size()); i++) {
            evidence.add(found.get(i).evidence(name));
        }
    }
}
