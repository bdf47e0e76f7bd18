package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/**
 * Makes a row of the public tier: hidden counts are null, and so is every figure made from one. One marker says so,
 * whatever a count is hidden for (public-tier.md, "Counts and what else").
 */
public final class PublicRow {
    public static final TableSchema SCHEMA = TableSchema.load("public_stratified_result", List.of());

    static final List<String> KEY = List.of(
            "measure_id",
            "rate_id",
            "entity_type",
            "entity_id",
            "payer_scope",
            "stratifier_id",
            "stratum_id",
            "method");

    /** The quality rule that says that nobody has such codes (decision 49). */
    private static final String NOBODY_MEETS = "DQ39_";

    private static final List<String> VALUE =
            List.of("value", "value_lo", "value_hi", "ci_method", "confidence", "n_effective", "reliability");
    private static final List<String> AMOUNTS = List.of("observation_sum", "exposure", "expected");
    private static final Set<String> ABOUT_THE_RELEASE =
            Set.of("release_id", "suppression", "suppressed_fields", "coarsening_level");

    private static final Set<String> NOT_OF_PRACTICES = Set.of(
            Count.INITIAL_POPULATION.column(),
            Count.DENOMINATOR.column(),
            Count.DENOMINATOR_EXCLUSION.column(),
            Count.DENOMINATOR_EXCEPTION.column());

    private PublicRow() {}

    /**
     * @param sharesShown whether the performance denominators of all strata of the row's stratifier are shown
     */
    static TableRow of(CountedRow row, ProtectedBlock block, boolean sharesShown, String releaseId) {
        Set<String> nulled = new TreeSet<>();
        for (Count count : Count.values()) {
            if (block.isHidden(row.position(), count)) {
                nulled.add(count.column());
            }
        }
        boolean counted = !nulled.contains(Count.PERFORMANCE_DENOMINATOR.column())
                && (!row.isProportion()
                        || !nulled.contains(Count.NUMERATOR.column()) && !nulled.contains(Count.NOT_MET.column()))
                && !nulled.contains(Count.OBSERVATION_SUM.column());
        boolean sized = !nulled.isEmpty();
        if (!counted) {
            nulled.addAll(VALUE);
            nulled.addAll(AMOUNTS.subList(1, AMOUNTS.size()));
            if (!row.isCounted()) {
                nulled.addAll(AMOUNTS);
            }
        }
        if (!sharesShown) {
            nulled.add("share_of_denominator");
        }
        TableRow.Builder out = TableRow.of(SCHEMA);
        List<String> suppressed = new ArrayList<>();
        for (Column column : SCHEMA.columns()) {
            if (ABOUT_THE_RELEASE.contains(column.name())) {
                continue;
            }
            Object value = row.row().value(column.name());
            if (row.isPractice() && NOT_OF_PRACTICES.contains(column.name())) {
                continue;
            }
            if (nulled.contains(column.name()) && value != null) {
                suppressed.add(column.name());
            } else if (!column.name().startsWith("quality_")) {
                out.set(column.name(), value);
            }
        }
        quality(row, sized, out);
        return out.set("release_id", releaseId)
                .set("suppression", suppressed.isEmpty() ? "SHOWN" : "HIDDEN")
                .set("suppressed_fields", suppressed.isEmpty() ? null : List.copyOf(suppressed))
                .set("coarsening_level", row.step())
                .build();
    }

    /** A row of an earlier release, published again as it was. */
    static TableRow again(TableRow released, String releaseId) {
        TableRow.Builder out = TableRow.of(SCHEMA);
        for (Column column : SCHEMA.columns()) {
            out.set(column.name(), released.value(column.name()));
        }
        return out.set("release_id", releaseId).build();
    }

    /**
     * A rule about the row's own size would tell a hidden count, and so would one that says that nobody of a payer has
     * anything a numerator asks for: that one is left out of every row, or rows beside a hidden one would still tell it.
     */
    private static void quality(CountedRow row, boolean sized, TableRow.Builder out) {
        List<String> rules = row.row().list("quality_rules");
        String mark = row.row().text("quality_mark");
        boolean ofSize = sized && rules.stream().anyMatch(rule -> rule.contains("BELOW_"));
        List<String> kept = rules.stream()
                .filter(rule -> !rule.startsWith(NOBODY_MEETS))
                .filter(rule -> !ofSize || !rule.contains("BELOW_"))
                .toList();
        if (ofSize || kept.isEmpty()) {
            mark = kept.isEmpty() ? "OK" : "MARKED";
        }
        out.set("quality_mark", mark).set("quality_rules", kept.isEmpty() ? null : List.copyOf(kept));
    }
}
