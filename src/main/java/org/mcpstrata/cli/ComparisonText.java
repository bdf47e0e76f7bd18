package org.mcpstrata.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mcpstrata.model.TableRow;

/** What the printed summary says of groups compared with their reference group. */
final class ComparisonText {
    /** Of differences with at most this q value fewer than one in twenty is expected to be chance. */
    private static final double NOTABLE = 0.05;

    private final List<TableRow> comparisons;
    private final List<TableRow> results;
    private final BiFunction<Double, TableRow, String> number;

    /**
     * @param comparisons rows of {@code stratum_comparison} against reference groups
     * @param results rows of {@code stratified_result} of the same groups, for their labels
     * @param number how a difference is written in the unit of a row
     */
    ComparisonText(List<TableRow> comparisons, List<TableRow> results, BiFunction<Double, TableRow, String> number) {
        this.comparisons = List.copyOf(comparisons);
        this.results = List.copyOf(results);
        this.number = requireNonNull(number, "number");
    }

    /** What groups of a stratifier are compared with, or nothing. */
    String heading(TableRow total, String stratifier) {
        return of(total)
                .filter(row -> row.text("stratifier_id").equals(stratifier))
                .map(row -> row.text("comparator_stratum_id"))
                .filter(reference -> reference != null)
                .findFirst()
                .map(reference -> "against " + label(stratifier, reference))
                .orElse("");
    }

    /** The difference of the group of a row from its reference group with its interval; empty where none is drawn. */
    String of(TableRow total, TableRow group) {
        return of(total)
                .filter(row -> row.text("stratifier_id").equals(group.text("stratifier_id"))
                        && row.text("stratum_id").equals(group.text("stratum_id")))
                .findFirst()
                .flatMap(this::difference)
                .orElse("");
    }

    /** A line for every other group that differs notably from its reference group. */
    List<String> others(TableRow total, String shown) {
        return of(total)
                .filter(row -> !row.text("stratifier_id").equals(shown) && isNotable(row))
                .filter(row -> !row.text("stratum_id").contains(":"))
                .map(row -> label(row.text("stratifier_id"), row.text("stratum_id")) + " against "
                        + label(row.text("stratifier_id"), row.text("comparator_stratum_id")) + ": "
                        + difference(row).orElse(""))
                .toList();
    }

    /** Whether any difference is marked. */
    boolean marksAny() {
        return comparisons.stream().anyMatch(ComparisonText::isMarked);
    }

    private Stream<TableRow> of(TableRow total) {
        return comparisons.stream()
                .filter(row -> row.text("measure_id").equals(total.text("measure_id"))
                        && row.text("rate_id").equals(total.text("rate_id")));
    }

    private static boolean isMarked(TableRow row) {
        return row.statistic("q_value") != null && row.statistic("q_value") <= NOTABLE;
    }

    /** By its q value; where no test is sound, by an interval that does not reach 0. */
    private static boolean isNotable(TableRow row) {
        if (row.statistic("q_value") != null) {
            return isMarked(row);
        }
        return row.statistic("diff_lo") != null && (row.statistic("diff_lo") > 0 || row.statistic("diff_hi") < 0);
    }

    private Optional<String> difference(TableRow row) {
        if (row.statistic("diff_lo") == null) {
            return Optional.empty();
        }
        String sign = row.statistic("diff") > 0 ? "+" : "";
        return Optional.of(sign + number.apply(row.statistic("diff"), row) + " ("
                + number.apply(row.statistic("diff_lo"), row) + " to " + number.apply(row.statistic("diff_hi"), row)
                + ")" + (isMarked(row) ? " *" : ""));
    }

    private String label(String stratifier, String stratum) {
        return results.stream()
                .filter(row -> row.text("stratifier_id").equals(stratifier)
                        && row.text("stratum_id").equals(stratum))
                .map(row -> row.text("stratum_label"))
                .findFirst()
                .orElse(stratum);
    }
}
