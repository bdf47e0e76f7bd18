package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets of answers that hold some answers for certain and any choice of at least so many others. Whoever adds up such people by
 * answer can have any numbers of which none exceeds the people, and which together are at least {@code fewest} times the people:
 * dealt out in turn, every person gets that many different answers. So the sets need not be told apart.
 *
 * @param certain bits of the answers in every set
 * @param free bits of the answers that may be in a set
 * @param fewest free answers in a set, at least
 */
record AtomClass(int certain, int free, int fewest) {
    /** Splits sets of answers into as few such classes as needed. */
    static List<AtomClass> of(List<Integer> sets) {
        List<AtomClass> classes = new ArrayList<>();
        split(sets, classes);
        return classes;
    }

    private static void split(List<Integer> sets, List<AtomClass> classes) {
        int all = 0;
        int common = -1;
        for (int set : sets) {
            all |= set;
            common &= set;
        }
        int certain = common;
        int free = all & ~common;
        int fewest = sets.stream()
                .mapToInt(set -> Integer.bitCount(set & ~certain))
                .min()
                .orElseThrow();
        if (sets.size() == choices(Integer.bitCount(free), fewest)) {
            classes.add(new AtomClass(certain, free, fewest));
            return;
        }
        int answer = Integer.lowestOneBit(free);
        split(sets.stream().filter(set -> (set & answer) != 0).toList(), classes);
        split(sets.stream().filter(set -> (set & answer) == 0).toList(), classes);
    }

    private static long choices(int of, int fewest) {
        long choices = 0;
        long binomial = 1;
        for (int k = 0; k <= of; k++) {
            choices += k >= fewest ? binomial : 0;
            binomial = binomial * (of - k) / (k + 1);
        }
        return choices;
    }
}
