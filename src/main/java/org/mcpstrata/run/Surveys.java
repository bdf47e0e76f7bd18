package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.SurveyResponse;
import scala.Tuple2;

/**
 * The survey responses that count, before anybody asks whose they are. A response sent again replaces the older one, also
 * where the vendor has since learned whose it is: otherwise it would count twice, for its person and for nobody.
 */
final class Surveys {
    private final JavaRDD<CanonicalRow> newest;
    private final long delivered;

    /**
     * @param rows all survey rows
     * @param delivered how many there are
     */
    Surveys(JavaRDD<CanonicalRow> rows, long delivered, Drops drops) {
        RowOrder order = new RowOrder(requireNonNull(drops, "drops"));
        this.delivered = delivered;
        this.newest = delivered == 0
                ? rows
                : rows.mapToPair(row -> new Tuple2<>(new Tuple2<>(row.payerId(), row.text("response_id")), row))
                        .reduceByKey((one, two) -> newer(order, one, two))
                        .values()
                        .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** The newest drop's word counts; inside one drop the line that comes first. */
    private static CanonicalRow newer(RowOrder order, CanonicalRow one, CanonicalRow two) {
        int byDrop = Integer.compare(order.rank(one), order.rank(two));
        if (byDrop != 0) {
            return byDrop > 0 ? one : two;
        }
        return order.compare(one, two) <= 0 ? one : two;
    }

    /** Responses of named members, known elsewhere or not. */
    JavaRDD<CanonicalRow> ofMembers() {
        return newest.filter(row -> !SurveyResponse.isAnonymous(row));
    }

    /** Responses that name nobody. */
    JavaRDD<CanonicalRow> anonymous() {
        return newest.filter(SurveyResponse::isAnonymous);
    }

    /** Rows as they were delivered. */
    long delivered() {
        return delivered;
    }

    /** Responses that count. */
    long kept() {
        return delivered == 0 ? 0 : newest.count();
    }
}
