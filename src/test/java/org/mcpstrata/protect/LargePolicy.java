package org.mcpstrata.protect;

import static org.mcpstrata.protect.InventedDimensions.merged;
import static org.mcpstrata.protect.InventedDimensions.stratum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mcpstrata.model.TableRow;

/** What of {@link LargeRelease} is published, the steps by which its strata are merged, and what these are. */
final class LargePolicy {
    private LargePolicy() {}

    /** @param mergeAbove per cent of small counts */
    static ProtectionPolicy policy(int mergeAbove) {
        SortedMap<String, StratifierFacts> stratifiers = new TreeMap<>();
        LargeRelease.axes().keySet().forEach(axis -> stratifiers.put(axis, facts(StratifierFacts.Guard.NONE)));
        stratifiers.put("track", facts(StratifierFacts.Guard.OF_PRACTICES));
        stratifiers.put("participant_type", facts(StratifierFacts.Guard.OF_PRACTICES));
        return new ProtectionPolicy(
                new SafetyRule(10, 10),
                stratifiers,
                new TreeSet<>(List.of("state")),
                List.of(new TreeSet<>(List.of("race", "sex")), new TreeSet<>(List.of("race", "dual"))),
                new TreeSet<>(List.of("age", "race", "sex")),
                new CoarseningRule(mergeAbove, 50, ladders()),
                4,
                0.25);
    }

    private static StratifierFacts facts(StratifierFacts.Guard guard) {
        return new StratifierFacts("", true, guard, "", new TreeMap<>());
    }

    private static SortedMap<String, Ladder> ladders() {
        MergedStratum small = merged("r4-6", "r4", "r5", "r6");
        MergedStratum other = merged("r7-10", "r7", "r8", "r9", "r10");
        MergedStratum all = merged("r3-10", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10");
        MergedStratum young = merged("a0-1", "a0", "a1");
        return new TreeMap<>(Map.of(
                "race", new Ladder(List.of(List.of(small), List.of(small, other), List.of(all))),
                "age", new Ladder(List.of(List.of(young), List.of(young, merged("a5-6", "a5", "a6")))),
                "sex", new Ladder(List.of(List.of(merged("s1-2", "s1", "s2")))),
                "language",
                        new Ladder(List.of(List.of(merged(
                                "not l0",
                                IntStream.range(1, 30).mapToObj(l -> "l" + l).toArray(String[]::new)))))));
    }

    /** Every stratum, as {@code dim_stratum} of the run describes it. */
    static List<TableRow> strata() {
        List<TableRow> strata = new ArrayList<>();
        strata.add(stratum("TOTAL", "TOTAL", "TOTAL", 0, Map.of()));
        SortedMap<String, double[]> axes = LargeRelease.axes();
        axes.forEach((axis, shares) -> {
            for (int k = 0; k < shares.length; k++) {
                strata.add(stratum(axis, axis.charAt(0) + "" + k, "VALUE", k, Map.of()));
            }
        });
        for (String other : List.of("dual", "sex")) {
            for (int r = 0; r < axes.get("race").length; r++) {
                for (int k = 0; k < axes.get(other).length; k++) {
                    String part = other.charAt(0) + "" + k;
                    strata.add(stratum(
                            "race_x_" + other,
                            "r" + r + ":" + part,
                            "VALUE",
                            100 * r + k,
                            Map.of("race", "r" + r, other, part)));
                }
            }
        }
        for (int t = 1; t <= 3; t++) {
            strata.add(stratum("track", "TRACK_" + t, "VALUE", t, Map.of()));
        }
        for (String type : List.of("FQHC", "IHS_TRIBAL", "STANDARD")) {
            strata.add(stratum("participant_type", type, "VALUE", strata.size(), Map.of()));
        }
        return strata;
    }
}
