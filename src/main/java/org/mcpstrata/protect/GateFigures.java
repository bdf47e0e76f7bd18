package org.mcpstrata.protect;

import java.util.Collection;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much is hidden of what a release protects anew. Of measures that are shown as an earlier release has them, that
 * release's figures speak. Per cent are whole numbers and of the program as a whole by kind, so that they say
 * nothing of any one cell.
 *
 * @param cells counts above zero that are published or hidden
 * @param hidden of these
 * @param byStratifier the same by stratifier
 * @param sensitivePercent of the cells: hidden for their own sake
 * @param complementaryPercent of the cells: hidden to protect others
 * @param tightest smallest distance proven between two possible values of a hidden count; empty where nothing is hidden
 */
public record GateFigures(
        long cells,
        long hidden,
        SortedMap<String, Share> byStratifier,
        int sensitivePercent,
        int complementaryPercent,
        OptionalLong tightest) {
    private static final int ALL = 100;

    public GateFigures {
        byStratifier = Collections.unmodifiableSortedMap(new TreeMap<>(byStratifier));
    }

    /** Some of many. */
    public record Share(long cells, long hidden) {
        Share plus(Share other) {
            return new Share(cells + other.cells, hidden + other.hidden);
        }

        /** Rounded to a whole number. */
        public int percent() {
            return GateFigures.percent(hidden, cells);
        }
    }

    static GateFigures of(Collection<ProtectedBlock> blocks, ProtectionPolicy policy) {
        SortedMap<String, Share> byStratifier = new TreeMap<>();
        long sensitive = 0;
        long tightest = Long.MAX_VALUE;
        for (ProtectedBlock block : blocks) {
            CellSystem system = block.system();
            for (int c = 0; c < system.cells(); c++) {
                if (system.isPrinted(c) && system.value(c) > 0) {
                    boolean hidden = block.suppression().hidden()[c];
                    byStratifier.merge(
                            block.model().name(c).position().table().stratifierId(),
                            new Share(1, hidden ? 1 : 0),
                            Share::plus);
                    sensitive += hidden && policy.rule().isSensitive(system.value(c)) ? 1 : 0;
                    tightest = hidden ? Math.min(tightest, block.suppression().range(c)) : tightest;
                }
            }
        }
        Share all = byStratifier.values().stream().reduce(new Share(0, 0), Share::plus);
        return new GateFigures(
                all.cells(),
                all.hidden(),
                byStratifier,
                percent(sensitive, all.cells()),
                percent(all.hidden() - sensitive, all.cells()),
                tightest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(tightest));
    }

    private static int percent(long part, long of) {
        return of == 0 ? 0 : (int) Math.round(ALL * (double) part / of);
    }
}
