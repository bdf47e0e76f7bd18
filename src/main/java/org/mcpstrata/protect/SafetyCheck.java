package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Holds a suppression against the safety statement, without any of the code that made it: adds up every completion,
 * looks at every shown number and at every sum that follows from shown ones (stratification.md 5.2, S0 to S2).
 */
final class SafetyCheck {
    /** What is wrong, by kind; no value is in it. */
    enum Breach {
        SMALL_COUNT_SHOWN,
        HIDDEN_WITHOUT_PROOF,
        COMPLETION_IMPOSSIBLE,
        RESIDUAL_SMALL,
        DIFFERENCE_SMALL
    }

    private SafetyCheck() {}

    static List<Breach> breaches(CellSystem system, SafetyRule rule, Suppression suppression) {
        List<Breach> breaches = new ArrayList<>();
        boolean[] hidden = suppression.hidden();
        for (Proof proof : suppression.proofs()) {
            if (!isPossible(system, hidden, proof.cells(), proof.first())
                    || !isPossible(system, hidden, proof.cells(), proof.second())) {
                breaches.add(Breach.COMPLETION_IMPOSSIBLE);
            }
        }
        for (int c = 0; c < system.cells(); c++) {
            boolean proven = suppression.proofOf()[c] >= 0 && suppression.range(c) >= rule.width();
            if (system.isPrinted(c)) {
                if (!hidden[c] && rule.isSensitive(system.value(c))) {
                    breaches.add(Breach.SMALL_COUNT_SHOWN);
                }
                if (hidden[c] && !proven) {
                    breaches.add(Breach.HIDDEN_WITHOUT_PROOF);
                }
            } else if (!proven && (rule.isSensitive(system.value(c)) || !follows(system, hidden, c))) {
                breaches.add(Breach.DIFFERENCE_SMALL);
            }
        }
        for (int r = 0; r < system.relations(); r++) {
            if (hasSmallResidual(system, rule, hidden, r)) {
                breaches.add(Breach.RESIDUAL_SMALL);
            }
        }
        return breaches;
    }

    private static boolean isPossible(CellSystem system, boolean[] hidden, int[] cells, long[] changes) {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            int c = cells[i];
            if (changes[i] != 0
                    && (system.isPrinted(c) && !hidden[c] || system.value(c) + changes[i] < system.least(c))) {
                return false;
            }
            for (int use = system.firstUse(c); use < system.firstUse(c + 1); use++) {
                int place = system.placeOfUse(use);
                sums.merge(system.relationAt(place), system.signAt(place) * changes[i], Long::sum);
            }
        }
        return sums.values().stream().allMatch(sum -> sum == 0);
    }

    /** Whether a difference is what shown counts make it in some relation. */
    private static boolean follows(CellSystem system, boolean[] hidden, int cell) {
        for (int use = system.firstUse(cell); use < system.firstUse(cell + 1); use++) {
            int relation = system.relationAt(system.placeOfUse(use));
            boolean all = true;
            for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
                int other = system.cellAt(place);
                all &= other == cell || system.isPrinted(other) && !hidden[other];
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that is not shown in a relation stands on one side, with a sum of 1 to the threshold. */
    private static boolean hasSmallResidual(CellSystem system, SafetyRule rule, boolean[] hidden, int relation) {
        long sum = 0;
        int side = 0;
        for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
            int cell = system.cellAt(place);
            if (hidden[cell] || !system.isPrinted(cell)) {
                if (side != 0 && side != system.signAt(place)) {
                    return false;
                }
                side = system.signAt(place);
                sum += system.value(cell);
            }
        }
        return rule.isSensitive(sum);
    }
}
