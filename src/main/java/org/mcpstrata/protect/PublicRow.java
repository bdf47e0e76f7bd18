package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.DerivedRate;
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

    /** The quality rule that says that months of costs are of people who are counted elsewhere. */
    private static final String EVERYBODY_LEFT = "EVERYBODY_LEFT";

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
            nulled.addAll(PublicFigures.VALUE);
        }
        if (!sharesShown) {
            nulled.add("share_of_denominator");
        }
        Map<String, Object> figures = PublicFigures.of(row.row()).values();
        TableRow.Builder out = TableRow.of(SCHEMA);
        List<String> suppressed = new ArrayList<>();
        for (Column column : SCHEMA.columns()) {
            if (ABOUT_THE_RELEASE.contains(column.name())) {
                continue;
            }
            Object value = PublicFigures.has(column.name())
                    ? figures.get(column.name())
                    : row.row().value(column.name());
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

    /** A row of an earlier release, published again as it was; figures that are not published any more are left out. */
    static TableRow again(TableRow released, String releaseId) {
        Map<String, Object> figures = PublicFigures.of(released).values();
        TableRow.Builder out = TableRow.of(SCHEMA);
        for (Column column : SCHEMA.columns()) {
            out.set(
                    column.name(),
                    PublicFigures.has(column.name()) ? figures.get(column.name()) : released.value(column.name()));
        }
        List<String> suppressed = released.list("suppressed_fields").stream()
                .filter(field -> PublicFigures.isPublished(field, released))
                .toList();
        return out.set("release_id", releaseId)
                .set("suppressed_fields", suppressed.isEmpty() ? null : suppressed)
                .build();
    }

    /**
     * Whether a row of a run or of an earlier release is published at all. Improvements are not: only this year's counts
     * are protected, and last year's would follow. Nor is a row of amounts that counts nobody: that it is there says that
     * somebody left.
     */
    static boolean isPublished(TableRow row) {
        boolean amounts = !Set.of("PROPORTION", "RATE").contains(row.text("scoring"));
        return !row.text("unit").equals(DerivedRate.IMPROVEMENT_UNIT)
                && !(amounts && Long.valueOf(0).equals(row.count(Count.INITIAL_POPULATION.column())));
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
                .filter(rule -> !rule.startsWith(NOBODY_MEETS) && !rule.equals(EVERYBODY_LEFT))
                .filter(rule -> !ofSize || !rule.contains("BELOW_"))
                .toList();
        if (ofSize || kept.isEmpty()) {
            mark = kept.isEmpty() ? "OK" : "MARKED";
        }
        out.set("quality_mark", mark).set("quality_rules", kept.isEmpty() ? null : List.copyOf(kept));
    }
}
