package org.mcpstrata.link;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.GroupProbabilities;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.ProbableGroup;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;

/**
 * The one vector of probabilities that counts for a person: of the program's model and version, of the newest drop, then
 * by the program's payer order and the row order.
 */
final class Probabilities {
    private final IndirectEstimates wanted;
    private final Comparator<CanonicalRow> bestFirst;

    Probabilities(IndirectEstimates wanted, Drops drops, PersonPolicy policy) {
        this.wanted = wanted;
        RowOrder order = new RowOrder(drops);
        this.bestFirst = Comparator.<CanonicalRow>comparingInt(order::rank)
                .reversed()
                .thenComparingInt(row -> policy.payerRank(row.payerId()))
                .thenComparing(order);
    }

    Optional<GroupProbabilities> of(List<CanonicalRow> rows) {
        return rows.stream()
                .filter(row -> row.table() == Table.RACE_PROBABILITY)
                .filter(row -> row.text("prob_model").equals(wanted.model())
                        && row.text("prob_version").equals(wanted.version()))
                .min(bestFirst)
                .map(Probabilities::vector);
    }

    private static GroupProbabilities vector(CanonicalRow row) {
        Map<ProbableGroup, BigDecimal> vector = new EnumMap<>(ProbableGroup.class);
        for (ProbableGroup group : ProbableGroup.values()) {
            vector.put(group, (BigDecimal) row.value(Table.RACE_PROBABILITY.column(group.column())));
        }
        return GroupProbabilities.of(vector);
    }
}
