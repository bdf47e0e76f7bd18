package org.mcpstrata.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hides counts until nothing sensitive can be worked out (stratification.md 5.4). Every hidden cell, whatever it was
 * hidden for, ends with a {@link Proof} of two completions far enough apart, found beside the truth that we know: so there
 * is no set of hidden cells without its proof, and no search over the whole system.
 */
final class Suppressor {
    private static final int FREE_NODES = 60;
    private static final int PAID_NODES = 400;
    private static final int STEPS = 24;
    /** A move that costs less is made without looking for several that cost nothing. */
    private static final double CHEAP = 3;
    /** Cells given up after which the search for more of them ends. */
    private static final int FAILURES = 20;

    private final CellSystem system;
    private final SafetyRule rule;
    private final boolean[] hidden;
    private final boolean[] sensitive;
    private final boolean[] wanted;
    private final int[] proofOf;
    private final List<Proof> proofs = new ArrayList<>();
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final List<Integer> unprotected = new ArrayList<>();
    private final MoveSearch fromTruth;

    private Suppressor(CellSystem system, SafetyRule rule, boolean[] hiddenBefore) {
        this.system = system;
        this.rule = rule;
        this.hidden = hiddenBefore.clone();
        this.sensitive = new boolean[system.cells()];
        this.wanted = new boolean[system.cells()];
        this.proofOf = new int[system.cells()];
        java.util.Arrays.fill(proofOf, -1);
        this.fromTruth = new MoveSearch(system, hidden);
    }

    static Suppression protect(CellSystem system, SafetyRule rule) {
        return protect(system, rule, new boolean[system.cells()]);
    }

    /** @param hiddenBefore cells that stay hidden whether or not they need to be */
    static Suppression protect(CellSystem system, SafetyRule rule, boolean[] hiddenBefore) {
        return new Suppressor(system, rule, hiddenBefore).protect(hiddenBefore);
    }

    private Suppression protect(boolean[] hiddenBefore) {
        for (int c = 0; c < system.cells(); c++) {
            sensitive[c] = rule.isSensitive(system.value(c)) && !(system.isPrinted(c) && system.isKnown(c));
            if (sensitive[c] && system.isPrinted(c)) {
                hidden[c] = true;
            }
            if (sensitive[c] || hiddenBefore[c]) {
                want(c);
            }
        }
        coverAll();
        if (unprotected.isEmpty()) {
            removeWhatIsNotNeeded(hiddenBefore);
            coverAll();
        }
        return new Suppression(hidden, sensitive, proofs, proofOf, unprotected);
    }

    private void want(int cell) {
        if (!wanted[cell]) {
            wanted[cell] = true;
            queue.add(cell);
        }
    }

    private void coverAll() {
        do {
            while (!queue.isEmpty() && unprotected.size() < FAILURES) {
                cover(queue.remove());
            }
            wantOpenDifferences();
        } while (!queue.isEmpty() && unprotected.size() < FAILURES);
    }

    /** A difference of which a part is hidden is not known, and must not be known nearly. */
    private void wantOpenDifferences() {
        for (int c = 0; c < system.cells(); c++) {
            if (!system.isPrinted(c) && !wanted[c] && isOpen(c)) {
                want(c);
            }
        }
    }

