package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Connected components of the numbers 0 to n-1; the smallest number of a component is its root. */
final class UnionFind {
    private final int[] parent;

    UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int root(int element) {
        int root = element;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int next = element; next != root; ) {
            int above = parent[next];
            parent[next] = root;
            next = above;
        }
        return root;
    }

    /** Joins two components; whether they were two. */
    boolean join(int one, int two) {
        int first = root(one);
        int second = root(two);
        parent[Math.max(first, second)] = Math.min(first, second);
        return first != second;
    }

    /** Joins all of them; how many joins were needed. */
    int joinAll(Collection<Integer> elements) {
        int joined = 0;
        Integer first = null;
        for (Integer element : elements) {
            if (first == null) {
                first = element;
            } else if (join(first, element)) {
                joined++;
            }
        }
        return joined;
    }

    /** The components of some elements, by root, each in order. */
    SortedMap<Integer, List<Integer>> components(Collection<Integer> elements) {
        SortedMap<Integer, List<Integer>> components = new TreeMap<>();
        for (Integer element : elements) {
            components.computeIfAbsent(root(element), root -> new ArrayList<>()).add(element);
        }
        return components;
    }
}
