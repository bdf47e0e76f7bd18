package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Spreads pieces of work over tasks: the heaviest first, each into the task with the least to do so far. */
final class Packing {
    private Packing() {}

    /** At most so many tasks, none of them empty; the same work always makes the same tasks. */
    static <T> List<List<T>> pack(List<T> work, ToLongFunction<T> weight, int mostTasks) {
        int count = Math.max(1, Math.min(mostTasks, work.size()));
        List<List<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(new ArrayList<>());
        }
        // A piece costs something even when it is empty.
        ToLongFunction<T> cost = piece -> weight.applyAsLong(piece) + 1;
        List<T> heaviestFirst = new ArrayList<>(work);
        heaviestFirst.sort(Comparator.comparingLong(cost).reversed());
        long[] load = new long[count];
        for (T piece : heaviestFirst) {
            int lightest = 0;
            for (int i = 1; i < count; i++) {
                lightest = load[i] < load[lightest] ? i : lightest;
            }
            tasks.get(lightest).add(piece);
            load[lightest] += cost.applyAsLong(piece);
        }
        return tasks;
    }
}
