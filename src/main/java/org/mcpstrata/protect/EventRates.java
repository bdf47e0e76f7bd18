package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * Rates that count events of the same people. Whom one of them leaves out has many events, and the measure file says how many
 * at least, so that both together bound how many people these are: one of them is published, the last of its measure, which
 * leaves out most (decision 105).
 *
 * @param order rates that count events by verdicts of their own, and where each is in its measure
 */
record EventRates(SortedMap<RateName, Integer> order) {
    EventRates {
        order = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(order, "order")));
    }

    /** @param measures rows of the restricted {@code dim_measure} */
    static EventRates of(Iterable<TableRow> measures) {
        SortedMap<RateName, Integer> order = new TreeMap<>();
        for (TableRow row : measures) {
            if (row.text("scoring").equals("RATE") && row.text("verdicts_of").equals(row.text("rate_id"))) {
                order.put(new RateName(row.text("measure_id"), row.text("rate_id")), (Integer) row.value("rate_order"));
            }
        }
        return new EventRates(order);
    }

    /** The rates that are not published. */
    SortedSet<RateName> left(Collection<CountedRow> rows) {
        SortedSet<RateName> left = new TreeSet<>();
        SortedMap<RateName, RateName> populations = RateLinks.of(rows.stream()
                        .filter(row -> order.containsKey(row.rate()))
                        .toList())
                .populations();
        populations.forEach((one, population) -> populations.forEach((other, same) -> {
            if (one.measureId().equals(other.measureId())
                    && population.equals(same)
                    && order.get(one) < order.get(other)) {
                left.add(one);
            }
        }));
        return left;
    }
}
