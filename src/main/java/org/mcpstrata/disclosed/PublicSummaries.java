package org.mcpstrata.disclosed;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.statistics.DisparityIndices;
import org.mcpstrata.statistics.DisparityIndices.Group;

/**
 * The rows of the public {@code disparity_summary}: how far apart the groups are whose counts are published, and nothing of
 * those that are not (stratification.md 4.4 and 6.2).
 */
public final class PublicSummaries {
    public static final TableSchema SCHEMA = TableSchema.load("public_disparity_summary", List.of());

    private static final List<String> KEY =
            List.of("entity_type", "entity_id", "payer_scope", "stratifier_id", "method", "measure_id", "rate_id");

    /** One group alone is no disparity. */
    private static final int FEWEST_STRATA = 2;

    private final ReferenceGroups references;

    public PublicSummaries(ReferenceGroups references) {
        this.references = requireNonNull(references, "references");
    }

    /**
     * All rows, in order.
     *
     * @param published the rows of {@code stratified_result} as they are published, what is hidden being null
     */
    public List<TableRow> rows(List<TableRow> published) {
        return ShownRate.all(published)
                .flatMap(rate -> rate.strata().stream().flatMap(strata -> row(rate, strata)))
                .sorted(TableRow.by(SCHEMA, KEY))
                .toList();
    }

    /** People of overlapping strata would weigh more than once, so there is no row of these. */
    private Stream<TableRow> row(ShownRate rate, ShownStrata strata) {
        Improvement improvement = Improvement.valueOf(strata.rows().get(0).text("improvement"));
        List<ShownGroup> used = strata.groups().stream()
                .filter(ShownGroup::isReliable)
                .sorted(ShownGroup.bestFirst(improvement))
                .toList();
        if (!strata.isExclusive() || used.size() < FEWEST_STRATA) {
            return Stream.empty();
        }
        Double known = rate.knownPercent(strata);
        boolean complete = references.isComplete(known);
        TableRow.Builder row = ShownRate.row(SCHEMA, strata.rows().get(0))
                .set("comparison_state", complete ? "OK" : "INSUFFICIENT_COMPLETENESS")
                .set("known_pct", known)
                .set("n_strata_used", used.size())
                .set("n_strata_hidden", strata.hidden())
                .set("strata_used", used.stream().map(ShownGroup::id).sorted().toList())
                .set("people_used", used.stream().mapToLong(ShownGroup::people).sum());
        if (complete) {
            summarise(row, strata, used);
        }
        return Stream.of(row.build());
    }

    /** @param ranked the best first */
    private void summarise(TableRow.Builder row, ShownStrata strata, List<ShownGroup> ranked) {
        double last = ranked.get(ranked.size() - 1).measured().value();
        ShownGroup worst = ranked.stream()
                .filter(group -> group.measured().value() == last)
                .findFirst()
                .orElseThrow();
        DisparityIndices indices = new DisparityIndices(ranked.stream()
                .map(group -> new Group(group.people(), group.measured().value()))
                .toList());
        row.set("best_stratum_id", ranked.get(0).id())
                .set("worst_stratum_id", worst.id())
                .set("range_diff", indices.rangeDifference())
                .set("range_ratio", indices.rangeRatio())
                .set("idisp_best", indices.disparityFrom(0));
        reference(strata, ranked).ifPresent(at -> row.set("idisp_ref", indices.disparityFrom(at)));
        if (Scoring.PROPORTION.name().equals(strata.rows().get(0).text("scoring"))) {
            row.set("idis_mean", indices.disparityFromOverall())
                    .set("bgv", indices.betweenGroupVariance())
                    .set("mdb", indices.meanDistanceFrom(0))
                    .set("theil", indices.theil())
                    .set("mld", indices.meanLogDeviation());
        }
    }

    /** Where the reference group is among the groups used. */
    private Optional<Integer> reference(ShownStrata strata, List<ShownGroup> used) {
        List<String> ids = used.stream().map(ShownGroup::id).toList();
        return strata.reference(references)
                .map(ShownGroup::id)
                .filter(ids::contains)
                .map(ids::indexOf);
    }
}
