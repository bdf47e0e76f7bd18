package org.mcpstrata.verify.bounds;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** Chooses numbers of a component that can change together while all others stay. */
final class Neighbourhood {
    /** Of a long sum this many members are looked at; a practice's colleagues are as good as one another. */
    private static final int LOOKED_AT = 40;

    private final Component component;
    private final Random chance;
    private final int[] seenEquation;
    private final int[] missing;
    private final int[] touchedAt;
    private int stamp;

    Neighbourhood(Component component, Random chance) {
        this.component = component;
        this.chance = chance;
        this.seenEquation = new int[component.equations().size()];
        this.missing = new int[component.size()];
        this.touchedAt = new int[component.size()];
    }

    /** Numbers around one number, those first that bring the fewest new sums with them. */
    Set<Integer> around(int start, int wanted) {
        return grown(new int[] {start}, wanted);
    }

    /** Numbers around one sum. */
    Set<Integer> aroundSum(int equation, int wanted) {
        int[] members = component.equations().get(equation).variables();
        return grown(members.length <= wanted / 2 ? members : sample(members, wanted / 2), wanted);
    }

    private Set<Integer> grown(int[] starts, int wanted) {
        stamp++;
        Set<Integer> chosen = new LinkedHashSet<>();
        // Candidates by how many sums they would add; a few levels are enough to tell good from bad.
        ArrayDeque<Integer>[] candidates = levels();
        for (int start : starts) {
            add(start, chosen, candidates);
        }
        while (chosen.size() < wanted) {
            int next = poll(candidates, chosen);
            if (next < 0) {
                break;
            }
            add(next, chosen, candidates);
        }
        return chosen;
    }

    @SuppressWarnings("unchecked")
    private static ArrayDeque<Integer>[] levels() {
        ArrayDeque<Integer>[] levels = new ArrayDeque[6];
        Arrays.setAll(levels, i -> new ArrayDeque<>());
        return levels;
    }

    private int poll(ArrayDeque<Integer>[] candidates, Set<Integer> chosen) {
        for (int level = 0; level < candidates.length; level++) {
            while (!candidates[level].isEmpty()) {
                int candidate = candidates[level].poll();
                if (!chosen.contains(candidate) && Math.min(missing[candidate], candidates.length - 1) == level) {
                    return candidate;
                }
            }
        }
        return -1;
    }

    private void add(int variable, Set<Integer> chosen, ArrayDeque<Integer>[] candidates) {
        chosen.add(variable);
        for (int equation : component.equationsOf(variable)) {
            if (seenEquation[equation] == stamp) {
                continue;
            }
            seenEquation[equation] = stamp;
            int[] members = component.equations().get(equation).variables();
            for (int member : members.length <= LOOKED_AT ? shuffled(members) : sample(members, LOOKED_AT)) {
                if (touchedAt[member] != stamp) {
                    touchedAt[member] = stamp;
                    missing[member] = component.equationsOf(member).length;
                }
                missing[member]--;
                candidates[Math.min(missing[member], candidates.length - 1)].add(member);
            }
        }
    }

    private int[] shuffled(int[] members) {
        return sample(members, members.length);
    }

    private int[] sample(int[] members, int wanted) {
        int[] copy = members.clone();
        for (int i = 0; i < wanted; i++) {
            int other = i + chance.nextInt(copy.length - i);
            int swapped = copy[i];
            copy[i] = copy[other];
            copy[other] = swapped;
        }
        return Arrays.copyOf(copy, wanted);
    }
}
