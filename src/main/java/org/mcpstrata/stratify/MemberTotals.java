package org.mcpstrata.stratify;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.Verdict;

/**
 * The populations of {@code member_result} per rate, counted over its rows as they were read back; totals of parts add
 * up. They must be those of the program's TOTAL rows.
 */
public final class MemberTotals implements Serializable {
    private static final List<String> FLAGS =
            List.of("initial_population", "denominator", "denominator_exclusion", "denominator_exception", "numerator");

    private final SortedMap<String, long[]> counts = new TreeMap<>();
    private final SortedMap<String, BigDecimal> observations = new TreeMap<>();

    /** Counts one row of {@code member_result}. */
    public void add(TableRow row) {
        String rate = row.text("measure_id") + " " + row.text("rate_id");
        long[] sums = counts.computeIfAbsent(rate, absent -> new long[FLAGS.size()]);
        if (row.decimal("observation") != null
                && row.flag("denominator")
                && !row.flag("denominator_exclusion")
                && !row.flag("denominator_exception")) {
            observations.merge(rate, row.decimal("observation"), BigDecimal::add);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row.flag(FLAGS.get(i)) ? 1 : 0;
        }
    }

    /** Counts a verdict for which {@code member_result} has no row: on a survey response that names nobody. */
    public void add(Verdict verdict) {
        long[] sums =
                counts.computeIfAbsent(verdict.measureId() + " " + verdict.rateId(), rate -> new long[FLAGS.size()]);
        sums[0] += verdict.initialPopulation() ? 1 : 0;
        sums[1] += verdict.denominator() ? 1 : 0;
        sums[2] += verdict.denominatorExclusion() ? 1 : 0;
        sums[3] += verdict.denominatorException() ? 1 : 0;
        sums[4] += verdict.numerator() ? 1 : 0;
        if (verdict.observation() != null && verdict.performanceDenominator()) {
            observations.merge(verdict.measureId() + " " + verdict.rateId(), verdict.observation(), BigDecimal::add);
        }
    }

    /** Adds the totals of another part of the table. */
    public MemberTotals plus(MemberTotals other) {
        MemberTotals both = new MemberTotals();
        both.addAll(this);
        both.addAll(other);
        return both;
    }

    private void addAll(MemberTotals other) {
        other.counts.forEach((rate, more) -> {
            long[] sums = counts.computeIfAbsent(rate, absent -> new long[FLAGS.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += more[i];
            }
        });
        other.observations.forEach((rate, more) -> observations.merge(rate, more, BigDecimal::add));
    }

    /**
     * The laws that people of {@code member_result} are the people of {@code stratified_result}.
     *
     * @param measures say which verdicts a derived rate is made of
     */
    public List<Law> laws(Iterable<TableRow> stratified, List<MeasureInfo> measures) {
        List<Law> laws = new ArrayList<>();
        Map<String, String> verdicts = new HashMap<>();
        measures.forEach(measure ->
                ReportedRate.of(measure).forEach(rate -> verdicts.put(name(rate.key()), name(rate.verdicts()))));
        for (TableRow row : stratified) {
            if (row.text("entity_type").equals(EntityType.PROGRAM.name())
                    && row.text("payer_scope").equals(CellCounter.ALL)
                    && row.text("stratifier_id").equals(Stratifiers.TOTAL)) {
                String rate = row.text("measure_id") + " " + row.text("rate_id");
                if (rate.equals(verdicts.get(rate)) && row.decimal("observation_sum") != null) {
                    laws.add(Law.of(
                            "stratify",
                            rate + ": what is observed in member_result = in the program's total",
                            observations.getOrDefault(rate, BigDecimal.ZERO),
                            row.decimal("observation_sum")));
                }
                long[] sums = counts.getOrDefault(verdicts.get(rate), new long[FLAGS.size()]);
                for (int i = 0; i < sums.length; i++) {
                    // Where a rate has no numerator, nobody may be in one.
                    Long people = row.count(FLAGS.get(i));
                    laws.add(Law.of(
                            "stratify",
                            rate + ": people of " + FLAGS.get(i) + " in member_result = in the program's total",
                            sums[i],
                            people == null ? 0 : people));
                }
            }
        }
        return laws;
    }

    private static String name(RateKey rate) {
        return rate.measureId() + " " + rate.rateId();
    }
}
