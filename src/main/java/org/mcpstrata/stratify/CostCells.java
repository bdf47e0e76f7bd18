package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.Practice;

/**
 * Counts beneficiary months into the cells of the practices they are attributed to, for the rate as it is priced and for
 * the adjusted rates made of it. Only amounts are counted here; people are counted with their verdicts.
 */
final class CostCells {
    private final CountedRates rates;
    private final Map<PayerKey, PayerScale> scales;
    private final NumberedStrata strata = new NumberedStrata();
    private final CellTallies cells;
    private final MovedPeople moved;
    private final SortedMap<String, Practice> practices = new TreeMap<>();
    private final Map<String, List<CountedRate>> countedByMeasure = new HashMap<>();

    /**
     * A rate that amounts are counted for.
     *
     * @param kind empty for dollars as they are priced
     */
    private record CountedRate(int position, Optional<DerivedRate.Kind> kind) {
        BigDecimal of(Sums sums) {
            return kind.isEmpty() ? sums.dollars : kind.get() == DerivedRate.Kind.INDEX ? sums.index : sums.adjusted;
        }
    }

    /** Months of one person, practice and scope: dollars as priced, as adjusted, and as an index. */
    private static final class Sums {
        private BigDecimal dollars = BigDecimal.ZERO;
        private BigDecimal adjusted = BigDecimal.ZERO;
        private BigDecimal index = BigDecimal.ZERO;
        private long months;

        void add(PersonCost.Month month, BigDecimal adjustedDollars, BigDecimal asIndex) {
            dollars = dollars.add(month.dollars());
            adjusted = adjusted.add(adjustedDollars);
            index = index.add(asIndex);
            months++;
        }

        SortedMap<Integer, Amounts> amounts(List<CountedRate> counted) {
            SortedMap<Integer, Amounts> amounts = new TreeMap<>();
            counted.forEach(
                    rate -> amounts.put(rate.position(), Amounts.of(rate.of(this), BigDecimal.valueOf(months))));
            return amounts;
        }
    }

    CostCells(Stratifiers stratifiers, CountedRates rates, Map<PayerKey, PayerScale> scales) {
        this.rates = requireNonNull(rates, "rates");
        this.scales = requireNonNull(scales, "scales");
        this.cells = new CellTallies(strata, rates.size());
        this.moved = new MovedPeople(stratifiers, strata, rates.size());
    }

    void add(CostBook book) {
        book.practices().forEach(practices::putIfAbsent);
        book.forEach(this::add);
    }

    /** What was spent for one person is one observation of a cell, however many payers it has. */
    private void add(PersonCosts person) {
        SortedMap<String, SortedMap<String, Sums>> byScope = new TreeMap<>();
        person.payers().forEach(cost -> add(cost, byScope));
        List<CountedRate> counted = countedByMeasure.computeIfAbsent(person.measureId(), this::counted);
        Map<String, List<Integer>> numbers = new HashMap<>();
        byScope.forEach((scope, byPractice) -> {
            List<PracticePart> parts = new ArrayList<>();
            byPractice.forEach((practice, sums) -> parts.add(new PracticePart(
                    practices.get(practice),
                    numbers.computeIfAbsent(
                            practice, id -> numbers(person.strata().get(id))),
                    sums.amounts(counted))));
            for (PracticePart part : parts) {
                CellTallies.OfScope ofPractice = cells.of(part.practice().id(), scope);
                part.strata().forEach(stratum -> part.count(ofPractice.at(stratum)));
            }
            if (parts.size() > 1) {
                moved.add(scope, parts);
            }
        });
    }

    private void add(PersonCost cost, SortedMap<String, SortedMap<String, Sums>> byScope) {
        PayerScale scale = scales.get(cost.payer());
        List<PersonCost.Month> priced = cost.priced();
        if (scale == null || priced.isEmpty()) {
            return;
        }
        BigDecimal risk = scale.risk(cost);
        for (PersonCost.Month month : priced) {
            BigDecimal adjusted = scale.winsorised(risk, month);
            BigDecimal index = scale.index(adjusted);
            for (String scope : List.of(CellCounter.ALL, month.scope(), "payer:" + cost.payerId())) {
                byScope.computeIfAbsent(scope, absent -> new TreeMap<>())
                        .computeIfAbsent(month.practiceId(), absent -> new Sums())
                        .add(month, adjusted, index);
            }
        }
    }

    /** @param ids stratifier and stratum, alternately */
    private List<Integer> numbers(List<String> ids) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += 2) {
            numbers.add(strata.numberOf(ids.get(i), ids.get(i + 1)));
        }
        return numbers;
    }

    private List<CountedRate> counted(String measureId) {
        List<CountedRate> counted = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            if (rates.measure(i).measureId().equals(measureId)) {
                counted.add(new CountedRate(i, kind(i)));
            }
        }
        return counted;
    }

    private Optional<DerivedRate.Kind> kind(int rate) {
        return rates.measure(rate).derived().stream()
                .filter(derived -> derived.id().equals(rates.keys().get(rate).rateId()))
                .map(DerivedRate::kind)
                .findFirst();
    }

    PartialCells partial() {
        return PartialCells.of(new PartialCells.Content(practices, cells.counts(), moved.counts(), new TreeMap<>()));
    }
}
