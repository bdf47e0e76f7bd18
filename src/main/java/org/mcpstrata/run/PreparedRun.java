package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.ProblemException;

/** A run whose definitions are being read, which takes as long as Spark takes to start: neither waits for the other. */
public final class PreparedRun {
    private final RunOptions options;
    private final Beside<Definitions> definitions;

    private PreparedRun(RunOptions options, Beside<Definitions> definitions) {
        this.options = requireNonNull(options, "options");
        this.definitions = requireNonNull(definitions, "definitions");
    }

    /** Starts reading the definitions; what is wrong with them is told when the run is executed. */
    public static PreparedRun of(RunOptions options) {
        return new PreparedRun(options, Beside.start("read definitions", () -> Definitions.load(options)));
    }

    /**
     * Runs everything in the given session.
     *
     * @param clock names the attempt and times the stages; results do not depend on it
     * @throws ProblemException when nothing was published, with every reason
     */
    public RunOutcome execute(JavaSparkContext spark, Clock clock, Progress progress) {
        return QualityRun.execute(options, definitions.result(), spark, clock, progress);
    }
}
