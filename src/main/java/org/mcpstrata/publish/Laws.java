package org.mcpstrata.publish;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** The conservation laws of a run, in the order they were counted. A broken one stops publication. */
public final class Laws {
    private final List<Law> laws = new ArrayList<>();

    public Laws add(Law law) {
        laws.add(law);
        return this;
    }

    public Laws addAll(List<Law> more) {
        laws.addAll(more);
        return this;
    }

    public List<Law> list() {
        return List.copyOf(laws);
    }

    /** Throws with every broken law and both its sides, or does nothing. */
    public void throwIfBroken() {
        Problems problems = new Problems();
        for (Law law : laws) {
            if (!law.holds()) {
                problems.add(
                        ProblemCode.LAW_BROKEN,
                        Place.of(law.stage()),
                        law.statement() + " (" + law.left() + " and " + law.right() + ").");
            }
        }
        problems.throwIfAny();
    }
}
