package org.mcpstrata.verify.bounds;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mcpstrata.model.Progress;

/** The possible values of unknown numbers, as far as the questions asked need them. */
public final class Ranges {
    private final Reduction reduction;
    private final Map<Integer, Widths> componentOf = new HashMap<>();
    private final Map<Integer, Integer> localOf = new HashMap<>();

    private Ranges(Reduction reduction) {
        this.reduction = reduction;
    }

    /**
     * Answers questions about numbers.
     *
     * @param goals by number; numbers without a goal are not looked into
     */
    public static Ranges of(Unknowns unknowns, Map<Integer, Goal> goals, Progress progress) {
        requireNonNull(progress, "progress");
        Ranges ranges = new Ranges(Reduction.of(unknowns));
        Map<Integer, Goal> atRoot = ranges.atRoot(goals);
        List<Component> all = Component.of(ranges.reduction, unknowns.size());
        long done = 0;
        for (Component component : all) {
            Map<Integer, Goal> own = new TreeMap<>();
            for (int i = 0; i < component.size(); i++) {
                Goal goal = atRoot.get(component.name(i));
                if (goal != null) {
                    own.put(i, goal);
                }
            }
            Widths widths = new Widths(component, own);
            widths.prove(progress);
            ranges.keep(component, widths);
            progress.reached("groups of linked hidden counts", ++done, all.size());
        }
        return ranges;
    }

    private Map<Integer, Goal> atRoot(Map<Integer, Goal> goals) {
        Map<Integer, Goal> atRoot = new HashMap<>();
        goals.forEach((variable, goal) -> {
            int sign = reduction.sign(variable);
            long offset = reduction.offset(variable);
            Goal moved = range -> goal.isDecided(range.moved(sign, offset));
            atRoot.merge(reduction.root(variable), moved, Goal::and);
        });
        return atRoot;
    }

    private void keep(Component component, Widths widths) {
        for (int i = 0; i < component.size(); i++) {
            componentOf.put(component.name(i), widths);
            localOf.put(component.name(i), i);
        }
    }

    /** What is known of a number. */
    public Range range(int variable) {
        int root = reduction.root(variable);
        Widths widths = componentOf.get(root);
        Range range =
                widths == null ? Range.exact(reduction.lo(root), reduction.hi(root)) : widths.range(localOf.get(root));
        return range.moved(reduction.sign(variable), reduction.offset(variable));
    }

    /** As {@link #range}, narrowed down to the exact one where that can be done in reasonable time. */
    public Range exact(int variable) {
        int root = reduction.root(variable);
        Widths widths = componentOf.get(root);
        return widths == null
                ? range(variable)
                : widths.exact(localOf.get(root)).moved(reduction.sign(variable), reduction.offset(variable));
    }

    /** Numbers for which no value fits: the sums contradict one another. */
    public SortedSet<Integer> impossible() {
        return reduction.impossible();
    }
}
