package org.mcpstrata.verify.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Values of a component on their way to fitting all sums. A sum that lacks something is met by changing the member of it that
 * brings all its sums nearest together, and so on until nothing lacks: the chain of changes closes by itself. Every change can
 * be taken back.
 */
final class Walk {
    private static final int LOOKED_AT = 48;

    private final Component component;
    private final Random chance;
    private final long[] values;
    private final long[] lacking;
    private final int[] open;
    private final int[] placeOf;
    private final long[] lastMoved;
    private int opens;
    private long total;
    private long clock;
    private final List<long[]> changes = new ArrayList<>();

    Walk(Component component, long[] values, Random chance) {
        this.component = component;
        this.chance = chance;
        this.values = values;
        int sums = component.equations().size();
        this.lacking = new long[sums];
        this.open = new int[sums];
        this.placeOf = new int[sums];
        this.lastMoved = new long[values.length];
        Arrays.fill(placeOf, -1);
        Arrays.fill(lastMoved, Long.MIN_VALUE / 2);
        for (int e = 0; e < sums; e++) {
            lack(e, component.equations().get(e).lacking(values));
        }
    }

    /** What all sums lack together; 0 when everything fits. */
    long total() {
        return total;
    }

    boolean fits() {
        return total == 0;
    }

    /** The values now; they change with this walk. */
    long[] values() {
        return values;
    }

    /** A sum that lacks something; there must be one. */
    int anyOpen() {
        return open[chance.nextInt(opens)];
    }

    long lacking(int equation) {
        return lacking[equation];
    }

    /** Changes made since the last time they were kept or taken back: number, value before. */
    List<long[]> changes() {
        return changes;
    }

    void keep() {
        changes.clear();
    }

    void takeBack() {
        for (int i = changes.size() - 1; i >= 0; i--) {
            put((int) changes.get(i)[0], changes.get(i)[1]);
        }
        changes.clear();
    }

    void set(int variable, long value) {
        changes.add(new long[] {variable, values[variable]});
        put(variable, value);
    }

    private void put(int variable, long value) {
        long by = value - values[variable];
        values[variable] = value;
        int[] touched = component.equationsOf(variable);
        for (int k = 0; k < touched.length; k++) {
            lack(touched[k], lacking[touched[k]] - by * component.factor(variable, k));
        }
    }

    private void lack(int e, long amount) {
        total += Math.abs(amount) - Math.abs(lacking[e]);
        lacking[e] = amount;
        if (amount != 0 && placeOf[e] < 0) {
            placeOf[e] = opens;
            open[opens++] = e;
        } else if (amount == 0 && placeOf[e] >= 0) {
            int last = open[--opens];
            open[placeOf[e]] = last;
            placeOf[last] = placeOf[e];
            placeOf[e] = -1;
        }
    }

    /**
     * Mends sum after sum.
     *
     * @param fixed a number that stays, or -1
     * @return whether everything fits now
     */
    boolean mend(int fixed, int steps) {
        for (int i = 0; i < steps && opens > 0; i++) {
            clock++;
            step(anyOpen(), fixed);
        }
        return opens == 0;
    }

    private void step(int e, int fixed) {
        Equation equation = component.equations().get(e);
        int[] members = equation.variables();
        int looks = Math.min(members.length, LOOKED_AT);
        int at = chance.nextInt(members.length);
        int best = -1;
        long bestTo = 0;
        long bestChange = Long.MAX_VALUE;
        for (int k = 0; k < looks; k++) {
            int i = (at + k) % members.length;
            int variable = members[i];
            if (variable != fixed && clock - lastMoved[variable] > 3 + chance.nextInt(6)) {
                long to = target(variable, lacking[e], equation.factors()[i]);
                if (to != values[variable]) {
                    long change = change(variable, to - values[variable]);
                    if (change < bestChange) {
                        bestChange = change;
                        best = variable;
                        bestTo = to;
                    }
                }
            }
        }
        if (best >= 0) {
            set(best, bestTo);
            lastMoved[best] = clock;
        }
    }

    /** The value inside the bounds that leaves the sum lacking least. */
    private long target(int variable, long lack, int factor) {
        long by = lack / factor == 0 ? Long.signum(lack) * Integer.signum(factor) : lack / factor;
        return Math.max(component.lo(variable), Math.min(component.hi(variable), values[variable] + by));
    }

    private long change(int variable, long by) {
        long change = 0;
        int[] touched = component.equationsOf(variable);
        for (int k = 0; k < touched.length; k++) {
            long before = lacking[touched[k]];
            change += Math.abs(before - by * component.factor(variable, k)) - Math.abs(before);
        }
        return change;
    }
}
