package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.RiskModel;

/**
 * Beneficiary months to cells, in three small jobs over the books that the tasks kept: what each payer comes to, its
 * percentile and mean after risk adjustment, and the cells. Sums are exact and ranks are of exact amounts, so the answer
 * does not depend on how people were spread over tasks.
 */
public final class CostAggregation implements Serializable {
    private final Stratifiers stratifiers;
    private final List<MeasureInfo> measures;

    public CostAggregation(Stratifiers stratifiers, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.measures = List.copyOf(measures);
    }

    /** Adjusted months of one payer: their sum and the highest of them. */
    private static final class Adjusted implements Serializable {
        private final TopAmounts highest;
        private BigDecimal sum = BigDecimal.ZERO;

        Adjusted(int most) {
            this.highest = new TopAmounts(most);
        }

        void add(BigDecimal amount) {
            sum = sum.add(amount);
            highest.add(amount);
        }

        void add(Adjusted other) {
            sum = sum.add(other.sum);
            highest.add(other.highest);
        }
    }

    private MeasureInfo measure(PayerKey payer) {
        return measures.stream()
                .filter(measure -> measure.measureId().equals(payer.measureId()))
                .findFirst()
                .orElseThrow();
    }

    /** All costs of one year. */
    public Costs costs(JavaRDD<CostBook> books) {
        if (measures.stream().allMatch(measure -> measure.cost() == null)) {
            return Costs.NONE;
        }
        SortedMap<PayerKey, PayerCosts> payers =
                books.map(CostAggregation::totals).fold(new TreeMap<>(), (one, other) -> merged(one, other));
        SortedMap<PayerKey, PayerScale> risks = new TreeMap<>();
        SortedMap<PayerKey, Integer> tops = new TreeMap<>();
        payers.forEach((payer, costs) -> {
            if (costs.hasPrices()) {
                RiskModel model = measure(payer).risk();
                CostRule rule = measure(payer).cost();
                PayerScale risk = PayerScale.of(model, costs);
                risks.put(payer, risk);
                tops.put(payer, risk.above(rule.percentile()));
            }
        });
        SortedMap<PayerKey, Adjusted> adjusted = books.map(book -> adjusted(book, risks, tops))
                .fold(new TreeMap<>(), (one, other) -> {
                    SortedMap<PayerKey, Adjusted> both = new TreeMap<>();
                    one.forEach((payer, part) -> add(both, payer, part, tops));
                    other.forEach((payer, part) -> add(both, payer, part, tops));
                    return both;
                });
        SortedMap<PayerKey, PayerScale> scales = new TreeMap<>();
        risks.forEach((payer, risk) -> {
            PayerScale scale = risk.winsorised(adjusted.get(payer).sum, adjusted.get(payer).highest);
            if (scale.hasMean()) {
                scales.put(payer, scale);
            }
        });
        return new Costs(payers, scales, cells(books, scales));
    }

    /**
     * All costs of another year by the scales of the given one, so that a change is one of costs and not of what they are
     * compared with. A payer that has no scale in the given year has no cells.
     */
    public Costs costs(JavaRDD<CostBook> books, Costs like) {
        if (like.scales().isEmpty()) {
            return Costs.NONE;
        }
        SortedMap<PayerKey, PayerCosts> payers =
                books.map(CostAggregation::totals).fold(new TreeMap<>(), (one, other) -> merged(one, other));
        SortedMap<PayerKey, PayerScale> scales = new TreeMap<>(like.scales());
        scales.keySet()
                .removeIf(payer ->
                        !payers.containsKey(payer) || !payers.get(payer).hasPrices());
        return new Costs(payers, scales, cells(books, scales));
    }

    private List<PartialCells> cells(JavaRDD<CostBook> books, SortedMap<PayerKey, PayerScale> scales) {
        Stratifiers by = stratifiers;
        List<MeasureInfo> all = measures;
        return CellAggregation.few(books.mapPartitions(part -> cells(part, by, all, scales)))
                .collect();
    }

    private static SortedMap<PayerKey, PayerCosts> totals(CostBook book) {
        SortedMap<PayerKey, PayerCosts> payers = new TreeMap<>();
        book.forEachPayer(cost ->
                payers.computeIfAbsent(cost.payer(), absent -> new PayerCosts()).add(cost));
        return payers;
    }

    private static SortedMap<PayerKey, PayerCosts> merged(
            SortedMap<PayerKey, PayerCosts> one, SortedMap<PayerKey, PayerCosts> other) {
        SortedMap<PayerKey, PayerCosts> both = new TreeMap<>();
        one.forEach((payer, costs) ->
                both.computeIfAbsent(payer, absent -> new PayerCosts()).add(costs));
        other.forEach((payer, costs) ->
                both.computeIfAbsent(payer, absent -> new PayerCosts()).add(costs));
        return both;
    }

    private static SortedMap<PayerKey, Adjusted> adjusted(
            CostBook book, SortedMap<PayerKey, PayerScale> risks, SortedMap<PayerKey, Integer> tops) {
        SortedMap<PayerKey, Adjusted> payers = new TreeMap<>();
        book.forEachPayer(cost -> {
            PayerScale scale = risks.get(cost.payer());
            List<PersonCost.Month> priced = cost.priced();
            if (scale == null || priced.isEmpty()) {
                return;
            }
            BigDecimal risk = scale.risk(cost);
            for (PersonCost.Month month : priced) {
                payers.computeIfAbsent(cost.payer(), payer -> new Adjusted(tops.get(payer)))
                        .add(scale.adjusted(risk, month));
            }
        });
        return payers;
    }

    private static void add(
            SortedMap<PayerKey, Adjusted> both, PayerKey payer, Adjusted part, SortedMap<PayerKey, Integer> tops) {
        both.computeIfAbsent(payer, absent -> new Adjusted(tops.get(absent))).add(part);
    }

    private static Iterator<PartialCells> cells(
            Iterator<CostBook> books,
            Stratifiers stratifiers,
            List<MeasureInfo> measures,
            Map<PayerKey, PayerScale> scales) {
        CostCells cells = new CostCells(stratifiers, new CountedRates(measures), new HashMap<>(scales));
        books.forEachRemaining(cells::add);
        return List.of(cells.partial()).iterator();
    }
}
