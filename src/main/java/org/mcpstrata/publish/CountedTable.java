package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import org.apache.spark.api.java.JavaRDD;

/**
 * A written table and what its tasks counted on the way.
 *
 * @param sides one element a file; kept by Spark until unpersisted
 */
public record CountedTable<S>(WrittenTable table, JavaRDD<S> sides) {
    public CountedTable {
        requireNonNull(table, "table");
        requireNonNull(sides, "sides");
    }
}
