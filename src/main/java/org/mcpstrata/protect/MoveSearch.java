package org.mcpstrata.protect;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Looks for a move: cells that go up by one and cells that go down by one, such that every relation still holds and
 * nothing that is shown changes. Repeated as often as its cells allow, it leads from one completion to another.
 *
 * <p>A move begins at one cell; whichever relation it breaks is mended by a further cell, until none is broken.
 */
final class MoveSearch {
    /** Cells tried to mend one relation. */
    private static final int CHOICES = 8;
    /** Steps spent on finding a cheaper move when one is found. */
    private static final int IMPROVING = 40;
    /** Of two cells alike the one that leaves more room is tried first. */
    private static final double ROOM = 0.02;
    /** What a relation broken anew is expected to cost. */
    private static final double EXPECTED_COST = 2;

    private static final int MUCH_ROOM = 20;
    /** Short moves are looked for first: a long one that began badly is given up soon. */
    private static final int[] LENGTHS = {4, 8, 12, 16, 24, 36, 72};
    /** Relations that one further cell mends at best. */
    private static final int MENDS = 4;

    private final CellSystem system;
    private final boolean[] hidden;
    private final long[] now;
    private final byte[] move;
    private final int[] imbalance;
    private final int[] broken;
    private final int[] brokenAt;
    private int brokenCount;
    /** By relation: a difference of that relation alone with room enough to take up what others change, or -1. */
    private final int[] taking;

    private final int[] path;
    private int depth;

    private boolean paying;
    private boolean upOnly;
    private long need;
    private int nodesLeft;
    private int longest;
    private double bestCost;
    private int[] best;
    private byte[] bestSigns;

    /** @param hidden what is hidden so far; looked at anew by every search */
    MoveSearch(CellSystem system, boolean[] hidden) {
        this.system = system;
        this.hidden = hidden;
        this.now = new long[system.cells()];
        for (int c = 0; c < now.length; c++) {
            now[c] = system.value(c);
        }
        this.move = new byte[system.cells()];
        this.imbalance = new int[system.relations()];
        this.broken = new int[system.relations()];
        this.brokenAt = new int[system.relations()];
        Arrays.fill(brokenAt, -1);
        this.path = new int[system.cells() + 1];
        this.taking = new int[system.relations()];
        Arrays.fill(taking, -1);
        for (int c = 0; c < now.length; c++) {
            if (!system.isPrinted(c)
                    && system.firstUse(c + 1) - system.firstUse(c) == 1
                    && system.value(c) >= MUCH_ROOM) {
                taking[system.relationAt(system.placeOfUse(system.firstUse(c)))] = c;
            }
        }
    }

    /**
     * A move found: its cells, and for each whether it goes up or down.
     *
     * @param cost of what must be hidden for it
     */
    record Move(int[] cells, byte[] signs, double cost) {}

    /** Sees the truth again where a move had led away from it. */
    void back(Iterable<Integer> cells) {
        for (int cell : cells) {
            now[cell] = system.value(cell);
        }
    }

    /**
     * A move through a cell that can be made so often, up and down from the truth together, that the cell's two values are
     * as far apart as needed.
     *
     * @param mayHide whether shown cells may be hidden for it, at least cost
     */
    Move spanning(int cell, long width, boolean mayHide, int nodes) {
        return find(cell, (byte) 1, width, false, mayHide, nodes);
    }

    /** A move that takes a cell up or down from where {@link #step} has led to, so often at least. */
    Move leading(int cell, byte sign, long times, boolean mayHide, int nodes) {
        return find(cell, sign, times, true, mayHide, nodes);
    }

    /** How often a move can be made from here. */
    long room(Move found) {
        long room = Long.MAX_VALUE;
        for (int i = 0; i < found.cells().length; i++) {
            if (found.signs()[i] < 0) {
                room = Math.min(room, slack(found.cells()[i]));
            }
        }
        return room;
    }

