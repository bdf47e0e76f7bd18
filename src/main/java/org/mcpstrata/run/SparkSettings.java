package org.mcpstrata.run;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * The settings that a run rests on: set at the start, asserted before anything is read. No result depends on a setting of
 * Spark SQL: rows are read, counted and written by code of this project, and to start a session would only take time.
 */
public final class SparkSettings {
    private static final Map<String, String> FIXED = new TreeMap<>(Map.of(
            // The UI shows texts of events; a batch run has no use for it.
            "spark.ui.enabled", "false"));

    private SparkSettings() {}

    /** Starts or joins the Spark context of this run. The master comes from the launcher; without one all cores here. */
    public static JavaSparkContext start() {
        SparkConf conf = new SparkConf().setAppName("mcp-strata").setIfMissing("spark.master", "local[*]");
        FIXED.forEach(conf::set);
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
        check(spark.getConf());
        return spark;
    }

    /** Refuses a context in which any of the settings is different. */
    static void check(SparkConf conf) {
        Problems problems = new Problems();
        for (Map.Entry<String, String> setting : FIXED.entrySet()) {
            if (!setting.getValue().equals(conf.get(setting.getKey(), ""))) {
                problems.add(
                        ProblemCode.UNSAFE_SETTING,
                        Place.of(setting.getKey()),
                        "It must be " + setting.getValue() + ".");
            }
        }
        problems.throwIfAny();
    }
}
