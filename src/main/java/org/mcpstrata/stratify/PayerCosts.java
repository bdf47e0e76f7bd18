package org.mcpstrata.stratify;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one payer's beneficiary months come to before any adjustment. Sums of parts add up; not for sharing while adding. */
final class PayerCosts implements Serializable {
    private long pricedMonths;
    private long unpricedMonths;
    private long unpricedLines;
    private long scoredMonths;
    private BigDecimal scores = BigDecimal.ZERO;
    private BigDecimal dollars = BigDecimal.ZERO;
    private final SortedMap<Integer, Cell> cells = new TreeMap<>();

    /** One risk cell of the payer: everybody in it, and the months of those without a score. */
    private static final class Cell implements Serializable {
        private long people;
        private long months;
        private long unscoredMonths;
        private BigDecimal dollars = BigDecimal.ZERO;

        void add(Cell other) {
            people += other.people;
            months += other.months;
            unscoredMonths += other.unscoredMonths;
            dollars = dollars.add(other.dollars);
        }
    }

    void add(PersonCost cost) {
        long priced = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (PersonCost.Month month : cost.months()) {
            unpricedLines += month.unpricedLines();
            if (month.dollars() == null) {
                unpricedMonths++;
            } else {
                priced++;
                sum = sum.add(month.dollars());
            }
        }
        if (priced == 0) {
            return;
        }
        Cell cell = cells.computeIfAbsent(cost.riskCell(), absent -> new Cell());
        cell.people++;
        cell.months += priced;
        cell.dollars = cell.dollars.add(sum);
        pricedMonths += priced;
        dollars = dollars.add(sum);
        if (cost.score() == null) {
            cell.unscoredMonths += priced;
        } else {
            scoredMonths += priced;
            scores = scores.add(cost.score().multiply(BigDecimal.valueOf(priced)));
        }
    }

    void add(PayerCosts other) {
        pricedMonths += other.pricedMonths;
        unpricedMonths += other.unpricedMonths;
        unpricedLines += other.unpricedLines;
        scoredMonths += other.scoredMonths;
        scores = scores.add(other.scores);
        dollars = dollars.add(other.dollars);
        other.cells.forEach((number, cell) ->
                cells.computeIfAbsent(number, absent -> new Cell()).add(cell));
    }

    /** Where a payer allowed nothing all year its prices are missing, and a cost of nothing would be invented. */
    boolean hasPrices() {
        return pricedMonths > 0 && dollars.signum() > 0;
    }

    long pricedMonths() {
        return pricedMonths;
    }

    long unpricedMonths() {
        return unpricedMonths;
    }

    long unpricedLines() {
        return unpricedLines;
    }

    long scoredMonths() {
        return scoredMonths;
    }

    /** Risk scores, each as often as there are months of the person. */
    BigDecimal scores() {
        return scores;
    }

    BigDecimal dollars() {
        return dollars;
    }

    /** People, dollars and priced months by risk cell. */
    SortedMap<Integer, ReferenceSums> reference() {
        SortedMap<Integer, ReferenceSums> reference = new TreeMap<>();
        cells.forEach((number, cell) ->
                reference.put(number, new ReferenceSums(cell.people, cell.dollars, BigDecimal.valueOf(cell.months))));
        return reference;
    }

    /** Months of people without a score, by risk cell. */
    SortedMap<Integer, Long> unscored() {
        SortedMap<Integer, Long> unscored = new TreeMap<>();
        cells.forEach((number, cell) -> unscored.put(number, cell.unscoredMonths));
        return unscored;
    }
}
