package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * Whether what a policy publishes can be added up with what was released before. What cannot is refused: the gate proves
 * nothing of two views of one answer, of crossings in a circle, and of strata that mean something else than they did.
 */
final class Compatibility {
    private final ProtectionPolicy policy;
    private final Earlier earlier;
    private final List<String> found = new ArrayList<>();

    private Compatibility(ProtectionPolicy policy, Earlier earlier) {
        this.policy = policy;
        this.earlier = earlier;
    }

    /** @throws ProblemException with every reason */
    static void require(ProtectionPolicy policy, Earlier earlier) {
        Compatibility compatibility = new Compatibility(policy, earlier);
        compatibility.views();
        compatibility.crossings();
        compatibility.ladders();
        if (!compatibility.found.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.DISCLOSURE_RISK, Place.of("earlier releases"), String.join(" ", compatibility.found));
        }
    }

    private void views() {
        Map<String, String> viewOf = new TreeMap<>(earlier.attributes());
        viewOf.values().removeIf(attribute -> attribute.startsWith("practice:"));
        policy.stratifiers()
                .forEach((id, facts) -> viewOf.forEach((before, attribute) -> {
                    if (!before.equals(id) && attribute.equals(facts.attribute())) {
                        found.add(
                                "'" + id + "' is another view of the answers of '" + before + "', which was released.");
                    }
                }));
    }

    private void crossings() {
        Set<SortedSet<String>> all = new LinkedHashSet<>(earlier.crossings());
        all.addAll(policy.crossings());
        Map<String, String> tree = new HashMap<>();
        for (SortedSet<String> pair : all) {
            String first = PolicyReader.end(tree, pair.first());
            String second = PolicyReader.end(tree, pair.last());
            if (first.equals(second)) {
                found.add("Crossings released before and now have a cycle, with " + String.join(" and ", pair) + ".");
            } else {
                tree.put(first, second);
            }
        }
    }

    private void ladders() {
        earlier.atSeveralSteps()
                .forEach(level -> found.add("'" + level.stratifierId() + "' was released at more than one step."));
        new TreeMap<>(steps()).forEach((stratifier, levels) -> {
            Ladder ladder = policy.coarsening().ladder(stratifier);
            boolean same = levels.stream().allMatch(level -> isSame(level, ladder))
                    && earlier.merges(stratifier).entrySet().stream()
                            .allMatch(merged -> ladder.finest(merged.getKey()).equals(merged.getValue()));
            if (!same) {
                found.add("The ladder of '" + stratifier + "' is not the one of an earlier release.");
            }
        });
    }

    private Map<String, List<Level>> steps() {
        Map<String, List<Level>> levels = new HashMap<>();
        earlier.steps().keySet().forEach(level -> levels.computeIfAbsent(level.stratifierId(), id -> new ArrayList<>())
                .add(level));
        return levels;
    }

    private boolean isSame(Level level, Ladder ladder) {
        int step = earlier.steps().get(level);
        return step <= ladder.last()
                && ladder.at(step).stream().allMatch(merged -> merged.merges()
                        .equals(earlier.merges(level.stratifierId()).get(merged.id())))
                && earlier.strata(level).stream()
                        .allMatch(stratum -> ladder.holder(stratum, step).equals(stratum));
    }
}
