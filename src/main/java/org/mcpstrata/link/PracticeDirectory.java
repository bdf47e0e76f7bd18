package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;
import scala.Tuple2;

/**
 * One description per practice. Payers name, place and rate the same practice differently, and an entity must lie in one
 * state and one track for practices to sum to states: the newest drop's word counts, then the program's payer order.
 */
public final class PracticeDirectory implements Serializable {
    private final RowOrder order;
    private final PersonPolicy policy;

    public PracticeDirectory(Drops drops, PersonPolicy policy) {
        this.order = new RowOrder(drops);
        this.policy = requireNonNull(policy, "policy");
    }

    /** @param attribution attribution rows of all payers */
    public SortedMap<String, Practice> of(Collection<CanonicalRow> attribution) {
        SortedMap<String, CanonicalRow> best = new TreeMap<>();
        attribution.forEach(row -> best.merge(row.text("practice_id"), row, this::better));
        SortedMap<String, Practice> practices = new TreeMap<>();
        best.forEach((id, row) -> practices.put(id, describe(row)));
        return practices;
    }

    /** The same over a distributed collection; rows of other tables are ignored. */
    public SortedMap<String, Practice> of(JavaRDD<CanonicalRow> rows) {
        return of(rows.filter(row -> row.table() == Table.ATTRIBUTION)
                .mapToPair(row -> new Tuple2<>(row.text("practice_id"), row))
                .reduceByKey(this::better)
                .values()
                .collect());
    }

    private CanonicalRow better(CanonicalRow one, CanonicalRow two) {
        Comparator<CanonicalRow> best = Comparator.<CanonicalRow>comparingInt(order::rank)
                .reversed()
                .thenComparingInt(row -> policy.payerRank(row.payerId()))
                .thenComparing(Comparator.comparing((CanonicalRow row) -> row.date("start_date"))
                        .reversed())
                .thenComparing(order);
        return best.compare(one, two) <= 0 ? one : two;
    }

    static Practice describe(CanonicalRow row) {
        return new Practice(
                row.text("practice_id"),
                orEmpty(row.text("practice_name")),
                orEmpty(row.text("tin")),
                row.text("state"),
                row.integer("track"),
                row.text("participant_type"));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
