package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mcpstrata.model.RiskCell;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.RiskModel.Factor;

/**
 * How many events one month of exposure is expected to bring, by risk cell.
 *
 * <p>A cell of too few people gives up its line of business and is counted together with the other small cells of its
 * age and sex; what is still too small then gives up sex, then age. What is left over joins the smallest large group of
 * its age, else of any age. Everybody is in one group, so that the program as a whole expects what it observed.
 *
 * <p>Rates are rounded to {@value #DECIMALS} decimals and months are whole, so expected events are exact products: they
 * add up over strata, practices and states to the last digit, and anyone can work them out again.
 */
final class ExpectedRates {
    /** Decimals of a rate and of the table's amounts. */
    static final int DECIMALS = 6;

    private final RiskModel model;
    private final SortedMap<RiskCell, ReferenceSums> reference = new TreeMap<>();
    private final SortedMap<RiskCell, Rate> own = new TreeMap<>();
    private final BigDecimal[] perMonth;

    /**
     * The rate of a cell and the people it was learned from.
     *
     * @param group what is common to those people
     * @param learned sums of those people; empty where the rate was supplied
     */
    record Rate(BigDecimal perMonth, RiskCell group, Optional<ReferenceSums> learned) {}

    private record Pool(RiskCell group, List<RiskCell> cells, ReferenceSums sums) {
        Pool plus(Pool other) {
            List<RiskCell> both = new ArrayList<>(cells);
            both.addAll(other.cells);
            return new Pool(group, both, sums.plus(other.sums));
        }

        Pool without(Factor factor) {
            return new Pool(group.without(factor), cells, sums);
        }
    }

    /** @param counted the program's sums by number of the model's cell */
    ExpectedRates(RiskModel model, Map<Integer, ReferenceSums> counted) {
        this.model = requireNonNull(model, "model");
        counted.forEach((number, sums) -> reference.put(model.cell(number), sums));
        if (model.supplied().isEmpty()) {
            learn();
        }
        this.perMonth = IntStream.range(0, model.numbers())
                .mapToObj(number -> rate(model.cell(number)).perMonth())
                .toArray(BigDecimal[]::new);
    }

    private void learn() {
        List<Pool> pending = new ArrayList<>();
        List<Pool> settled = new ArrayList<>();
        reference.forEach((cell, sums) -> pending.add(new Pool(cell, List.of(cell), sums)));
        settle(pending, settled);
        for (Factor factor : model.by()) {
            SortedMap<RiskCell, Pool> larger = new TreeMap<>();
            for (Pool pool : pending) {
                Pool joined = pool.without(factor);
                larger.merge(joined.group(), joined, Pool::plus);
            }
            pending.clear();
            pending.addAll(larger.values());
            settle(pending, settled);
        }
        pending.stream().flatMap(pool -> pool.cells().stream()).forEach(cell -> join(cell, settled));
        for (Pool pool : settled) {
            Rate rate = learned(pool.group(), pool.sums());
            pool.cells().forEach(cell -> own.put(cell, rate));
        }
    }

    /** Moves the pools that are large enough. */
    private void settle(List<Pool> pending, List<Pool> settled) {
        for (Pool pool : List.copyOf(pending)) {
            if (isEnough(pool.sums())) {
                settled.add(pool);
                pending.remove(pool);
            }
        }
    }

    /** What is left over joins the smallest large group of its age, else of any age; alone it stays by itself. */
    private void join(RiskCell cell, List<Pool> settled) {
        Pool left = new Pool(cell, List.of(cell), reference.get(cell));
        Comparator<Pool> best = Comparator.comparing(
                        (Pool pool) -> !pool.group().ageBand().equals(cell.ageBand()))
                .thenComparing(pool -> pool.sums().people())
                .thenComparing(Pool::group);
        Optional<Pool> found = settled.stream().min(best);
        found.ifPresent(pool -> settled.set(settled.indexOf(pool), pool.plus(left)));
    }

    private boolean isEnough(ReferenceSums sums) {
        return sums.people() >= model.fewest() && sums.exposure().signum() > 0;
    }

    private static Rate learned(RiskCell group, ReferenceSums sums) {
        BigDecimal perMonth = sums.exposure().signum() == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : sums.observation().divide(sums.exposure(), DECIMALS, RoundingMode.HALF_UP);
        return new Rate(perMonth, group, Optional.of(sums));
    }

    /** The rate of a cell; one that nobody of the program is in takes that of the people around it. */
    Rate rate(RiskCell cell) {
        Optional<BigDecimal> supplied = model.suppliedRate(cell);
        if (supplied.isPresent()) {
            return new Rate(supplied.get().setScale(DECIMALS, RoundingMode.HALF_UP), cell, Optional.empty());
        }
        Rate known = own.get(cell);
        return known == null ? around(cell) : known;
    }

    private Rate around(RiskCell cell) {
        RiskCell group = cell;
        ReferenceSums sums = ReferenceSums.NONE;
        for (Factor factor : model.by()) {
            group = group.without(factor);
            sums = sumsOf(group);
            if (isEnough(sums)) {
                break;
            }
        }
        return learned(group, sums);
    }

    private ReferenceSums sumsOf(RiskCell group) {
        ReferenceSums sums = ReferenceSums.NONE;
        for (Map.Entry<RiskCell, ReferenceSums> entry : reference.entrySet()) {
            RiskCell cell = entry.getKey();
            for (Factor factor : model.by()) {
                boolean givenUp = group.without(factor).equals(group);
                cell = givenUp ? cell.without(factor) : cell;
            }
            sums = cell.equals(group) ? sums.plus(entry.getValue()) : sums;
        }
        return sums;
    }

    /** Expected events of these months, exactly. */
    BigDecimal expected(RiskMonths months) {
        BigDecimal sum = BigDecimal.ZERO.setScale(DECIMALS);
        for (int i = 0; i < months.size(); i++) {
            sum = sum.add(perMonth[months.cell(i)].multiply(BigDecimal.valueOf(months.months(i))));
        }
        return sum;
    }

    /** The program's cells in order, with what was counted in them. */
    SortedMap<RiskCell, ReferenceSums> reference() {
        return Collections.unmodifiableSortedMap(reference);
    }

    RiskModel model() {
        return model;
    }
}
