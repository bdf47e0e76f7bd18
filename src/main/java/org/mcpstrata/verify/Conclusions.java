package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mcpstrata.model.Progress;
import org.mcpstrata.verify.bounds.Goal;
import org.mcpstrata.verify.bounds.Range;
import org.mcpstrata.verify.bounds.Ranges;
import org.mcpstrata.verify.bounds.Unknowns;

/** What an outsider concludes from all relations together, and which of it breaks the statement. */
final class Conclusions {
    /** So many of the narrowest are narrowed down exactly for the report; all others are known to be wider. */
    private static final int REFINED = 25;

    private final Rule rule;
    private final Unknowns unknowns = new Unknowns();
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<Integer, List<String>> hidden = new TreeMap<>();
    private final SortedMap<Integer, String> differences = new TreeMap<>();
    private final SortedMap<Integer, String> eitherWay = new TreeMap<>();
    private final Map<Integer, Long> known = new HashMap<>();
    private String tightest = "";
    private long tightestWidth = Long.MAX_VALUE;
    private boolean tightestExact = true;

    Conclusions(Rule rule) {
        this.rule = rule;
    }

    Unknowns unknowns() {
        return unknowns;
    }

    void find(Breach breach, String place, String inferred) {
        findings.add(new Finding(breach, place, inferred));
    }

    /** Notes that an unknown number is a hidden count, in this place too. */
    void hidden(int variable, String place) {
        hidden.computeIfAbsent(variable, key -> new ArrayList<>()).add(place);
    }

    /** Notes that a hidden count is shown elsewhere. */
    void nowKnown(int variable, long value) {
        known.put(variable, value);
        unknowns.sum(new int[] {variable}, new int[] {1}, value);
    }

    /** Adds a relation between counts: shown ones must add up, and hidden ones may not leave a small rest (S2). */
    void relation(Sum sum, String place) {
        if (!sum.hasUnknown()) {
            if (sum.known() != 0) {
                find(Breach.DOES_NOT_ADD_UP, place, "off by " + sum.known());
            }
            return;
        }
        if (sum.tellsHiddenSum() && rule.isSmall(sum.hiddenSum())) {
            find(Breach.SMALL_RESIDUAL, place, "the hidden parts sum up to " + sum.hiddenSum());
        }
        sum.addTo(unknowns);
    }

    /** Adds a relation that also holds numbers that are no counts of anybody's table. */
    void helping(Sum sum, String place) {
        if (sum.hasUnknown()) {
            sum.addTo(unknowns);
        } else if (sum.known() != 0) {
            find(Breach.DOES_NOT_ADD_UP, place, "off by " + sum.known());
        }
    }

    /** Judges how much a shown count changed since an earlier release. */
    void change(long by, String place) {
        if (rule.isSmall(Math.abs(by))) {
            find(Breach.SMALL_CHANGE, place, "changed by " + by);
        }
    }

    /** Adds that {@code larger} is at least {@code smaller}; what lies between is a count that nobody prints. */
    void atLeast(Quantity larger, Quantity smaller, long least, String place) {
        atLeast(List.of(larger), List.of(smaller), least, place);
    }

    /** As {@link #atLeast(Quantity, Quantity, long, String)}, of several counts together on each side. */
    void atLeast(List<Quantity> larger, List<Quantity> smaller, long least, String place) {
        Sum rest = new Sum();
        larger.forEach(rest::plus);
        smaller.forEach(rest::minus);
        if (!rest.hasUnknown()) {
            long between = rest.known();
            if (between < 0) {
                find(Breach.DOES_NOT_ADD_UP, place, "off by " + -between);
            } else if (rule.isSmall(between)) {
                find(Breach.SMALL_RESIDUAL, place, "the difference is " + between);
            }
            return;
        }
        int between = unknowns.add(least);
        differences.put(between, place);
        rest.minus(Quantity.unknown(between)).addTo(unknowns);
    }

