package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mcpstrata.verify.ComparisonFigures.Side;

/** The sides of comparisons as the shown cells of their release give them; empty where a count that is needed is hidden. */
final class ComparisonSides {
    private static final Set<String> KNOWN = Set.of("VALUE", "MULTI", "OTHER", "TOTAL");
    private static final String PEOPLE = Count.PERFORMANCE_DENOMINATOR.column();
    private static final String NUMERATOR = Count.NUMERATOR.column();
    private static final int FEWEST_OF_BEST = 100;

    private final Map<String, ReadRow> rows = new HashMap<>();
    private final Map<String, List<ReadRow>> tables = new HashMap<>();

    ComparisonSides(List<ReadRow> result) {
        for (ReadRow row : result) {
            rows.put(Release.place(row), row);
            tables.computeIfAbsent(table(row, row.text("stratifier_id")), key -> new ArrayList<>())
                    .add(row);
        }
    }

    private static String place(ReadRow of, Cell cell) {
        return of.text("measure_id") + ", " + of.text("rate_id") + ", " + cell;
    }

    /** One group whose counts are all shown, as its row and as a side. */
    record Group(ReadRow row, Side side) {}

    /** A row of every rate, entity, payer scope and stratifier. */
    List<ReadRow> oneOfEach() {
        return tables.values().stream().map(rows -> rows.get(0)).toList();
    }

    /** The groups of known values beside a row, itself included, that show all counts that their value is made of. */
    List<Group> shown(ReadRow of) {
        return strata(of, ComparisonSides::isKnown).stream()
                .flatMap(row -> side(row).map(side -> new Group(row, side)).stream())
                .toList();
    }

    /** How many groups of known values beside a row hide a count that their value is made of. */
    long hidden(ReadRow of) {
        return strata(of, ComparisonSides::isKnown).stream()
                .filter(row -> !row.has(PEOPLE)
                        || row.text("scoring").equals("PROPORTION")
                                && !(row.has(NUMERATOR) && row.has(Count.NOT_MET.column()))
                        || row.text("scoring").equals("RATE") && !row.has(Count.OBSERVATION_SUM.column()))
                .count();
    }

    private static String table(ReadRow of, String stratifier) {
        return place(of, Release.cell(of).at(stratifier, "*"));
    }

    /** The published row of the group that is compared. */
    Optional<ReadRow> row(ReadRow comparison) {
        return Optional.ofNullable(rows.get(Release.place(comparison)));
    }

    Optional<Side> one(ReadRow comparison) {
        return row(comparison).flatMap(ComparisonSides::side);
    }

