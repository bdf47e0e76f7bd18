package org.mcpstrata.stratify.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.statistics.DisparityIndices;
import org.mcpstrata.statistics.DisparityIndices.Group;
import org.mcpstrata.stratify.ComparedStrata;
import org.mcpstrata.stratify.RateValues;
import org.mcpstrata.stratify.ScopeValues;
import org.mcpstrata.stratify.Stratifier;
import org.mcpstrata.stratify.StratumValue;

/** The rows of {@code disparity_summary} of one entity and payer scope, in the order of the table. */
public final class DisparitySummaries {
    public static final TableSchema SCHEMA = TableSchema.load("disparity_summary", List.of());

    /** One group alone is no disparity. */
    static final int FEWEST_STRATA = 2;

    private final ScopeValues values;
    private final ComparisonRule rule;

    public DisparitySummaries(ScopeValues values, ComparisonRule rule) {
        this.values = requireNonNull(values, "values");
        this.rule = requireNonNull(rule, "rule");
    }

    /** All rows; people of overlapping strata would weigh more than once, so there are none of these. */
    public Stream<TableRow> rows() {
        List<RateValues> rates = values.rates();
        return values.stratifiers().stream().filter(Stratifier::exclusive).flatMap(stratifier -> rates.stream()
                .flatMap(rate -> row(stratifier, rate).stream()));
    }

    private Optional<TableRow> row(Stratifier stratifier, RateValues rate) {
        ComparedStrata strata = rate.strata().get(stratifier.id());
        List<StratumValue> used =
                strata.known().stream().filter(StratumValue::isReliable).toList();
        if (used.size() < FEWEST_STRATA) {
            return Optional.empty();
        }
        Double answered = ComparisonRule.answered(strata, rate.strata());
        boolean complete = rule.isComplete(answered);
        TableRow.Builder row = new ScopeColumns(values)
                .row(SCHEMA, stratifier.id(), rate)
                .set(
                        "comparison_state",
                        (complete ? ComparisonState.OK : ComparisonState.INSUFFICIENT_COMPLETENESS).name())
                .set("answered_pct", answered)
                .set("n_strata_used", used.size())
                .set("strata_used", used.stream().map(DisparitySummaries::id).toList())
                .set(
                        "people_used",
                        used.stream().mapToLong(StratumValue::people).sum());
        if (complete) {
            summarise(row, stratifier, rate, used);
        }
        return Optional.of(row.build());
    }

    private void summarise(TableRow.Builder row, Stratifier stratifier, RateValues rate, List<StratumValue> used) {
        Comparator<StratumValue> best = Best.first(rate.improvement());
        List<StratumValue> ranked = new ArrayList<>(used);
        ranked.sort(best);
        StratumValue worst = ranked.stream()
                .filter(value -> value.measured().value()
                        == ranked.get(ranked.size() - 1).measured().value())
                .findFirst()
                .orElseThrow();
        DisparityIndices indices = new DisparityIndices(ranked.stream()
                .map(value -> new Group(value.people(), value.measured().value()))
                .toList());
        row.set("best_stratum_id", id(ranked.get(0)))
                .set("worst_stratum_id", id(worst))
                .set("range_diff", indices.rangeDifference());
        if (rate.hasZero()) {
            row.set("range_ratio", indices.rangeRatio()).set("idisp_best", indices.disparityFrom(0));
            List<String> ids = ranked.stream().map(DisparitySummaries::id).toList();
            rule.reference(stratifier)
                    .filter(ids::contains)
                    .ifPresent(reference -> row.set("idisp_ref", indices.disparityFrom(ids.indexOf(reference))));
        }
        if (rate.isProportion()) {
            row.set("idis_mean", indices.disparityFromOverall())
                    .set("bgv", indices.betweenGroupVariance())
                    .set("mdb", indices.meanDistanceFrom(0))
                    .set("theil", indices.theil())
                    .set("mld", indices.meanLogDeviation());
        }
    }

    private static String id(StratumValue value) {
        return value.stratum().id();
    }
}
