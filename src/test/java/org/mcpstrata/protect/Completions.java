package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every completion of a system, one by one: what a reader with time would do. Shares no code with the suppressor. */
final class Completions {
    private final CellSystem system;
    private final List<Integer> open;
    private final long[] now;
    private final long[] lowest;
    private final long[] highest;
    private final boolean[] set;
    private final long cap;
    private long count;

    private Completions(CellSystem system, boolean[] hidden, long cap) {
        this.system = system;
        this.cap = cap;
        this.open = new ArrayList<>();
        this.now = new long[system.cells()];
        this.set = new boolean[system.cells()];
        for (int c = 0; c < system.cells(); c++) {
            now[c] = system.value(c);
            set[c] = system.isPrinted(c) && !hidden[c];
            if (!set[c]) {
                open.add(c);
            }
        }
        lowest = new long[system.cells()];
        highest = new long[system.cells()];
        Arrays.fill(lowest, Long.MAX_VALUE);
        Arrays.fill(highest, Long.MIN_VALUE);
    }

    /** @param cap how far above the truth a cell is followed that nothing else bounds */
    static Completions of(CellSystem system, boolean[] hidden, long cap) {
        Completions completions = new Completions(system, hidden, cap);
        completions.assign(0);
        return completions;
    }

    long count() {
        return count;
    }

    long lowest(int cell) {
        return lowest[cell];
    }

    long highest(int cell) {
        return highest[cell];
    }

    private void assign(int index) {
        if (index == open.size()) {
            count++;
            for (int c : open) {
                lowest[c] = Math.min(lowest[c], now[c]);
                highest[c] = Math.max(highest[c], now[c]);
            }
            return;
        }
        int cell = open.get(index);
        set[cell] = true;
        long upper = upper(cell);
        for (now[cell] = system.least(cell); now[cell] <= upper; now[cell]++) {
            if (holds(cell)) {
                assign(index + 1);
            }
        }
        now[cell] = system.value(cell);
        set[cell] = false;
    }

    private long upper(int cell) {
        long upper = system.value(cell) + cap;
        for (int use = system.firstUse(cell); use < system.firstUse(cell + 1); use++) {
            int relation = system.relationAt(system.placeOfUse(use));
            int side = system.signAt(system.placeOfUse(use));
            long rest = 0;
            boolean bounded = true;
            for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
                int other = system.cellAt(place);
                if (other != cell) {
                    bounded &= set[other] || system.signAt(place) == side;
                    rest -= (long) side * system.signAt(place) * (set[other] ? now[other] : system.least(other));
                }
            }
            if (bounded) {
                upper = Math.min(upper, rest);
            }
        }
        return upper;
    }

    private boolean holds(int cell) {
        for (int use = system.firstUse(cell); use < system.firstUse(cell + 1); use++) {
            int relation = system.relationAt(system.placeOfUse(use));
            long sum = 0;
            boolean whole = true;
            for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
                whole &= set[system.cellAt(place)];
                sum += system.signAt(place) * now[system.cellAt(place)];
            }
            if (whole && sum != 0) {
                return false;
            }
        }
        return true;
    }
}