    Optional<Side> other(ReadRow comparison) {
        String id = comparison.text("comparator_stratum_id");
        Cell cell = Release.cell(comparison);
        return switch (comparison.text("comparator")) {
            case "FIXED_REF" -> at(comparison, cell.at(cell.stratifier(), id));
            case "BEST" -> hidesABest(comparison) ? Optional.empty() : at(comparison, cell.at(cell.stratifier(), id));
            case "OVERALL" ->
                id.equals(Cell.TOTAL) ? total(comparison).flatMap(ComparisonSides::side) : Optional.empty();
            case "REST" -> id.equals("REST") ? rest(comparison) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Side> at(ReadRow of, Cell cell) {
        return Optional.ofNullable(rows.get(place(of, cell))).flatMap(ComparisonSides::side);
    }

    private Optional<ReadRow> total(ReadRow of) {
        return Optional.ofNullable(rows.get(place(of, Release.cell(of).at(Cell.TOTAL, Cell.TOTAL))));
    }

    private static Optional<Side> side(ReadRow row) {
        if (!row.has(PEOPLE) || !row.has("value")) {
            return Optional.empty();
        }
        return switch (row.text("scoring")) {
            case "PROPORTION" ->
                row.has(NUMERATOR) && row.has(Count.NOT_MET.column())
                        ? Optional.of(Side.ofPeople(number(row, PEOPLE), number(row, NUMERATOR)))
                        : Optional.empty();
            case "RATE" -> row.has(Count.OBSERVATION_SUM.column()) ? Optional.of(Side.ofEvents(row)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a stratum may have enough people to be the best, and its value is hidden. */
    private boolean hidesABest(ReadRow comparison) {
        return strata(comparison, ComparisonSides::isKnown).stream()
                .anyMatch(row -> !row.has(PEOPLE)
                        || number(row, PEOPLE) >= FEWEST_OF_BEST && side(row).isEmpty());
    }

    private Optional<Side> rest(ReadRow comparison) {
        String own = comparison.text("stratum_id");
        List<ReadRow> missing = strata(comparison, row -> !isKnown(row));
        List<ReadRow> others = strata(
                comparison, row -> isKnown(row) && !row.text("stratum_id").equals(own));
        Optional<ReadRow> total = total(comparison);
        Optional<ReadRow> one = row(comparison).filter(row -> row.flag("exclusive") && isCounted(row));
        if (one.isEmpty() || !one.get().text("scoring").equals("PROPORTION")) {
            return Optional.empty();
        }
        long people;
        long met;
        if (total.filter(ComparisonSides::isCounted).isPresent()
                && missing.stream().allMatch(ComparisonSides::isCounted)) {
            people = number(total.get(), PEOPLE) - sum(missing, PEOPLE) - number(one.get(), PEOPLE);
            met = number(total.get(), NUMERATOR) - sum(missing, NUMERATOR) - number(one.get(), NUMERATOR);
        } else if (others.stream().allMatch(ComparisonSides::isCounted)) {
            people = sum(others, PEOPLE);
            met = sum(others, NUMERATOR);
        } else {
            return Optional.empty();
        }
        return people > 0 && met >= 0 && met <= people ? Optional.of(Side.ofPeople(people, met)) : Optional.empty();
    }

    /** The least share of known values that follows from shown counts, in percent; empty where nothing follows. */
    Optional<Double> knownPercent(ReadRow comparison) {
        Set<String> sides = strata(comparison, row -> true).stream()
                .flatMap(row -> row.map("components").keySet().stream())
                .collect(Collectors.toSet());
        if (sides.isEmpty()) {
            return knownPercent(comparison, comparison.text("stratifier_id"));
        }
        double least = Double.POSITIVE_INFINITY;
        for (String side : sides) {
            Optional<Double> known = knownPercent(comparison, side);
            if (known.isEmpty()) {
                return known;
            }
            least = Math.min(least, known.get());
        }
        return Optional.of(least);
    }

    private Optional<Double> knownPercent(ReadRow comparison, String stratifier) {
        List<ReadRow> strata = tables.getOrDefault(table(comparison, stratifier), List.of());
        Optional<ReadRow> total = total(comparison).filter(row -> row.has(PEOPLE));
        if (total.isEmpty() || strata.isEmpty()) {
            return Optional.empty();
        }
        long known = 0;
        long largest = 0;
        long missing = 0;
        long inapplicable = 0;
        boolean allMissing = true;
        for (ReadRow row : strata) {
            long people = row.has(PEOPLE) ? number(row, PEOPLE) : 0;
            if (isKnown(row)) {
                known += people;
                largest = Math.max(largest, people);
            } else {
                missing += people;
                inapplicable += row.text("stratum_kind").equals("NOT_APPLICABLE") ? people : 0;
                allMissing &= row.has(PEOPLE);
            }
        }
        long all = number(total.get(), PEOPLE);
        long least = allMissing ? all - missing : strata.get(0).flag("exclusive") ? known : largest;
        return all == inapplicable ? Optional.empty() : Optional.of(100.0 * least / (all - inapplicable));
    }

    private List<ReadRow> strata(ReadRow of, Predicate<ReadRow> wanted) {
        return tables.getOrDefault(table(of, of.text("stratifier_id")), List.of()).stream()
                .filter(wanted)
                .toList();
    }

    private static boolean isKnown(ReadRow row) {
        return KNOWN.contains(row.text("stratum_kind"));
    }

    private static boolean isCounted(ReadRow row) {
        return row.has(PEOPLE) && row.has(NUMERATOR);
    }

    private static long number(ReadRow row, String column) {
        BigDecimal number = row.number(column);
        return number.longValue();
    }

    private static long sum(List<ReadRow> of, String column) {
        return of.stream().mapToLong(row -> number(row, column)).sum();
    }
}