    private boolean isOpen(int cell) {
        for (int use = system.firstUse(cell); use < system.firstUse(cell + 1); use++) {
            int relation = system.relationAt(system.placeOfUse(use));
            boolean open = false;
            for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
                int other = system.cellAt(place);
                open |= other != cell && (hidden[other] || !system.isPrinted(other));
            }
            if (!open) {
                return false;
            }
        }
        return true;
    }

    private void cover(int cell) {
        if (isProven(cell)) {
            return;
        }
        MoveSearch.Move move = fromTruth.spanning(cell, rule.width(), false, FREE_NODES);
        if (move == null) {
            move = fromTruth.spanning(cell, rule.width(), true, PAID_NODES);
        }
        Proof several = move == null || move.cost() > CHEAP ? severalMoves(cell, false) : null;
        if (move != null && several == null) {
            add(spanned(move));
            return;
        }
        if (several == null) {
            several = new SolverSearch(system, hidden, rule.width()).proof(cell);
        }
        if (several == null) {
            several = severalMoves(cell, true);
        }
        if (several == null) {
            unprotected.add(cell);
        } else {
            add(several);
        }
    }

    private boolean isProven(int cell) {
        return proofOf[cell] >= 0;
    }

    private void add(Proof proof) {
        int index = proofs.size();
        proofs.add(proof);
        for (int i = 0; i < proof.cells().length; i++) {
            int cell = proof.cells()[i];
            hidden[cell] |= system.isPrinted(cell);
            if (proof.apart(i) >= rule.width()) {
                if (proofOf[cell] < 0) {
                    proofOf[cell] = index;
                }
            } else {
                want(cell);
            }
        }
    }

    /** One move made up and down from the truth, as far as it goes and no further than needed to be told. */
    private Proof spanned(MoveSearch.Move move) {
        long far = 10 * rule.width();
        long up = Math.min(far, fromTruth.room(move));
        long down = Math.min(far, fromTruth.roomBack(move));
        long[] first = new long[move.cells().length];
        long[] second = new long[move.cells().length];
        for (int i = 0; i < first.length; i++) {
            first[i] = up * move.signs()[i];
            second[i] = -down * move.signs()[i];
        }
        return new Proof(move.cells(), first, second);
    }

    /** Goes up from the truth by several moves in turn, then down, where no single one goes far enough. */
    private Proof severalMoves(int cell, boolean mayHide) {
        Map<Integer, long[]> changes = new TreeMap<>();
        List<Integer> newlyHidden = new ArrayList<>();
        long far = go(cell, (byte) 1, rule.width(), mayHide, newlyHidden, changes, 0);
        if (far < rule.width()) {
            far += go(cell, (byte) -1, rule.width() - far, mayHide, newlyHidden, changes, 1);
        }
        newlyHidden.forEach(shown -> hidden[shown] = false);
        if (far < rule.width()) {
            return null;
        }
        int[] cells = new int[changes.size()];
        long[] first = new long[cells.length];
        long[] second = new long[cells.length];
        int at = 0;
        for (Map.Entry<Integer, long[]> change : changes.entrySet()) {
            if (change.getValue()[0] != 0 || change.getValue()[1] != 0) {
                cells[at] = change.getKey();
                first[at] = change.getValue()[0];
                second[at] = change.getValue()[1];
                at++;
            }
        }
        return new Proof(
                java.util.Arrays.copyOf(cells, at),
                java.util.Arrays.copyOf(first, at),
                java.util.Arrays.copyOf(second, at));
    }

    private long go(
            int cell,
            byte sign,
            long width,
            boolean mayHide,
            List<Integer> newlyHidden,
            Map<Integer, long[]> changes,
            int completion) {
        long gone = 0;
        for (int step = 0; step < STEPS && gone < width; step++) {
            MoveSearch.Move move = fromTruth.leading(cell, sign, 1, false, FREE_NODES);
            if (move == null && mayHide) {
                move = fromTruth.leading(cell, sign, 1, true, PAID_NODES);
            }
            if (move == null) {
                break;
            }
            long times = Math.min(width - gone, fromTruth.room(move));
            fromTruth.step(move, times);
            gone += times;
            for (int i = 0; i < move.cells().length; i++) {
                int moved = move.cells()[i];
                changes.computeIfAbsent(moved, it -> new long[2])[completion] += times * move.signs()[i];
                if (system.isPrinted(moved) && !hidden[moved]) {
                    hidden[moved] = true;
                    newlyHidden.add(moved);
                }
            }
        }
        fromTruth.back(changes.keySet());
        return gone;
    }

    /** Takes proofs away, last first, where others prove the same; what only they hid is shown again. */
    private void removeWhatIsNotNeeded(boolean[] hiddenBefore) {
        boolean[] must = new boolean[system.cells()];
        int[] provenBy = new int[system.cells()];
        for (int c = 0; c < must.length; c++) {
            must[c] = sensitive[c] || hiddenBefore[c];
        }
        for (Proof proof : proofs) {
            for (int i = 0; i < proof.cells().length; i++) {
                if (proof.apart(i) >= rule.width()) {
                    provenBy[proof.cells()[i]]++;
                } else {
                    must[proof.cells()[i]] = true;
                }
            }
        }
        List<Proof> kept = new ArrayList<>();
        for (int p = proofs.size() - 1; p >= 0; p--) {
            Proof proof = proofs.get(p);
            boolean needed = false;
            for (int i = 0; i < proof.cells().length; i++) {
                int cell = proof.cells()[i];
                needed |= must[cell] && proof.apart(i) >= rule.width() && provenBy[cell] == 1
                        || proof.apart(i) < rule.width();
            }
            if (needed) {
                kept.add(0, proof);
            } else {
                for (int cell : proof.cells()) {
                    provenBy[cell]--;
                }
            }
        }
        proofs.clear();
        java.util.Arrays.fill(hidden, false);
        java.util.Arrays.fill(wanted, false);
        java.util.Arrays.fill(proofOf, -1);
        for (int c = 0; c < must.length; c++) {
            hidden[c] = must[c] && system.isPrinted(c);
            wanted[c] = must[c];
        }
        kept.forEach(this::add);
    }
}
