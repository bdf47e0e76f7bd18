package org.mcpstrata.promise;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;
import org.mcpstrata.time.MeasurementPeriod;

/** Runs of the whole line in this process, each in a Spark session of its own, and small landings to run on. */
public final class LocalRun {
    private static final long SEED = 20_250_101;

    private LocalRun() {}

    /** Writes five drops of an invented population into a new landing folder. */
    static Path generate(int people, Path landing) {
        Generator.generate(GeneratorOptions.of(people, SEED), landing, done -> {});
        return landing;
    }

    /** Runs 2025 on two cores. */
    public static RunOutcome run(Path landing, Path out) {
        return run(landing, out, Path.of("measures"));
    }

    /** Runs 2025 on two cores with the definitions of that folder. */
    public static RunOutcome run(Path landing, Path out, Path measures) {
        return run(
                options(landing.toString(), out.toString(), measures),
                Clock.systemUTC(),
                Map.of("spark.master", "local[2]"));
    }

    /** Runs 2025 on two cores by another program file. */
    static RunOutcome runProgram(Path landing, Path out, Path program) {
        RunOptions options = of(landing.toString(), out.toString(), Path.of("measures"))
                .program(Optional.of(program))
                .build();
        return run(options, Clock.systemUTC(), Map.of("spark.master", "local[2]"));
    }

    /** Runs 2025 on two cores with profiles of payers. */
    static RunOutcome runWithProfiles(Path landing, Path out, Path profiles) {
        RunOptions options = of(landing.toString(), out.toString(), Path.of("measures"))
                .payerProfiles(Optional.of(profiles))
                .build();
        return run(options, Clock.systemUTC(), Map.of("spark.master", "local[2]"));
    }

    /**
     * Runs 2025 in a session with the given Spark settings.
     *
     * @param landing folder or Hadoop path
     * @param out folder or Hadoop path
     */
    static RunOutcome run(String landing, String out, Clock clock, Map<String, String> settings) {
        return run(options(landing, out, Path.of("measures")), clock, settings);
    }

    private static RunOutcome run(RunOptions options, Clock clock, Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            SparkSession session = QuerySession.start();
            try {
                return QualityRun.execute(options, QuerySession.context(session), clock, Progress.SILENT);
            } finally {
                session.stop();
            }
        } finally {
            new TreeMap<>(settings).keySet().forEach(System::clearProperty);
        }
    }

    private static RunOptions options(String landing, String out, Path measures) {
        return of(landing, out, measures).build();
    }

    private static RunOptions.Builder of(String landing, String out, Path measures) {
        return RunOptions.of(landing, out, new MeasurementPeriod(2025), measures);
    }
}
