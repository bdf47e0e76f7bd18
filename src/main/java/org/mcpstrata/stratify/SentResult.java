package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;

/** A stratified result as tasks are sent it: with cells as they were counted, which each process rolls up once. */
public final class SentResult implements Serializable {
    private final ResultContext context;
    private final Stratifiers stratifiers;
    private final List<MeasureInfo> measures;
    private final CountedCells now;
    private final CountedCells before;
    private transient StratifiedResult result;

    /** @param before null where no measure compares with the year before */
    SentResult(
            ResultContext context,
            Stratifiers stratifiers,
            List<MeasureInfo> measures,
            CountedCells now,
            CountedCells before) {
        this.context = requireNonNull(context, "context");
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.measures = new ArrayList<>(measures);
        this.now = requireNonNull(now, "now");
        this.before = before;
    }

    /** Sends a result to all processes that run tasks. */
    public static Broadcast<SentResult> send(JavaSparkContext spark, StratifiedResult result) {
        Broadcast<SentResult> sent = spark.broadcast(result.toSend());
        // Only now: Spark measures what it keeps object by object, and there are millions in cells that were rolled up.
        sent.value().keep(result);
        return sent;
    }

    private synchronized void keep(StratifiedResult made) {
        result = made;
    }

    private synchronized StratifiedResult result() {
        if (result == null) {
            result = new StratifiedResult(
                    context,
                    stratifiers,
                    measures,
                    now.rolledUp(),
                    Optional.ofNullable(before).map(CountedCells::rolledUp));
        }
        return result;
    }

    /** The values of one entity and payer scope. */
    public ScopeValues values(ResultScope scope) {
        return result().values(scope);
    }

    /** The rows of one slice of the result, in order. */
    public Iterator<TableRow> rows(ResultSlice slice) {
        return result().rows(slice).iterator();
    }
}
