package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Crossings in a circle, whose cells nobody prints. */
class PlantedCubesTest extends PlantedLeaks {
    @Test
    void threeTwoWayTablesPinTheCellsNobodyPrints() {
        // S6b and S6 of the oracle; here the cells stand as hidden ones in a fourth table, so that none of them is 0.
        assertThat(threeTwoWay(new long[] {14, 3, 9, 22, 6, 4, 5, 31})).contains("[11, 16]", "[1, 6]", "[29, 34]");
        assertThat(threeTwoWay(new long[] {14, 3, 9, 22, 0, 0, 5, 31})).contains("[14, 14]", "[3, 3]", "[31, 31]");
    }

    private List<String> threeTwoWay(long[] cube) {
        ReleaseDraft draft =
                draft().exclusive("a", "1", "2").exclusive("b", "1", "2").exclusive("c", "1", "2");
        long total = 0;
        for (long cell : cube) {
            total += cell;
        }
        draft.people(At.total(), total);
        for (int mask = 1; mask < 8; mask++) {
            Map<String, Long> sums = new TreeMap<>();
            for (int cell = 0; cell < 8; cell++) {
                sums.merge(id(mask, cell), cube[cell], Long::sum);
            }
            String stratifier = name(mask);
            int axes = mask;
            sums.forEach((id, people) -> {
                if (Integer.bitCount(axes) > 1) {
                    TreeMap<String, String> components = new TreeMap<>();
                    components(axes, id, components);
                    draft.stratum(stratifier, id, "VALUE", row -> row.set("components", components));
                }
                if (people > 0) {
                    draft.people(At.stratum(stratifier, id), people);
                    if (axes == 7) {
                        draft.hidePeople(At.stratum(stratifier, id));
                    }
                }
            });
        }
        return verify(draft).findings().stream()
                .filter(finding -> finding.breach() == Breach.INTERVAL_TOO_NARROW)
                .map(finding -> finding.inferred().substring("interval ".length()))
                .toList();
    }

    private static String name(int mask) {
        StringBuilder name = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                name.append(name.isEmpty() ? "" : ":").append("abc".charAt(axis));
            }
        }
        return name.toString();
    }

    private static String id(int mask, int cell) {
        StringBuilder id = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                id.append(id.isEmpty() ? "" : ":").append((cell >> (2 - axis) & 1) == 0 ? "1" : "2");
            }
        }
        return id.toString();
    }

    /** A triple's components are the pairs that it lies in, a pair's the axes. */
    private static void components(int mask, String id, TreeMap<String, String> components) {
        String[] parts = id.split(":");
        int at = 0;
        Map<Integer, String> ofAxis = new TreeMap<>();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                ofAxis.put(axis, parts[at++]);
            }
        }
        if (Integer.bitCount(mask) == 2) {
            ofAxis.forEach((axis, value) -> components.put(name(1 << axis), value));
        } else {
            for (int left = 0; left < 3; left++) {
                int pair = mask & ~(1 << left);
                StringBuilder value = new StringBuilder();
                ofAxis.forEach((axis, part) -> {
                    if ((pair >> axis & 1) == 1) {
                        value.append(value.isEmpty() ? "" : ":").append(part);
                    }
                });
                components.put(name(pair), value.toString());
            }
        }
    }
}
