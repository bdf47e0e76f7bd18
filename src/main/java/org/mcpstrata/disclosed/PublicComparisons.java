package org.mcpstrata.disclosed;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.Comparison;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.statistics.FalseDiscovery;

/**
 * The rows of the public {@code stratum_comparison}: a function of the rows of the public {@code stratified_result}, so that
 * who knows these learns nothing from it (stratification.md 4.2, 4.3 and 6.2).
 */
public final class PublicComparisons {
    public static final TableSchema SCHEMA = TableSchema.load("public_stratum_comparison", List.of());

    private static final List<String> KEY = List.of(
            "entity_type",
            "entity_id",
            "payer_scope",
            "stratifier_id",
            "method",
            "comparator",
            "measure_id",
            "rate_id",
            "stratum_id");

    private final ReferenceGroups references;

    public PublicComparisons(ReferenceGroups references) {
        this.references = requireNonNull(references, "references");
    }

    /** A row to which the adjusted p value of its family is still to come. */
    private record Draft(TableRow.Builder row, String family, Double p) {}

    /**
     * All rows, in order.
     *
     * @param published the rows of {@code stratified_result} as they are published, what is hidden being null
     */
    public List<TableRow> rows(List<TableRow> published) {
        List<Draft> drafts = new ArrayList<>();
        ShownRate.all(published).forEach(rate -> rate.strata().forEach(strata -> {
            Double known = rate.knownPercent(strata);
            for (ComparedWith with : ComparedWith.values()) {
                compare(strata, with, known, drafts);
            }
        }));
        drafts.stream()
                .filter(draft -> draft.p() != null)
                .collect(groupingBy(Draft::family))
                .forEach((family, tested) -> adjust(family, tested));
        return drafts.stream()
                .map(draft -> draft.row().build())
                .sorted(TableRow.by(SCHEMA, KEY))
                .toList();
    }

    private void compare(ShownStrata strata, ComparedWith with, Double known, List<Draft> drafts) {
        boolean crossing = !strata.sides().isEmpty();
        if (crossing && (with == ComparedWith.BEST || with == ComparedWith.REST)) {
            return;
        }
        Improvement improvement = Improvement.valueOf(strata.rows().get(0).text("improvement"));
        for (ShownGroup one : strata.groups()) {
            if (!crossing || one.isReliable()) {
                comparator(strata, one, with, improvement)
                        .ifPresent(other -> drafts.add(draft(strata, with, one, other, known, improvement)));
            }
        }
    }

    private Optional<ShownGroup> comparator(
            ShownStrata strata, ShownGroup one, ComparedWith with, Improvement improvement) {
        return switch (with) {
            case BEST -> strata.best(improvement);
            case FIXED_REF -> strata.reference(references);
            case OVERALL -> strata.everybody();
            case REST -> strata.rest(one);
        };
    }

    private Draft draft(
            ShownStrata strata,
            ComparedWith with,
            ShownGroup one,
            ShownGroup other,
            Double known,
            Improvement improvement) {
        TableRow source = strata.rows().get(0);
        TableRow.Builder row = ShownRate.row(SCHEMA, source);
        row.set("comparator", with.name())
                .set("stratum_id", one.id())
                .set("comparator_stratum_id", other.id())
                .set("known_pct", known);
        one.set(row, "");
        other.set(row, "comparator_");
        String state = state(one, other, known);
        row.set("comparison_state", state);
        Double p = null;
        if (state.equals("OK")) {
            boolean apart = with.hasInterval() && strata.isExclusive();
            Comparison comparison = one.comparedWith(other, improvement, apart);
            comparison.set(row);
            p = comparison.test() == null ? null : comparison.test().p();
        }
        return new Draft(row, family(source, with), p);
    }

    private String state(ShownGroup one, ShownGroup other, Double known) {
        if (other.id().equals(one.id())) {
            return "SELF";
        }
        if (!references.isComplete(known)) {
            return "INSUFFICIENT_COMPLETENESS";
        }
        return one.isReliable() && other.isReliable() ? "OK" : "LOW_N";
    }

    private static String family(TableRow row, ComparedWith with) {
        return String.join(
                "|",
                row.text("program_id"),
                Integer.toString(row.date("period_start").getYear()),
                row.text("entity_type"),
                row.text("entity_id"),
                row.text("payer_scope"),
                row.text("stratifier_id"),
                with.name(),
                row.text("method"));
    }

    private static void adjust(String family, Collection<Draft> tested) {
        double[] q =
                FalseDiscovery.adjusted(tested.stream().mapToDouble(Draft::p).toArray());
        int at = 0;
        for (Draft draft : tested) {
            draft.row().set("q_value", q[at++]).set("family_id", family).set("family_size", q.length);
        }
    }
}
