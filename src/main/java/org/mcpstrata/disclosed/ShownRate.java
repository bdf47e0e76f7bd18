package org.mcpstrata.disclosed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/**
 * One rate of one entity and payer scope, as far as it is published.
 *
 * @param byStratifier its strata, by id of the stratifier; the unstratified row apart
 */
record ShownRate(SortedMap<String, ShownStrata> byStratifier) {
    private static final String TOTAL = "TOTAL";

    /** Practices are published with totals only. */
    private static final Set<String> COMPARED = Set.of("STATE", "PROGRAM");

    /** What the tables of comparisons repeat of a row that they are made from. */
    private static final List<String> SAME = List.of(
            "release_id",
            "program_id",
            "period_start",
            "period_end",
            "entity_type",
            "entity_id",
            "payer_scope",
            "stratifier_id",
            "method",
            "measure_id",
            "rate_id",
            "scoring",
            "improvement");

    ShownRate {
        byStratifier = Collections.unmodifiableSortedMap(new TreeMap<>(byStratifier));
    }

    /** What rows of one rate have in common. */
    private record Key(List<String> scope, String measureId, String rateId) {
        static Key of(TableRow row) {
            return new Key(
                    List.of(row.text("entity_type"), row.text("entity_id"), row.text("payer_scope")),
                    row.text("measure_id"),
                    row.text("rate_id"));
        }
    }

    /**
     * The rates whose groups are set beside one another, in no order.
     *
     * @param published the rows of {@code stratified_result} as they are published, what is hidden being null
     */
    static Stream<ShownRate> all(List<TableRow> published) {
        Map<Key, List<TableRow>> rates = published.stream()
                .filter(row -> COMPARED.contains(row.text("entity_type")))
                .collect(groupingBy(Key::of));
        return rates.values().stream().map(ShownRate::of);
    }

    private static ShownRate of(List<TableRow> rows) {
        Optional<TableRow> total = rows.stream()
                .filter(row -> row.text("stratifier_id").equals(TOTAL))
                .findFirst();
        SortedMap<String, ShownStrata> byStratifier = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.text("stratifier_id").equals(TOTAL))
                .collect(groupingBy(row -> row.text("stratifier_id"), toList()))
                .forEach((stratifier, strata) -> byStratifier.put(stratifier, new ShownStrata(strata, total)));
        return new ShownRate(byStratifier);
    }

    Collection<ShownStrata> strata() {
        return byStratifier.values();
    }

    /** As {@link ShownStrata#knownPercent}, of a crossing the smaller one of its two sides. */
    Double knownPercent(ShownStrata strata) {
        if (strata.sides().isEmpty()) {
            return strata.knownPercent();
        }
        List<Optional<Double>> sides = strata.sides().stream()
                .map(side -> Optional.ofNullable(byStratifier.get(side)).map(ShownStrata::knownPercent))
                .toList();
        return sides.stream().anyMatch(Optional::isEmpty)
                ? null
                : sides.stream().flatMap(Optional::stream).min(Double::compare).orElseThrow();
    }

    /** A row begun with what it says of its place. */
    static TableRow.Builder row(TableSchema schema, TableRow source) {
        TableRow.Builder row = TableRow.of(schema);
        SAME.forEach(column -> row.set(column, source.value(column)));
        return row;
    }
}
