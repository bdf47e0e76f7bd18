package org.mcpstrata.run;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * The one setting that a run rests on: set at the start, asserted before anything is read. No result depends on a setting of
 * Spark SQL: rows are read, counted and written by code of this project, and to start a session would only take time.
 */
public final class SparkSettings {
    /** The UI shows texts of events; a batch run has no use for it. */
    private static final String UI = "spark.ui.enabled";

    private static final String OFF = "false";

    private SparkSettings() {}

    /** Starts or joins the Spark context of this run. The master comes from the launcher; without one all cores here. */
    public static JavaSparkContext start() {
        SparkConf conf = new SparkConf()
                .setAppName("mcp-strata")
                .setIfMissing("spark.master", "local[*]")
                .set(UI, OFF);
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
        check(spark.getConf());
        return spark;
    }

    /** Refuses a context in which the setting is different. */
    static void check(SparkConf conf) {
        if (!conf.get(UI, "").equals(OFF)) {
            throw new ProblemException(ProblemCode.UNSAFE_SETTING, Place.of(UI), "It must be " + OFF + ".");
        }
    }
}
