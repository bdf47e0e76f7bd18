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
        this.cells = new CellTallies(strata, rates.size());
    }

    void add(CostBook book) {
        book.practices().forEach(practices::putIfAbsent);
        book.forEach(person -> person.payers().forEach(cost -> add(cost, person.strata())));
    }

    private void add(PersonCost cost, SortedMap<String, List<String>> ids) {
        PayerScale scale = scales.get(cost.payer());
        List<PersonCost.Month> priced = cost.priced();
        if (scale == null || priced.isEmpty()) {
            return;
        }
        SortedMap<String, SortedMap<String, Sums>> byPractice = new TreeMap<>();
        BigDecimal risk = scale.risk(cost);
        for (PersonCost.Month month : priced) {
            BigDecimal adjusted = scale.winsorised(risk, month);
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
        List<CountedRate> counted = countedByMeasure.computeIfAbsent(cost.measureId(), this::counted);
        byPractice.forEach((practice, scopes) -> {
            int[] numbers = numbers(ids.get(practice));
            scopes.forEach((scope, sums) -> {
                CellTallies.OfScope ofPractice = cells.of(practice, scope);
                List<Amounts> amounts = counted.stream()
                        .map(rate -> Amounts.of(rate.of(sums), BigDecimal.valueOf(sums.months)))
                        .toList();
                for (int stratum : numbers) {
                    add(ofPractice.at(stratum), counted, amounts);
                }
            });
        });
    }

    /** @param ids stratifier and stratum, alternately */
    private int[] numbers(List<String> ids) {
        int[] numbers = new int[ids.size() / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = strata.numberOf(ids.get(2 * i), ids.get(2 * i + 1));
        }
        return numbers;
    }

    private static void add(Tally[] tallies, List<CountedRate> counted, List<Amounts> amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            Tally.at(tallies, counted.get(i).position()).add(amounts.get(i));
        }
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
        return PartialCells.of(new PartialCells.Content(practices, cells.counts(), new HashMap<>(), new TreeMap<>()));
    }
}
