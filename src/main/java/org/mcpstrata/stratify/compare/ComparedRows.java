package org.mcpstrata.stratify.compare;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.EntityType;
import org.mcpstrata.stratify.ResultScope;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.Stratifier;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.StratumKind;

/**
 * What rows of {@code stratified_result}, met in the table's order as they were read back, ask of the tables of
 * comparisons: which strata are compared, and how many people each comparison and summary speaks of.
 */
public final class ComparedRows {
    /** Positions of the columns that rows of one group share, those first that change most often. */
    private static final int[] GROUP = Stream.of(
                    "stratifier_id", "payer_scope", "entity_id", "entity_type", "rate_id", "measure_id")
            .mapToInt(name -> StratifiedResult.SCHEMA.column(name).index())
            .toArray();

    private final Stratifiers stratifiers;
    private final Map<String, Boolean> referenced = new HashMap<>();
    private ComparisonSides sides = new ComparisonSides();
    private TableRow first;
    private Stratifier stratifier;
    private ResultScope scope;
    private List<ComparedWith> ways = List.of();
    private long total;
    private long missing;
    private long shown;
    private int reliable;
    private long reliablePeople;
    private boolean hasBest;
    private ComparisonSides againstBest = new ComparisonSides();

    public ComparedRows(Stratifiers stratifiers, ComparisonRule rule) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        requireNonNull(rule, "rule");
        stratifiers
                .all()
                .forEach(each -> referenced.put(each.id(), rule.reference(each).isPresent()));
    }

    public void add(TableRow row) {
        if (first == null || !isSameGroup(row)) {
            finishGroup();
            startGroup(row);
        }
        if (!isCompared()) {
            return;
        }
        long people = row.count("performance_denominator");
        if (StratumKind.valueOf(row.text("stratum_kind")).isMissing()) {
            missing += people;
        } else if (people > 0 && row.statistic("value") != null) {
            boolean isReliable = !row.text("reliability").equals("C");
            if (isReliable) {
                reliable++;
                reliablePeople += people;
            }
            hasBest |= StratumComparisons.couldBeBest(people);
            if (StratumComparisons.compares(scope, stratifier, isReliable)) {
                shown++;
                for (ComparedWith with : ways) {
                    (with == ComparedWith.BEST ? againstBest : sides)
                            .compared(with, row, people, row.statistic("value"));
                }
            }
        }
    }

    private boolean isSameGroup(TableRow row) {
        Object[] one = first.values();
        Object[] other = row.values();
        for (int column : GROUP) {
            if (!one[column].equals(other[column])) {
                return false;
            }
        }
        return true;
    }

    private void startGroup(TableRow row) {
        first = row;
        stratifier = stratifiers.stratifier(row.text("stratifier_id"));
        scope = new ResultScope(
                EntityType.valueOf(row.text("entity_type")), row.text("entity_id"), row.text("payer_scope"));
        boolean hasReference = referenced.get(stratifier.id());
        ways = Stream.of(ComparedWith.values())
                .filter(with -> StratumComparisons.compares(scope, stratifier, with))
                .filter(with -> with != ComparedWith.FIXED_REF || hasReference)
                .toList();
        missing = 0;
        shown = 0;
        reliable = 0;
        reliablePeople = 0;
        hasBest = false;
        againstBest = new ComparisonSides();
        if (stratifier.id().equals(Stratifiers.TOTAL)) {
            // Upper case sorts first: every block begins with everybody.
            total = row.count("performance_denominator");
        }
    }

    private boolean isCompared() {
        return !stratifier.id().equals(Stratifiers.TOTAL)
                && StratumComparisons.compares(scope)
                && (scope.entityType() != EntityType.PRACTICE || !stratifier.isCrossing());
    }

    private void finishGroup() {
        if (first == null || !isCompared()) {
            return;
        }
        if (hasBest) {
            sides = sides.plus(againstBest);
        }
        if (Scoring.valueOf(first.text("scoring")) == Scoring.PROPORTION && !stratifier.isCrossing()) {
            sides.known(shown * (total - missing));
        }
        if (stratifier.exclusive() && reliable >= DisparitySummaries.FEWEST_STRATA) {
            sides.summarised(first, reliable, reliablePeople);
        }
    }

    /** All that was met. */
    public ComparisonSides sides() {
        finishGroup();
        first = null;
        return sides;
    }
}
