package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
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

    /** @param rows of all payers; see {@link #of(JavaRDD)} */
    public SortedMap<String, Practice> of(Collection<CanonicalRow> rows) {
        Gathering gathering = gathering();
        rows.forEach(gathering::add);
        return gathering.practices();
    }

    /** Takes one row after the other. */
    public Gathering gathering() {
        return new Gathering();
    }

    /** The same row by row, for who reads rows without holding all of them. */
    public final class Gathering {
        private final SortedMap<String, CanonicalRow> attributed = new TreeMap<>();
        private final SortedMap<String, CanonicalRow> providers = new TreeMap<>();
        private final Set<String> named = new HashSet<>();

        private Gathering() {}

        public void add(CanonicalRow row) {
            if (row.table() == Table.ATTRIBUTION) {
                attributed.merge(row.text("practice_id"), row, PracticeDirectory.this::better);
            } else if (row.table() == Table.PROVIDER) {
                providers.merge(row.memberId(), row, PracticeDirectory.this::newer);
            } else if ((row.table() == Table.PATIENT || row.table() == Table.SURVEY)
                    && row.text("practice_id") != null) {
                named.add(row.text("practice_id"));
            }
        }

        /** What the rows so far describe. */
        public SortedMap<String, Practice> practices() {
            SortedMap<String, Practice> practices = new TreeMap<>();
            providers.forEach((id, row) -> {
                if (named.contains(id)) {
                    practices.put(id, describeProvider(row));
                }
            });
            attributed.forEach((id, row) -> practices.put(id, describe(row)));
            return practices;
        }
    }

    /**
     * The same over a distributed collection. A practice that only patient records or survey responses name is described
     * by its own provider record, where there is one.
     *
     * @param rows attribution, patient, survey and provider rows; rows of other tables are ignored
     */
    public SortedMap<String, Practice> of(JavaRDD<CanonicalRow> rows) {
        SortedMap<String, Practice> practices = of(rows.filter(row -> row.table() == Table.ATTRIBUTION)
                .mapToPair(row -> new Tuple2<>(row.text("practice_id"), row))
                .reduceByKey(this::better)
                .values()
                .collect());
        Set<String> named =
                new HashSet<>(rows.filter(row -> row.table() == Table.PATIENT || row.table() == Table.SURVEY)
                        .map(row -> row.text("practice_id"))
                        .filter(id -> id != null)
                        .distinct()
                        .collect());
        named.removeAll(practices.keySet());
        rows.filter(row -> row.table() == Table.PROVIDER && named.contains(row.memberId()))
                .mapToPair(row -> new Tuple2<>(row.memberId(), row))
                .reduceByKey(this::newer)
                .collect()
                .forEach(row -> practices.put(row._1(), describeProvider(row._2())));
        return practices;
    }

    private CanonicalRow newer(CanonicalRow one, CanonicalRow two) {
        return order.compare(one, two) >= 0 ? one : two;
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

    private static Practice describeProvider(CanonicalRow row) {
        String state = row.text("address_state");
        return new Practice(
                row.memberId(),
                orEmpty(row.text("provider_name")),
                orEmpty(row.text("tin")),
                state == null ? Practice.UNKNOWN_STATE : state,
                0,
                "NONE");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
