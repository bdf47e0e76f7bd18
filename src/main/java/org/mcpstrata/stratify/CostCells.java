package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Practice;

/**
 * Counts beneficiary months into the cells of the practices they are attributed to, for the rate as it is priced and for
 * the adjusted rates made of it. Only amounts are counted here; people are counted with their verdicts.
 */
final class CostCells {
    private final CountedRates rates;
    private final Map<PayerKey, PayerScale> scales;
    private final Map<CellGroup, Tally[]> groups = new HashMap<>();
    private final SortedMap<String, Practice> practices = new TreeMap<>();

    /** Months of one person, payer, practice and scope: dollars as priced, as adjusted, and as an index. */
    private static final class Sums {
        private BigDecimal dollars = BigDecimal.ZERO;
        private BigDecimal adjusted = BigDecimal.ZERO;
        private BigDecimal index = BigDecimal.ZERO;
        private long months;
    }

    CostCells(CountedRates rates, Map<PayerKey, PayerScale> scales) {
        this.rates = requireNonNull(rates, "rates");
        this.scales = requireNonNull(scales, "scales");
    }

    void add(CostBook book) {
        book.practices().forEach(practices::putIfAbsent);
        book.forEach(this::add);
    }

    private void add(PersonCost cost) {
        PayerScale scale = scales.get(cost.payer());
        if (scale == null) {
            return;
        }
        SortedMap<String, SortedMap<String, Sums>> byPractice = new TreeMap<>();
        for (PersonCost.Month month : cost.priced()) {
            BigDecimal adjusted = scale.winsorised(cost, month);
            BigDecimal index = scale.index(adjusted);
            SortedMap<String, Sums> scopes = byPractice.computeIfAbsent(month.practiceId(), absent -> new TreeMap<>());
            for (String scope : List.of(CellCounter.ALL, month.scope(), "payer:" + cost.payerId())) {
                Sums sums = scopes.computeIfAbsent(scope, absent -> new Sums());
                sums.dollars = sums.dollars.add(month.dollars());
                sums.adjusted = sums.adjusted.add(adjusted);
                sums.index = sums.index.add(index);
                sums.months++;
            }
        }
        byPractice.forEach((practice, scopes) -> scopes.forEach((scope, sums) -> {
            for (int i = 0; i < cost.strata().size(); i += 2) {
                CellGroup group = new CellGroup(
                        practice, scope, cost.strata().get(i), cost.strata().get(i + 1));
                add(groups.computeIfAbsent(group, absent -> new Tally[rates.size()]), cost.measureId(), sums);
            }
        }));
    }

    private void add(Tally[] tallies, String measureId, Sums sums) {
        for (int rate : positions(measureId)) {
            if (tallies[rate] == null) {
                tallies[rate] = new Tally();
            }
            tallies[rate].addAmounts(amount(rate, sums), BigDecimal.valueOf(sums.months));
        }
    }

    private List<Integer> positions(String measureId) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            if (rates.measure(i).measureId().equals(measureId)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private BigDecimal amount(int rate, Sums sums) {
        MeasureInfo measure = rates.measure(rate);
        for (DerivedRate derived : measure.derived()) {
            if (derived.id().equals(rates.keys().get(rate).rateId())) {
                return derived.kind() == DerivedRate.Kind.INDEX ? sums.index : sums.adjusted;
            }
        }
        return sums.dollars;
    }

    PartialCells partial() {
        Map<CellGroup, Counts[]> cells = new HashMap<>(2 * groups.size());
        groups.forEach((group, tallies) -> cells.put(group, Tally.counts(tallies)));
        return PartialCells.of(new PartialCells.Content(practices, cells, new HashMap<>(), new TreeMap<>()));
    }
}