    /** How often a move can be made backwards from here. */
    long roomBack(Move found) {
        long room = Long.MAX_VALUE;
        for (int i = 0; i < found.cells().length; i++) {
            if (found.signs()[i] > 0) {
                room = Math.min(room, slack(found.cells()[i]));
            }
        }
        return room;
    }

    /** Makes a move for the searches that follow. */
    void step(Move found, long times) {
        for (int i = 0; i < found.cells().length; i++) {
            now[found.cells()[i]] += times * found.signs()[i];
        }
    }

    private long slack(int cell) {
        return now[cell] - system.least(cell);
    }

    private Move find(int cell, byte sign, long wanted, boolean oneWay, boolean mayHide, int nodes) {
        paying = mayHide;
        upOnly = oneWay;
        need = wanted;
        nodesLeft = nodes;
        bestCost = Double.MAX_VALUE;
        best = null;
        long up = sign < 0 ? slack(cell) : Long.MAX_VALUE;
        long down = sign > 0 ? slack(cell) : Long.MAX_VALUE;
        if (enough(up, down)) {
            put(cell, sign);
            for (int i = 0; i < LENGTHS.length && best == null; i++) {
                longest = LENGTHS[i];
                nodesLeft = nodes;
                search(up, down, 0);
            }
            take(cell);
        }
        return best == null ? null : new Move(best, bestSigns, bestCost);
    }

    private boolean isFree(int cell) {
        return hidden[cell] || !system.isPrinted(cell);
    }

    private boolean enough(long up, long down) {
        return up >= need || !upOnly && (down >= need || up + down >= need);
    }

    private void search(long up, long down, double spent) {
        if (brokenCount == 0) {
            found(up, down, spent);
            return;
        }
        if (depth + (brokenCount + MENDS - 1) / MENDS > longest || nodesLeft-- <= 0) {
            return;
        }
        int relation = shortestBroken();
        int[] cells = new int[CHOICES];
        double[] scores = new double[CHOICES];
        int count = choices(relation, up, down, spent, cells, scores);
        for (int i = 0; i < count && nodesLeft > 0 && bestCost > 0; i++) {
            int cell = cells[i];
            double cost = isFree(cell) ? 0 : system.cost(cell);
            if (spent + cost >= bestCost) {
                continue;
            }
            byte sign = mending(relation, cell);
            put(cell, sign);
            search(
                    sign < 0 ? Math.min(up, slack(cell)) : up,
                    sign > 0 ? Math.min(down, slack(cell)) : down,
                    spent + cost);
            take(cell);
        }
    }

    /** Keeps a move that is whole, with the differences that take up what it changes. */
    private void found(long up, long down, double spent) {
        TreeMap<Integer, Byte> cells = new TreeMap<>();
        long upLeft = up;
        long downLeft = down;
        for (int i = 0; i < depth; i++) {
            cells.put(path[i], move[path[i]]);
            for (int use = system.firstUse(path[i]); use < system.firstUse(path[i] + 1); use++) {
                int relation = system.relationAt(system.placeOfUse(use));
                int taker = taking[relation];
                if (taker >= 0 && move[taker] == 0 && imbalance[relation] != 0) {
                    if (Math.abs(imbalance[relation]) > 1) {
                        return;
                    }
                    byte sign = mending(relation, taker);
                    cells.put(taker, sign);
                    upLeft = sign < 0 ? Math.min(upLeft, slack(taker)) : upLeft;
                    downLeft = sign > 0 ? Math.min(downLeft, slack(taker)) : downLeft;
                }
            }
        }
        if (!enough(upLeft, downLeft)) {
            return;
        }
        best = cells.keySet().stream().mapToInt(Integer::intValue).toArray();
        bestSigns = new byte[best.length];
        for (int i = 0; i < best.length; i++) {
            bestSigns[i] = cells.get(best[i]);
        }
        bestCost = spent;
        nodesLeft = Math.min(nodesLeft, IMPROVING);
    }

