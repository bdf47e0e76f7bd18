package org.mcpstrata.stratify.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.Comparison;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.statistics.FalseDiscovery;
import org.mcpstrata.statistics.MantelHaenszel;
import org.mcpstrata.statistics.WithinBetween;
import org.mcpstrata.stratify.ComparedStrata;
import org.mcpstrata.stratify.EntityType;
import org.mcpstrata.stratify.RateValues;
import org.mcpstrata.stratify.ResultScope;
import org.mcpstrata.stratify.ScopeValues;
import org.mcpstrata.stratify.Stratifier;
import org.mcpstrata.stratify.StratumValue;

/** The rows of {@code stratum_comparison} of one entity and payer scope, in the order of the table. */
public final class StratumComparisons {
    public static final TableSchema SCHEMA = TableSchema.load("stratum_comparison", List.of());

    /** Fewer people are no standard for others, whatever their value (stratification.md 4.2). */
    private static final long FEWEST_OF_BEST = 100;

    private final ScopeValues values;
    private final ComparisonRule rule;
    private final List<RateValues> rates;

    public StratumComparisons(ScopeValues values, ComparisonRule rule) {
        this.values = requireNonNull(values, "values");
        this.rule = requireNonNull(rule, "rule");
        this.rates = values.ratesWithRest();
    }

    /** Whether an entity and payer scope has comparisons: the people of one payer in one practice are too few,
     * and optional kinds of entities are shown for their rates alone. */
    public static boolean compares(ResultScope scope) {
        return !scope.entityType().isOptional() && (scope.entityType() != EntityType.PRACTICE || !scope.isOfOnePayer());
    }

    /** Whether the strata of a stratifier are compared in so many ways. */
    static boolean compares(ResultScope scope, Stratifier stratifier, ComparedWith with) {
        return switch (with) {
            case BEST -> scope.entityType() != EntityType.PRACTICE && !stratifier.isCrossing();
            case FIXED_REF -> true;
            case OVERALL -> scope.entityType() != EntityType.PRACTICE;
            case REST -> !stratifier.isCrossing();
        };
    }

    /**
     * Whether a stratum is compared: of practices and of crossings, which have many small ones, those only that anything
     * may be compared with.
     */
    static boolean compares(ResultScope scope, Stratifier stratifier, boolean reliable) {
        return reliable || scope.entityType() != EntityType.PRACTICE && !stratifier.isCrossing();
    }

    /** Whether a stratum could be the one that others are compared with for being the best. */
    static boolean couldBeBest(long people) {
        return people >= FEWEST_OF_BEST;
    }

    /** All rows, a family at a time. */
    public Stream<TableRow> rows() {
        return values.stratifiers().stream().flatMap(stratifier -> Stream.of(ComparedWith.values())
                .filter(with -> compares(values.scope(), stratifier, with))
                .flatMap(with -> family(stratifier, with).stream()));
    }

    private List<TableRow> family(Stratifier stratifier, ComparedWith with) {
        Optional<String> reference = rule.reference(stratifier);
        if (with == ComparedWith.FIXED_REF && reference.isEmpty()) {
            return List.of();
        }
        List<TableRow.Builder> rows = new ArrayList<>();
        List<TableRow.Builder> tested = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (RateValues rate : rates) {
            ComparedStrata strata = rate.strata().get(stratifier.id());
            Double answered = ComparisonRule.answered(strata, rate.strata());
            if (with == ComparedWith.BEST && strata.known().stream().noneMatch(value -> couldBeBest(value.people()))) {
                continue;
            }
            for (StratumValue one : compared(strata)) {
                Optional<StratumValue> other = comparator(rate, strata, one, with, reference.orElse(""));
                boolean self = other.isPresent()
                        && other.get().stratum().id().equals(one.stratum().id());
                ComparisonState state = state(one, other, self, answered);
                TableRow.Builder row = row(rate, strata, with, one, other, answered, state);
                rows.add(row);
                if (state == ComparisonState.OK) {
                    boolean apart = with.hasInterval() && (with == ComparedWith.REST || stratifier.exclusive());
                    Comparison comparison = compare(rate, one, other.orElseThrow(), apart);
                    comparison.set(row);
                    split(row, rate, stratifier, one, other.orElseThrow(), with);
                    if (comparison.test() != null) {
                        tested.add(row);
                        p.add(comparison.test().p());
                    }
                }
            }
        }
        adjust(tested, p, family(stratifier.id(), with));
        return rows.stream().map(TableRow.Builder::build).toList();
    }