    /** Adds a difference that nobody prints and that can be below nothing, too. */
    void difference(List<Quantity> some, List<Quantity> others, String place) {
        Sum rest = new Sum();
        some.forEach(rest::plus);
        others.forEach(rest::minus);
        if (!rest.hasUnknown()) {
            if (rule.isSmall(Math.abs(rest.known()))) {
                find(Breach.SMALL_RESIDUAL, place, "the difference is " + rest.known());
            }
            return;
        }
        int between = unknowns.add(0);
        eitherWay.put(between, place);
        rest.plus(Quantity.known(Rule.SHIFT)).minus(Quantity.unknown(between)).addTo(unknowns);
    }

    /** Works out what follows; call once, when everything is told. */
    void draw(Progress progress) {
        Map<Integer, Goal> goals = new HashMap<>();
        hidden.keySet().forEach(variable -> goals.merge(variable, rule.hiddenCount(), Goal::and));
        differences.keySet().forEach(variable -> goals.merge(variable, rule.difference(), Goal::and));
        eitherWay.keySet().forEach(variable -> goals.merge(variable, rule.differenceEitherWay(), Goal::and));
        Ranges ranges = Ranges.of(unknowns, goals, progress);
        contradictions(ranges.impossible());
        differences.forEach((variable, place) -> judgeDifference(ranges, variable, place, rule::isHarmless));
        eitherWay.forEach((variable, place) -> judgeDifference(ranges, variable, place, rule::isHarmlessEitherWay));
        hidden.forEach((variable, places) -> judge(ranges, variable, places));
        refine(ranges);
    }

    private void contradictions(SortedSet<Integer> impossible) {
        if (!impossible.isEmpty()) {
            String place = impossible.stream()
                    .filter(hidden::containsKey)
                    .map(variable -> hidden.get(variable).get(0))
                    .findFirst()
                    .orElse(Release.RESULT);
            find(Breach.DOES_NOT_ADD_UP, place, "no counts fit everything that is published");
        }
    }

    private void judge(Ranges ranges, int variable, List<String> places) {
        Range range = ranges.range(variable);
        if (range.provenWidth() >= rule.width()) {
            return;
        }
        Range narrowed = ranges.exact(variable);
        if (narrowed.provenWidth() >= rule.width()) {
            return;
        }
        for (String place : places) {
            if (narrowed.width() < rule.width()) {
                find(Breach.INTERVAL_TOO_NARROW, place, "interval " + narrowed);
            } else {
                find(Breach.NOT_PROVEN, place, "interval at most " + narrowed);
            }
        }
    }

    private void judgeDifference(Ranges ranges, int variable, String place, Predicate<Range> isHarmless) {
        Range range = ranges.range(variable);
        if (isHarmless.test(range)) {
            return;
        }
        Range narrowed = ranges.exact(variable);
        if (!isHarmless.test(narrowed)) {
            boolean narrow = narrowed.width() < rule.width();
            find(
                    narrow ? Breach.DIFFERENCE_FOLLOWS : Breach.NOT_PROVEN,
                    place,
                    (narrow ? "interval " : "interval at most ") + narrowed);
        }
    }

    /** Narrows down the hidden counts with the smallest proven widths until no other can be tighter. */
    private void refine(Ranges ranges) {
        List<Integer> order = hidden.keySet().stream()
                .sorted((a, b) -> Long.compare(
                        ranges.range(a).provenWidth(), ranges.range(b).provenWidth()))
                .toList();
        int refined = 0;
        for (int variable : order) {
            Range range = ranges.range(variable);
            if (range.provenWidth() >= tightestWidth) {
                return;
            }
            if (!range.isExact() && refined++ < REFINED) {
                range = ranges.exact(variable);
            }
            long width = range.isExact() ? range.width() : range.provenWidth();
            if (width < tightestWidth) {
                tightestWidth = width;
                tightestExact = range.isExact();
                tightest = (tightestExact ? "" : "at least ") + "["
                        + (tightestExact ? range.least() : range.provenLeast()) + ", "
                        + (tightestExact ? range.most() : range.provenMost()) + "] of "
                        + hidden.get(variable).get(0);
            }
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How many places are hidden. */
    long hiddenPlaces() {
        return hidden.values().stream().mapToLong(List::size).sum();
    }

    /** The tightest interval of a hidden count and where it is; empty where nothing is hidden. */
    String tightest() {
        return tightest;
    }
}
