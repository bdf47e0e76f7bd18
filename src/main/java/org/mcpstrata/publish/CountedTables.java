package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Tables written together and what their tasks counted on the way.
 *
 * @param tables in the order they were asked for
 * @param sides one element a file; kept by Spark until unpersisted
 */
public record CountedTables<S>(List<WrittenTable> tables, JavaRDD<S> sides) {
    public CountedTables {
        tables = List.copyOf(tables);
        requireNonNull(sides, "sides");
    }
}
