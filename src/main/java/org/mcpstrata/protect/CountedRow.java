package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * One row of the restricted {@code stratified_result}, with what of it is a count.
 *
 * @param position by the rate whose verdicts it counts
 * @param rate the rate it is about
 * @param step the step of the ladder at which its stratum is
 */
record CountedRow(TableRow row, Position position, RateName rate, int step) {
    private static final List<String> KNOWN = List.of("VALUE", "MULTI", "OTHER", "TOTAL");

    CountedRow {
        requireNonNull(row, "row");
        requireNonNull(position, "position");
        requireNonNull(rate, "rate");
    }

    /**
     * A row of a run, at step 0.
     *
     * @param verdictsOf by rate: the rate whose verdicts it is made of
     */
    static CountedRow of(TableRow row, Map<RateName, RateName> verdictsOf) {
        return of(row, verdictsOf, 0);
    }

    /** A row of a release. */
    static CountedRow released(TableRow row, Map<RateName, RateName> verdictsOf) {
        return of(row, verdictsOf, (Integer) row.value("coarsening_level"));
    }

    private static CountedRow of(TableRow row, Map<RateName, RateName> verdictsOf, int step) {
        RateName rate = new RateName(row.text("measure_id"), row.text("rate_id"));
        PublicTable table = new PublicTable(
                verdictsOf.getOrDefault(rate, rate),
                row.text("entity_type"),
                row.text("payer_scope"),
                row.text("stratifier_id"));
        return new CountedRow(row, new Position(table, row.text("entity_id"), row.text("stratum_id")), rate, step);
    }

    /** The same row, known to be at a step. */
    CountedRow at(int otherStep) {
        return step == otherStep ? this : new CountedRow(row, position, rate, otherStep);
    }

    /** Whether it counts people without a value. */
    boolean isMissing() {
        return !KNOWN.contains(row.text("stratum_kind"));
    }

    /** Whether people are counted as met and not met. */
    boolean isProportion() {
        return row.text("scoring").equals("PROPORTION");
    }

    /** Whether events are counted. */
    boolean isEventRate() {
        return row.text("scoring").equals("RATE");
    }

    /** Whether it is published for strata and practices at all; dollars, indices and scores are not. */
    boolean isCounted() {
        return isProportion() || isEventRate();
    }

    /** Of practices only what their rates are made of is published: almost all else of theirs is small. */
    boolean isPractice() {
        return position.table().entityType().equals(PublicTable.PRACTICE);
    }

    /** The counts that the row has in public, in order; null for a count that a public row hides. */
    SortedMap<Count, Long> counts() {
        SortedMap<Count, Long> counts = new TreeMap<>();
        for (Count count : Count.values()) {
            switch (count) {
                case NUMERATOR, NOT_MET -> {
                    if (isProportion()) {
                        counts.put(count, row.count(count.column()));
                    }
                }
                case OBSERVATION_SUM -> {
                    BigDecimal events = row.decimal(count.column());
                    if (isEventRate()) {
                        counts.put(count, events == null ? null : events.longValueExact());
                    }
                }
                case INITIAL_POPULATION,
                        DENOMINATOR,
                        DENOMINATOR_EXCLUSION,
                        DENOMINATOR_EXCEPTION,
                        PERFORMANCE_DENOMINATOR -> {
                    if (count == Count.PERFORMANCE_DENOMINATOR || !isPractice()) {
                        counts.put(count, row.count(count.column()));
                    }
                }
            }
        }
        return counts;
    }

    /** Strata of other stratifiers that it is the crossing of; empty for all others. */
    SortedMap<String, String> components() {
        SortedMap<String, String> components = row.map("components");
        return components == null ? new TreeMap<>() : components;
    }
}
