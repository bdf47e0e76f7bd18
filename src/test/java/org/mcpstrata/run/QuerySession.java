package org.mcpstrata.run;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A Spark session around the context of runs, for tests that query what was published. */
public final class QuerySession {
    private QuerySession() {}

    public static SparkSession start() {
        SparkSettings.start();
        return SparkSession.builder().getOrCreate();
    }

    /** The context that runs take. */
    public static JavaSparkContext context(SparkSession session) {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }
}
