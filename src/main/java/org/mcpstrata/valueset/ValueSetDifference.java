package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/**
 * The codes of one value set that two releases of it do not share.
 *
 * @param inA whether the first release has the value set at all
 * @param inB whether the second release has it
 * @param onlyA codes of the first release only
 * @param onlyB codes of the second release only
 */
public record ValueSetDifference(
        String id, String name, boolean inA, boolean inB, SortedSet<Coding> onlyA, SortedSet<Coding> onlyB) {
    public ValueSetDifference {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        onlyA = Collections.unmodifiableSortedSet(new TreeSet<>(onlyA));
        onlyB = Collections.unmodifiableSortedSet(new TreeSet<>(onlyB));
    }

    /**
     * Two releases compared.
     *
     * @param compared value sets that stand in at least one of them
     * @param different those that are not the same in both, by id
     */
    public record Comparison(int compared, List<ValueSetDifference> different) {
        public Comparison {
            different = List.copyOf(different);
        }
    }

    /**
     * Compares two files or folders in any form that an import reads.
     *
     * @throws ProblemException with every problem of both at once
     */
    public static Comparison between(Path a, Path b) {
        Problems problems = new Problems();
        SortedMap<String, Expansion> first = ExpansionFiles.read(List.of(a), id -> true, problems);
        SortedMap<String, Expansion> second = ExpansionFiles.read(List.of(b), id -> true, problems);
        problems.throwIfAny();
        SortedSet<String> ids = new TreeSet<>(first.keySet());
        ids.addAll(second.keySet());
        List<ValueSetDifference> different = new ArrayList<>();
        for (String id : ids) {
            Expansion inA = first.get(id);
            Expansion inB = second.get(id);
            SortedSet<Coding> onlyA = minus(inA, inB);
            SortedSet<Coding> onlyB = minus(inB, inA);
            if (inA == null || inB == null || !onlyA.isEmpty() || !onlyB.isEmpty()) {
                String name = (inB == null ? inA : inB).name();
                different.add(new ValueSetDifference(id, name, inA != null, inB != null, onlyA, onlyB));
            }
        }
        return new Comparison(ids.size(), different);
    }

    private static SortedSet<Coding> minus(Expansion one, Expansion other) {
        SortedSet<Coding> left = new TreeSet<>(one == null ? Collections.emptySortedSet() : one.members());
        if (other != null) {
            left.removeAll(other.members());
        }
        return left;
    }

    /** Codes by their system, both in order. */
    public static SortedMap<CodeSystem, List<String>> bySystem(SortedSet<Coding> codings) {
        SortedMap<CodeSystem, List<String>> systems = new TreeMap<>();
        codings.forEach(coding -> systems.computeIfAbsent(coding.system(), system -> new ArrayList<>())
                .add(coding.code()));
        return systems;
    }
}
