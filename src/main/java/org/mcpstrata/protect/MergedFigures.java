package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.statistics.EventRate;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.statistics.Reliability;

/** The row of strata taken together: counts are sums, and every figure is made from them as a run makes it. */
final class MergedFigures {
    /** Figures of one stratum that are not those of several together, and which nobody publishes. */
    private static final Set<String> OF_ONE = Set.of(
            "data_sufficient",
            "value",
            "value_lo",
            "value_hi",
            "ci_method",
            "confidence",
            "n_effective",
            "share_of_denominator",
            "reliability",
            "std_value",
            "std_lo",
            "std_hi",
            "std_weights_id",
            "weighted_denominator",
            "weighted_numerator");

    private static final List<String> MARKS = List.of("OK", "MARKED", "BLOCKED");

    private final List<CountedRow> parts;
    private final MergedStrata.Stratum stratum;
    private final long known;

    /**
     * @param parts of one rate, entity, payer scope and stratifier, each of a rate that counts people or events
     * @param known people of the performance denominators of all strata with a known value
     */
    MergedFigures(List<CountedRow> parts, MergedStrata.Stratum stratum, long known) {
        this.parts = List.copyOf(parts);
        this.stratum = requireNonNull(stratum, "stratum");
        this.known = known;
        if (!parts.stream().allMatch(CountedRow::isCounted)) {
            throw new IllegalArgumentException("only counts can be added");
        }
    }

    TableRow row() {
        TableRow first = parts.get(0).row();
        TableRow.Builder row = TableRow.of(first.schema());
        for (Column column : first.schema().columns()) {
            if (!OF_ONE.contains(column.name())) {
                row.set(column.name(), first.value(column.name()));
            }
        }
        row.set("stratum_id", stratum.id())
                .set("stratum_label", stratum.label())
                .set("stratum_order", stratum.order())
                .set("stratum_kind", stratum.kind())
                .set("components", stratum.components().isEmpty() ? null : stratum.components());
        for (Count count : Count.values()) {
            if (count != Count.OBSERVATION_SUM) {
                row.set(count.column(), count(count));
            }
        }
        for (String amount : List.of(Count.OBSERVATION_SUM.column(), "exposure", "expected")) {
            row.set(amount, amount(amount));
        }
        String mark = mark();
        Set<String> rules = new LinkedHashSet<>();
        parts.forEach(part -> rules.addAll(part.row().list("quality_rules")));
        row.set("quality_mark", mark).set("quality_rules", List.copyOf(rules));
        figures(row, mark.equals("BLOCKED") ? Optional.empty() : measured());
        return row.build();
    }

    private Long count(Count count) {
        return parts.stream()
                .map(part -> part.row().count(count.column()))
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private BigDecimal amount(String column) {
        return parts.stream()
                .map(part -> part.row().decimal(column))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /** The worst of the parts. */
    private String mark() {
        return MARKS.get(parts.stream()
                .mapToInt(part -> MARKS.indexOf(part.row().text("quality_mark")))
                .max()
                .orElseThrow());
    }

    private long people() {
        return count(Count.PERFORMANCE_DENOMINATOR);
    }

    private Optional<Measured> measured() {
        if (parts.get(0).isProportion()) {
            return people() == 0
                    ? Optional.empty()
                    : Optional.of(new Proportion(count(Count.NUMERATOR), people()).measured());
        }
        BigDecimal exposure = amount("exposure");
        return exposure == null ? Optional.empty() : EventRate.of(amount(Count.OBSERVATION_SUM.column()), exposure);
    }

    private void figures(TableRow.Builder row, Optional<Measured> measured) {
        boolean ofOne = parts.get(0).isProportion();
        measured.ifPresent(found -> row.set("value", found.value())
                .set("value_lo", found.interval().lo())
                .set("value_hi", found.interval().hi())
                .set("ci_method", found.interval().method())
                .set("confidence", Interval.CONFIDENCE));
        row.set("n_effective", (double) people())
                .set(
                        "reliability",
                        measured.map(found -> Reliability.of(found, ofOne, people()))
                                .orElse(Reliability.C)
                                .name())
                .set("share_of_denominator", stratum.isMissing() || known == 0 ? null : (double) people() / known);
    }
}
