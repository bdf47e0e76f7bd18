package org.mcpstrata.stratify;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;

/**
 * How many people of each rate's initial population are in each stratum, by following {@code member_result} through
 * {@code member_stratum} as both were read back; totals of parts add up. It must be what {@code stratified_result} says
 * of the program.
 */
public final class StratumTotals implements Serializable {
    private static final String STAGE = "stratify";

    private final List<MeasureInfo> measures;
    private final Map<String, Integer> rates = new LinkedHashMap<>();
    private final List<String> anchors = new ArrayList<>();
    private final Map<Group, long[]> people = new HashMap<>();
    private long unmatched;

    /** A stratum as it and its stratifier are called. */
    private record Group(String stratifierId, String stratumId) implements Serializable {
        static Group of(TableRow row) {
            return new Group(row.text("stratifier_id"), row.text("stratum_id"));
        }
    }

    /** @param measures all measures of the run; those that count people are followed */
    public StratumTotals(List<MeasureInfo> measures) {
        this.measures = List.copyOf(measures);
        for (MeasureInfo measure : measures) {
            if (measure.scoring() == MeasureInfo.Scoring.CONTINUOUS) {
                // Responses and beneficiary months count where they were given or spent, not where the person belongs.
                continue;
            }
            for (String rateId : measure.rateIds()) {
                rates.put(measure.measureId() + " " + rateId, rates.size());
                anchors.add(measure.ageAnchor().name());
            }
        }
    }

    /**
     * Counts the people of one part of both tables; holds one person at a time.
     *
     * @param results rows of {@code member_result} in order of person
     * @param strata rows of {@code member_stratum} of the same people in the same order
     * @param each told every row of {@code member_result} once
     */
    public StratumTotals read(Iterator<TableRow> results, Iterator<TableRow> strata, Consumer<TableRow> each) {
        PersonRows judged = new PersonRows(results);
        PersonRows grouped = new PersonRows(strata);
        while (judged.hasNext() || grouped.hasNext()) {
            int order = judged.order(grouped);
            List<TableRow> verdicts = order <= 0 ? judged.next() : List.of();
            List<TableRow> memberships = order >= 0 ? grouped.next() : List.of();
            verdicts.forEach(each);
            if (order == 0 && samePractice(verdicts, memberships)) {
                count(verdicts, memberships);
            } else {
                unmatched++;
            }
        }
        return this;
    }

    private static boolean samePractice(List<TableRow> verdicts, List<TableRow> memberships) {
        TableRow first = verdicts.get(0);
        return memberships.stream()
                .allMatch(row -> row.text("practice_id").equals(first.text("practice_id"))
                        && row.text("state").equals(first.text("state")));
    }

    private void count(List<TableRow> verdicts, List<TableRow> memberships) {
        List<Integer> populations = verdicts.stream()
                .filter(verdict -> verdict.flag("initial_population"))
                .filter(this::isFollowed)
                .map(this::rate)
                .toList();
        for (TableRow membership : memberships) {
            String anchor = membership.text("age_anchor");
            long[] counts = people.computeIfAbsent(Group.of(membership), absent -> new long[anchors.size()]);
            for (int rate : populations) {
                counts[rate] += anchors.get(rate).equals(anchor) ? 1 : 0;
            }
        }
    }

    /** Rates made of others, and measures that are no count of people, are not followed. */
    private boolean isFollowed(TableRow row) {
        return rates.containsKey(name(row));
    }

    private int rate(TableRow row) {
        return rates.get(name(row));
    }

    private static String name(TableRow row) {
        return row.text("measure_id") + " " + row.text("rate_id");
    }

    /** Adds the totals of another part of the tables. */
    public StratumTotals plus(StratumTotals other) {
        StratumTotals both = new StratumTotals(measures);
        both.addAll(this);
        both.addAll(other);
        return both;
    }

    private void addAll(StratumTotals other) {
        unmatched += other.unmatched;
        other.people.forEach((group, counts) -> add(people, group, counts));
    }

    private static void add(Map<Group, long[]> sums, Group group, long[] counts) {
        long[] sum = sums.computeIfAbsent(group, absent -> new long[counts.length]);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
        }
    }

    /**
     * The laws that a stratum's people are those whom {@code member_stratum} puts there.
     *
     * @param stratified rows of {@code stratified_result}; those of the program for all payers are looked at
     * @param dimension rows of {@code dim_stratum}, which say where small strata are counted
     */
    public List<Law> laws(Iterable<TableRow> stratified, Iterable<TableRow> dimension) {
        Map<Group, long[]> followed = followed(dimension);
        Map<Group, long[]> shown = new HashMap<>();
        for (TableRow row : stratified) {
            if (row.text("entity_type").equals(EntityType.PROGRAM.name())
                    && row.text("payer_scope").equals(CellCounter.ALL)
                    && !row.text("stratifier_id").equals(Stratifiers.TOTAL)
                    && isFollowed(row)) {
                shown.computeIfAbsent(Group.of(row), absent -> new long[anchors.size()])[rate(row)] =
                        row.count("initial_population");
            }
        }
        List<Law> laws = new ArrayList<>();
        laws.add(Law.of(STAGE, "people whose rows in member_result and member_stratum do not match", unmatched, 0));
        rates.forEach((rate, index) -> {
            laws.add(Law.of(
                    STAGE,
                    rate + ": people followed through member_stratum = people in the program's strata",
                    sum(followed, index),
                    sum(shown, index)));
            laws.add(Law.of(
                    STAGE,
                    rate + ": strata whose people member_stratum does not lead to",
                    differing(followed, shown, index),
                    0));
        });
        return laws;
    }

    private Map<Group, long[]> followed(Iterable<TableRow> dimension) {
        Map<Group, Group> countedIn = new HashMap<>();
        dimension.forEach(row -> {
            if (row.text("counted_in") != null) {
                countedIn.put(Group.of(row), new Group(row.text("stratifier_id"), row.text("counted_in")));
            }
        });
        Map<Group, long[]> followed = new HashMap<>();
        people.forEach((group, counts) -> add(followed, countedIn.getOrDefault(group, group), counts));
        return followed;
    }

    private static long sum(Map<Group, long[]> people, int rate) {
        return people.values().stream().mapToLong(counts -> counts[rate]).sum();
    }

    private static long differing(Map<Group, long[]> one, Map<Group, long[]> other, int rate) {
        Set<Group> either = new HashSet<>(one.keySet());
        either.addAll(other.keySet());
        return either.stream()
                .filter(group -> count(one, group, rate) != count(other, group, rate))
                .count();
    }

    private static long count(Map<Group, long[]> people, Group group, int rate) {
        long[] counts = people.get(group);
        return counts == null ? 0 : counts[rate];
    }
}
