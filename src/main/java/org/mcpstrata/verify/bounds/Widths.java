package org.mcpstrata.verify.bounds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.mcpstrata.model.Progress;

/**
 * Finds how far numbers of one component can move. A width is proven by whole numbers that fit all sums: one completion is
 * found, then parts of it are moved while the rest stays, in parts that grow where small ones did not do. A lack of width is
 * proven by bounds. What neither proves stays open, and an open question is never a yes.
 */
final class Widths {
    /** Up to so many numbers every question is asked of the whole component, so that answers are exact. */
    private static final int SMALL = 30;

    /** Up to so many numbers the whole component is asked when its parts gave no answer. */
    private static final int WHOLE = 1500;

    /** Up to so many numbers a component is done before anybody could read of it. */
    private static final int TOLD = 300;

    /** Up to so many numbers, what cannot move is proven before larger parts are moved. */
    private static final int NEARBY = 400;

    /** How far numbers are moved at a time, in the order tried. */
    private static final long[] BY = {12, 12, 5, 12, 6, 24, 10, 3, 12, 5};

    /** Changes after which a move that has not closed is given up. */
    private static final int STEPS = 400;

    private static final int[] WINDOWS = {80, 200, 500};
    private static final long PROOF_SEED = 20_260_101L;

    private final Component component;
    private final Map<Integer, Goal> goals;
    private final long[] least;
    private final long[] most;
    private final long[] provenLeast;
    private final long[] provenMost;
    private final Random chance = new Random(PROOF_SEED);
    private final Neighbourhood neighbourhood;
    private Optional<long[]> base = Optional.empty();

    /** @param goals the questions, by number */
    Widths(Component component, Map<Integer, Goal> goals) {
        this.component = component;
        this.goals = goals;
        int size = component.size();
        least = new long[size];
        most = new long[size];
        Arrays.setAll(least, component::lo);
        Arrays.setAll(most, component::hi);
        provenLeast = most.clone();
        provenMost = least.clone();
        neighbourhood = new Neighbourhood(component, chance);
    }

    Range range(int variable) {
        return new Range(least[variable], most[variable], provenLeast[variable], provenMost[variable]);
    }

    /** Works until every question is answered or cannot be. */
    void prove(Progress listener) {
        if (component.equations().isEmpty() || component.isTree()) {
            System.arraycopy(least, 0, provenLeast, 0, least.length);
            System.arraycopy(most, 0, provenMost, 0, most.length);
            return;
        }
        if (component.size() <= SMALL) {
            goals.keySet().forEach(this::ask);
            return;
        }
        String linked = String.format(Locale.ROOT, "%,d linked counts, ", component.size());
        Progress progress = component.size() > TOLD ? listener : Progress.SILENT;
        progress.reached(linked + "one completion", 0, 0);
        base = Completion.of(component, chance);
        base.ifPresent(this::record);
        progress.reached(linked + "walks from it", 0, 0);
        base.ifPresent(this::wander);
        // A part that is the whole gives no other answer when it is asked again.
        for (int pass = 0; pass == 0 || pass < WINDOWS.length && WINDOWS[pass - 1] < component.size(); pass++) {
            String stage = linked + "pass " + (pass + 1) + " of " + WINDOWS.length;
            long done = 0;
            for (int variable : goals.keySet()) {
                progress.reached(stage, ++done, goals.size());
                if (!isDecided(variable)) {
                    move(variable, WINDOWS[pass]);
                }
                // Many that do not move cannot, which is quicker to prove than to try in ever larger parts.
                if (!isDecided(variable)) {
                    boundNearby(variable, WINDOWS[pass]);
                }
            }
        }
        long asked = 0;
        for (int variable : goals.keySet()) {
            progress.reached(linked + "what no pass answered", ++asked, goals.size());
            for (int i = 0; i < WINDOWS.length && !isDecided(variable); i++) {
                bound(variable, WINDOWS[i]);
            }
            if (!isDecided(variable) && component.size() <= WHOLE) {
                ask(variable);
            }
        }
    }

