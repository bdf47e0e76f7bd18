package org.mcpstrata.disclosed;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;

/**
 * The published strata of one stratifier for one rate of one entity and payer scope. A stratum without a row counts nobody.
 *
 * @param rows not empty
 * @param total the unstratified row
 */
record ShownStrata(List<TableRow> rows, Optional<TableRow> total) {
    /** Fewer people are no standard for others, whatever their value (stratification.md 4.2). */
    private static final long FEWEST_OF_BEST = 100;

    private static final Set<String> KNOWN = Set.of("VALUE", "MULTI", "OTHER", "TOTAL");
    private static final String PEOPLE = "performance_denominator";
    private static final String NUMERATOR = "numerator";

    ShownStrata {
        rows = List.copyOf(rows);
        requireNonNull(total, "total");
    }

    boolean isExclusive() {
        return rows.get(0).flag("exclusive");
    }

    /** The stratifiers that it crosses; empty for all others. */
    SortedSet<String> sides() {
        SortedSet<String> sides = new TreeSet<>();
        rows.forEach(row -> sides.addAll(components(row).keySet()));
        return sides;
    }

    private static SortedMap<String, String> components(TableRow row) {
        return Objects.requireNonNullElse(row.map("components"), Collections.emptySortedMap());
    }

    /** Groups of a known value whose counts are all shown. */
    List<ShownGroup> groups() {
        return known().flatMap(row -> ShownGroup.of(row).stream()).toList();
    }

    /** How many groups of a known value hide a count that their value is made of. */
    int hidden() {
        return (int) known().filter(ShownGroup::isHidden).count();
    }

    Optional<ShownGroup> everybody() {
        return total.flatMap(ShownGroup::of);
    }

    Optional<ShownGroup> reference(ReferenceGroups references) {
        return known().filter(row ->
                        references.isReference(row.text("stratifier_id"), row.text("stratum_id"), components(row)))
                .findFirst()
                .flatMap(ShownGroup::of);
    }

    /** The best of those with enough people; empty while any that may have enough is not shown. */
    Optional<ShownGroup> best(Improvement improvement) {
        boolean anyHidden = known().anyMatch(row -> row.count(PEOPLE) == null
                || row.count(PEOPLE) >= FEWEST_OF_BEST && ShownGroup.of(row).isEmpty());
        if (anyHidden) {
            return Optional.empty();
        }
        return groups().stream()
                .filter(group -> group.people() >= FEWEST_OF_BEST)
                .min(ShownGroup.bestFirst(improvement));
    }

    /**
     * Everyone else of known value: everybody less the missing kinds and the group itself, or else the other groups
     * together. Of overlapping strata who is in none but others follows from no rule of the release, so there it is empty.
     */
    Optional<ShownGroup> rest(ShownGroup one) {
        if (!isExclusive() || !Scoring.PROPORTION.name().equals(rows.get(0).text("scoring"))) {
            return Optional.empty();
        }
        if (total.filter(ShownStrata::isShown).isPresent() && missing().allMatch(ShownStrata::isShown)) {
            return ShownGroup.rest(
                    total.get().count(PEOPLE) - sum(missing(), PEOPLE) - one.people(),
                    total.get().count(NUMERATOR) - sum(missing(), NUMERATOR) - one.numerator());
        }
        if (!others(one).allMatch(ShownStrata::isShown)) {
            return Optional.empty();
        }
        return ShownGroup.rest(sum(others(one), PEOPLE), sum(others(one), NUMERATOR));
    }

    private Stream<TableRow> others(ShownGroup one) {
        return known().filter(row -> !row.text("stratum_id").equals(one.id()));
    }

    /** Percent of the people to whom the stratifier applies whose value is known at least; null where nothing tells. */
    Double knownPercent() {
        if (total.isEmpty() || total.get().count(PEOPLE) == null) {
            return null;
        }
        long all = total.get().count(PEOPLE);
        long inapplicable = sum(missing().filter(row -> row.text("stratum_kind").equals("NOT_APPLICABLE")), PEOPLE);
        return all == inapplicable ? null : (Double) (100.0 * leastKnown(all) / (all - inapplicable));
    }

    /** How many of everybody have a known value at least; of a hidden stratum nobody is taken as known. */
    private long leastKnown(long all) {
        if (missing().allMatch(row -> row.count(PEOPLE) != null)) {
            return all - sum(missing(), PEOPLE);
        }
        LongStream shown =
                known().map(row -> row.count(PEOPLE)).filter(Objects::nonNull).mapToLong(Long::longValue);
        return isExclusive() ? shown.sum() : shown.max().orElse(0);
    }

    private Stream<TableRow> known() {
        return rows.stream().filter(row -> KNOWN.contains(row.text("stratum_kind")));
    }

    private Stream<TableRow> missing() {
        return rows.stream().filter(row -> !KNOWN.contains(row.text("stratum_kind")));
    }

    private static boolean isShown(TableRow row) {
        return row.count(PEOPLE) != null && row.count(NUMERATOR) != null;
    }

    private static long sum(Stream<TableRow> of, String count) {
        return of.map(row -> row.count(count))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