    private static Comparison compare(RateValues rate, StratumValue one, StratumValue other, boolean apart) {
        return rate.isProportion()
                ? Comparison.ofProportions(one.proportion(), other.proportion(), rate.improvement(), apart)
                : Comparison.ofValues(one.measured(), other.measured(), rate.improvement(), rate.hasZero(), apart);
    }

    private List<StratumValue> compared(ComparedStrata strata) {
        return strata.known().stream()
                .filter(value -> compares(values.scope(), strata.stratifier(), value.isReliable()))
                .toList();
    }

    private ComparisonState state(StratumValue one, Optional<StratumValue> other, boolean self, Double answered) {
        if (self) {
            return ComparisonState.SELF;
        }
        if (other.isEmpty() || !other.get().isShown()) {
            return ComparisonState.NO_COMPARATOR;
        }
        if (!rule.isComplete(answered)) {
            return ComparisonState.INSUFFICIENT_COMPLETENESS;
        }
        return one.isReliable() && other.get().isReliable() ? ComparisonState.OK : ComparisonState.LOW_N;
    }

    private static Optional<StratumValue> comparator(
            RateValues rate, ComparedStrata strata, StratumValue one, ComparedWith with, String reference) {
        return switch (with) {
            case BEST ->
                strata.known().stream()
                        .filter(value -> couldBeBest(value.people()))
                        .min(Best.first(rate.improvement()));
            case FIXED_REF -> strata.find(reference);
            case OVERALL -> Optional.of(strata.everybody());
            case REST -> Optional.of(strata.rest().get(one.stratum().id()));
        };
    }

    private TableRow.Builder row(
            RateValues rate,
            ComparedStrata strata,
            ComparedWith with,
            StratumValue one,
            Optional<StratumValue> other,
            Double answered,
            ComparisonState state) {
        ScopeColumns scope = new ScopeColumns(values);
        TableRow.Builder row = scope.row(SCHEMA, strata.stratifier().id(), rate)
                .set("comparator", with.name())
                .set("stratum_id", one.stratum().id())
                .set("people", one.people())
                .set("value", one.measured().value())
                .set("reliability", one.reliability().name())
                .set("comparison_state", state.name())
                .set("answered_pct", answered);
        other.filter(StratumValue::isShown).ifPresent(value -> row.set(
                        "comparator_stratum_id", value.stratum().id())
                .set("comparator_people", value.people())
                .set("comparator_value", value.measured().value())
                .set("comparator_reliability", value.reliability().name()));
        return row;
    }

    /** How much of a gap lies within practices and how much between them. */
    private void split(
            TableRow.Builder row,
            RateValues rate,
            Stratifier stratifier,
            StratumValue one,
            StratumValue other,
            ComparedWith with) {
        if (with != ComparedWith.FIXED_REF
                || !rate.isProportion()
                || values.scope().entityType() == EntityType.PRACTICE) {
            return;
        }
        String id = one.stratum().id();
        String reference = other.stratum().id();
        WithinBetween split = WithinBetween.of(values.places(rate, stratifier, id, reference, true));
        row.set("within_gap", split.within()).set("between_gap", split.between());
        Optional<MantelHaenszel> inside = MantelHaenszel.of(values.places(rate, stratifier, id, reference, false));
        row.set("mh_practices", inside.map(MantelHaenszel::places).orElse(0))
                .set("mh_diff", inside.map(MantelHaenszel::difference).orElse(null));
    }

    private static void adjust(List<TableRow.Builder> tested, List<Double> p, String family) {
        double[] q = FalseDiscovery.adjusted(
                p.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < q.length; i++) {
            tested.get(i).set("q_value", q[i]).set("family_id", family).set("family_size", q.length);
        }
    }

    private String family(String stratifierId, ComparedWith with) {
        ResultScope scope = values.scope();
        return String.join(
                "|",
                values.context().programId(),
                Integer.toString(values.context().period().year()),
                scope.entityType().name(),
                scope.entityId(),
                scope.payerScope(),
                stratifierId,
                with.name(),
                ScopeColumns.METHOD);
    }
}