    /** Narrows what is known of one number down to its exact range, where that can be done in reasonable time. */
    Range exact(int variable) {
        for (int i = 0; i < WINDOWS.length && !range(variable).isExact(); i++) {
            if (base.isPresent()) {
                alone(variable, neighbourhood.around(variable, WINDOWS[i]));
            }
            bound(variable, WINDOWS[i]);
        }
        if (!range(variable).isExact() && component.size() <= WHOLE) {
            ask(variable);
        }
        return range(variable);
    }

    private boolean isDecided(int variable) {
        return goals.get(variable).isDecided(range(variable));
    }

    /** Asks the whole component; both answers together are exact, for what is found is the best there is. */
    private void ask(int variable) {
        Optional<long[]> greatest = Window.extreme(component, variable, true);
        Optional<long[]> smallest = Window.extreme(component, variable, false);
        greatest.ifPresent(this::record);
        smallest.ifPresent(this::record);
        bound(variable, component.size());
    }

    /** Moves number after number and lets the others follow; most questions end here. */
    private void wander(long[] start) {
        Walk walk = new Walk(component, start.clone(), chance);
        for (int round = 0; round < BY.length; round++) {
            for (int variable : goals.keySet()) {
                if (!isDecided(variable)) {
                    follow(walk, variable, BY[round]);
                    follow(walk, variable, -BY[round]);
                }
            }
        }
    }

    private void follow(Walk walk, int variable, long by) {
        long to = Math.max(component.lo(variable), Math.min(component.hi(variable), walk.values()[variable] + by));
        walk.keep();
        walk.set(variable, to);
        if (walk.mend(variable, STEPS)) {
            for (long[] change : walk.changes()) {
                int moved = (int) change[0];
                provenLeast[moved] = Math.min(provenLeast[moved], walk.values()[moved]);
                provenMost[moved] = Math.max(provenMost[moved], walk.values()[moved]);
            }
        }
        walk.takeBack();
    }

    private void move(int variable, int size) {
        if (base.isEmpty()) {
            return;
        }
        Set<Integer> window = neighbourhood.around(variable, size);
        Map<Integer, Double> apart = new HashMap<>();
        for (int each : window) {
            if (goals.containsKey(each) && !isDecided(each)) {
                apart.put(each, (chance.nextBoolean() ? 1.0 : -1.0) * (1 + chance.nextInt(3)));
            }
        }
        Window.move(component, base.get(), window, apart).ifPresent(this::record);
        apart.replaceAll((each, weight) -> -weight);
        Window.move(component, base.get(), window, apart).ifPresent(this::record);
        if (!isDecided(variable)) {
            alone(variable, window);
        }
    }

    private void alone(int variable, Set<Integer> window) {
        Window.move(component, base.orElseThrow(), window, Map.of(variable, 1.0))
                .ifPresent(this::record);
        Window.move(component, base.orElseThrow(), window, Map.of(variable, -1.0))
                .ifPresent(this::record);
    }

    private void bound(int variable, int size) {
        bound(variable, neighbourhood.around(variable, size));
    }

    /** Long sums, of all practices of a state, are left for when nothing else has helped. */
    private void boundNearby(int variable, int size) {
        Set<Integer> window = neighbourhood.around(variable, size);
        if (Window.reached(component, window).size() <= NEARBY) {
            bound(variable, window);
        }
    }

    private void bound(int variable, Set<Integer> window) {
        OptionalLong up = Window.bound(component, window, variable, 1);
        OptionalLong down = Window.bound(component, window, variable, -1);
        if (up.isPresent() && up.getAsLong() < component.lo(variable) + Window.OPEN) {
            most[variable] = Math.min(most[variable], up.getAsLong());
        }
        down.ifPresent(bound -> least[variable] = Math.max(least[variable], -bound));
    }

    /** Notes values that fit all sums. */
    private void record(long[] values) {
        for (int i = 0; i < values.length; i++) {
            provenLeast[i] = Math.min(provenLeast[i], values[i]);
            provenMost[i] = Math.max(provenMost[i], values[i]);
        }
    }
}
