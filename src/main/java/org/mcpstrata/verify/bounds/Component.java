package org.mcpstrata.verify.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Unknown numbers that hang together through sums; nothing outside says anything about them. */
final class Component {
    private final int[] names;
    private final long[] lo;
    private final long[] hi;
    private final List<Equation> equations;
    private final int[][] equationsOf;
    private final int[][] factorsOf;

    /**
     * @param names what the numbers 0, 1, … are called outside
     * @param lo and {@code hi}: bounds by number
     */
    Component(int[] names, long[] lo, long[] hi, List<Equation> equations) {
        this.names = names;
        this.lo = lo;
        this.hi = hi;
        this.equations = List.copyOf(equations);
        List<List<Integer>> touching = new ArrayList<>();
        List<List<Integer>> factors = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            touching.add(new ArrayList<>(4));
            factors.add(new ArrayList<>(4));
        }
        for (int e = 0; e < equations.size(); e++) {
            Equation equation = equations.get(e);
            for (int i = 0; i < equation.variables().length; i++) {
                touching.get(equation.variables()[i]).add(e);
                factors.get(equation.variables()[i]).add(equation.factors()[i]);
            }
        }
        equationsOf = arrays(touching);
        factorsOf = arrays(factors);
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The components of numbers that are still unknown, by their first number; numbers without equation stand alone. */
    static List<Component> of(Reduction reduction, int size) {
        int[] group = new int[size];
        Arrays.setAll(group, i -> i);
        for (Equation equation : reduction.equations()) {
            int first = find(group, equation.variables()[0]);
            for (int variable : equation.variables()) {
                int other = find(group, variable);
                group[Math.max(first, other)] = Math.min(first, other);
                first = Math.min(first, other);
            }
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            if (reduction.root(i) == i && reduction.lo(i) < reduction.hi(i)) {
                members.computeIfAbsent(find(group, i), key -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Integer, List<Equation>> sums = new HashMap<>();
        for (Equation equation : reduction.equations()) {
            sums.computeIfAbsent(find(group, equation.variables()[0]), key -> new ArrayList<>())
                    .add(equation);
        }
        int[] local = new int[size];
        List<Component> components = new ArrayList<>();
        members.forEach(
                (key, list) -> components.add(component(reduction, list, sums.getOrDefault(key, List.of()), local)));
        return components;
    }

    private static Component component(Reduction reduction, List<Integer> members, List<Equation> sums, int[] local) {
        int[] names = members.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < names.length; i++) {
            local[names[i]] = i;
        }
        List<Equation> own = new ArrayList<>();
        for (Equation equation : sums) {
            int[] variables = Arrays.stream(equation.variables())
                    .map(variable -> local[variable])
                    .toArray();
            own.add(new Equation(variables, equation.factors(), equation.total()));
        }
        return new Component(
                names,
                Arrays.stream(names).mapToLong(reduction::lo).toArray(),
                Arrays.stream(names).mapToLong(reduction::hi).toArray(),
                own);
    }

    private static int find(int[] group, int i) {
        int root = i;
        while (group[root] != root) {
            root = group[root];
        }
        for (int at = i; group[at] != root; ) {
            int next = group[at];
            group[at] = root;
            at = next;
        }
        return root;
    }

    int size() {
        return names.length;
    }

    int name(int variable) {
        return names[variable];
    }

    long lo(int variable) {
        return lo[variable];
    }

    long hi(int variable) {
        return hi[variable];
    }

    List<Equation> equations() {
        return equations;
    }

    int[] equationsOf(int variable) {
        return equationsOf[variable];
    }

    /** The factor of a number in the k-th of its equations. */
    int factor(int variable, int k) {
        return factorsOf[variable][k];
    }

    /** Whether whole numbers fit every sum and every bound. */
    boolean fits(long[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < lo[i] || values[i] > hi[i]) {
                return false;
            }
        }
        return equations.stream().allMatch(equation -> equation.lacking(values) == 0);
    }

    /**
     * Whether carried bounds are exact: no circle runs through the sums, factors are 1 or -1, and bounds have settled. Then
     * every value between the bounds can be completed along the tree, branch by branch.
     */
    boolean isTree() {
        int ends = equations.stream()
                .mapToInt(equation -> equation.variables().length)
                .sum();
        if (ends != names.length + equations.size() - 1 || !equations.stream().allMatch(Equation::hasOnlyUnitFactors)) {
            return false;
        }
        long[] low = lo.clone();
        long[] high = hi.clone();
        new Propagation(low, high, equations).run(new TreeSet<>());
        return Arrays.equals(low, lo) && Arrays.equals(high, hi);
    }
}
