package org.mcpstrata.run;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** The settings that results rest on: set at the start, asserted before anything is read. */
public final class SparkSettings {
    private static final Map<String, String> FIXED = new TreeMap<>(Map.of(
            "spark.sql.ansi.enabled", "true",
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.legacy.timeParserPolicy", "CORRECTED",
            "spark.sql.files.ignoreCorruptFiles", "false",
            "spark.sql.files.ignoreMissingFiles", "false",
            "spark.sql.parquet.mergeSchema", "false",
            "spark.sql.caseSensitive", "true",
            // The UI and event texts show row values; a batch run has no use for them.
            "spark.ui.enabled", "false"));

    private SparkSettings() {}

    /** Starts or joins the Spark session of this run. The master comes from the launcher; without one all cores here. */
    public static SparkSession start() {
        SparkConf conf = new SparkConf().setAppName("mcp-strata").setIfMissing("spark.master", "local[*]");
        FIXED.forEach(conf::set);
        SparkSession session = SparkSession.builder().config(conf).getOrCreate();
        check(session);
        return session;
    }

    /** Refuses a session in which any of the settings is different. */
    static void check(SparkSession session) {
        Problems problems = new Problems();
        for (Map.Entry<String, String> setting : FIXED.entrySet()) {
            if (!setting.getValue().equals(session.conf().get(setting.getKey(), ""))) {
                problems.add(
                        ProblemCode.UNSAFE_SETTING,
                        Place.of(setting.getKey()),
                        "It must be " + setting.getValue() + ".");
            }
        }
        problems.throwIfAny();
    }
}