    private int shortestBroken() {
        int shortest = broken[0];
        int length = Integer.MAX_VALUE;
        for (int i = 0; i < brokenCount; i++) {
            int relation = broken[i];
            int cells = system.firstPlace(relation + 1) - system.firstPlace(relation);
            if (cells < length || cells == length && relation < shortest) {
                shortest = relation;
                length = cells;
            }
        }
        return shortest;
    }

    /** The best cells to mend a relation with, best first. */
    private int choices(int relation, long up, long down, double spent, int[] cells, double[] scores) {
        int count = 0;
        int end = system.firstPlace(relation + 1);
        for (int place = system.firstPlace(relation); place < end; place++) {
            int cell = system.cellAt(place);
            boolean free = isFree(cell);
            if (move[cell] != 0 || !free && (!paying || system.isKnown(cell) || system.value(cell) == 0)) {
                continue;
            }
            boolean goesUp = imbalance[relation] > 0 == system.signAt(place) < 0;
            long room = slack(cell);
            if (!enough(goesUp ? up : Math.min(up, room), goesUp ? Math.min(down, room) : down)) {
                continue;
            }
            double cost = free ? 0 : system.cost(cell);
            if (spent + cost >= bestCost) {
                continue;
            }
            int uses = system.firstUse(cell + 1) - system.firstUse(cell);
            if (count == CHOICES && cost - EXPECTED_COST * uses >= scores[count - 1]) {
                continue;
            }
            double score = cost
                    + EXPECTED_COST * breaks(cell, goesUp ? 1 : -1)
                    - (goesUp && upOnly ? 0 : ROOM * Math.min(room, MUCH_ROOM));
            if (count < CHOICES || score < scores[count - 1]) {
                int at = count < CHOICES ? count++ : count - 1;
                for (; at > 0 && scores[at - 1] > score; at--) {
                    cells[at] = cells[at - 1];
                    scores[at] = scores[at - 1];
                }
                cells[at] = cell;
                scores[at] = score;
            }
        }
        return count;
    }

    private byte mending(int relation, int cell) {
        int end = system.firstUse(cell + 1);
        for (int use = system.firstUse(cell); use < end; use++) {
            int place = system.placeOfUse(use);
            if (system.relationAt(place) == relation) {
                return (byte) (imbalance[relation] > 0 == system.signAt(place) < 0 ? 1 : -1);
            }
        }
        throw new IllegalStateException("the cell is not in the relation");
    }

    /** Relations broken less relations mended by a cell. */
    private int breaks(int cell, int sign) {
        int breaks = 0;
        int end = system.firstUse(cell + 1);
        for (int use = system.firstUse(cell); use < end; use++) {
            int place = system.placeOfUse(use);
            int relation = system.relationAt(place);
            if (taking[relation] < 0 || move[taking[relation]] != 0) {
                int before = Math.abs(imbalance[relation]);
                int after = Math.abs(imbalance[relation] + sign * system.signAt(place));
                breaks += after - before;
            }
        }
        return breaks;
    }

    private void put(int cell, byte sign) {
        move[cell] = sign;
        path[depth++] = cell;
        change(cell, sign);
    }

    private void take(int cell) {
        int sign = move[cell];
        depth--;
        change(cell, -sign);
        move[cell] = 0;
    }

    private void change(int cell, int by) {
        int end = system.firstUse(cell + 1);
        for (int use = system.firstUse(cell); use < end; use++) {
            int place = system.placeOfUse(use);
            int relation = system.relationAt(place);
            imbalance[relation] += by * system.signAt(place);
            // A difference that the move itself begins with must be mended by others.
            boolean isBroken = imbalance[relation] != 0 && (taking[relation] < 0 || move[taking[relation]] != 0);
            if (isBroken && brokenAt[relation] < 0) {
                brokenAt[relation] = brokenCount;
                broken[brokenCount++] = relation;
            } else if (!isBroken && brokenAt[relation] >= 0) {
                int last = broken[--brokenCount];
                broken[brokenAt[relation]] = last;
                brokenAt[last] = brokenAt[relation];
                brokenAt[relation] = -1;
            }
        }
    }
}
