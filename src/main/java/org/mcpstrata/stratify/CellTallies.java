package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cells while people are counted into them. The strata of one entity and payer scope lie side by side: somebody who counts in
 * a hundred of them is looked up once.
 */
final class CellTallies {
    private final NumberedStrata strata;
    private final int rates;
    private final Map<String, Map<String, OfScope>> entities = new HashMap<>();

    /** @param rates how many rates each cell has */
    CellTallies(NumberedStrata strata, int rates) {
        this.strata = requireNonNull(strata, "strata");
        this.rates = rates;
    }

    /** The cells of one entity and payer scope. */
    static final class OfScope {
        private final int rates;
        private Tally[][] byStratum = new Tally[0][];

        private OfScope(int rates) {
            this.rates = rates;
        }

        /** The tallies of a stratum, by rate; null where a rate has none yet. */
        Tally[] at(int stratum) {
            if (stratum >= byStratum.length) {
                byStratum = Arrays.copyOf(byStratum, Math.max(stratum + 1, 2 * byStratum.length));
            }
            if (byStratum[stratum] == null) {
                byStratum[stratum] = new Tally[rates];
            }
            return byStratum[stratum];
        }
    }

    OfScope of(String entityId, String payerScope) {
        return entities.computeIfAbsent(entityId, absent -> new HashMap<>())
                .computeIfAbsent(payerScope, absent -> new OfScope(rates));
    }

    /** The tallies of one cell of each rate. */
    Tally[] at(String entityId, String payerScope, String stratifierId, String stratumId) {
        return of(entityId, payerScope).at(strata.numberOf(stratifierId, stratumId));
    }

    /** What was counted. */
    Map<CellGroup, Counts[]> counts() {
        Map<CellGroup, Counts[]> counts = new HashMap<>();
        entities.forEach((entity, scopes) -> scopes.forEach((scope, cells) -> {
            for (int stratum = 0; stratum < cells.byStratum.length; stratum++) {
                if (cells.byStratum[stratum] != null) {
                    counts.put(
                            new CellGroup(entity, scope, strata.stratifierId(stratum), strata.stratumId(stratum)),
                            Tally.counts(cells.byStratum[stratum]));
                }
            }
        }));
        return counts;
    }
}
