package org.mcpstrata.second;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.mcpstrata.promise.LocalRun;

/** One published run beside the second implementation of it, right or with a fault in it. */
final class ComparedRun implements AutoCloseable {
    static final int YEAR = 2025;

    private final Path out;
    private final SecondImplementation second;

    private ComparedRun(Path out, SecondImplementation second) {
        this.out = out;
        this.second = second;
    }

    /** Runs the pipeline over a landing folder with the definitions of {@code measures/}. */
    static ComparedRun of(Path landing, Path out) throws SQLException, IOException {
        return of(landing, out, Path.of("measures"));
    }

    /** Runs the pipeline over a landing folder with the definitions of another folder. */
    static ComparedRun of(Path landing, Path out, Path measures) throws SQLException, IOException {
        LocalRun.run(landing, out, measures);
        return ofPublished(out);
    }

    /** Takes the newest run below a folder. */
    static ComparedRun ofPublished(Path out) throws SQLException, IOException {
        return new ComparedRun(out, SecondImplementation.of(out, YEAR, Optional.empty()));
    }

    /** Where the two differ about a measure. */
    List<Disagreement> disagreements(String measure) throws SQLException, IOException {
        second.compute(measure, Optional.empty());
        return second.disagreements(measure);
    }

    /** Where they differ about the measure of a fault once the second implementation has it. */
    List<Disagreement> disagreements(SeededFault fault) throws SQLException, IOException {
        if (SecondImplementation.isShared(fault)) {
            try (SecondImplementation wrong = SecondImplementation.of(out, YEAR, Optional.of(fault))) {
                wrong.compute(fault.measure(), Optional.of(fault));
                return wrong.disagreements(fault.measure());
            }
        }
        second.compute(fault.measure(), Optional.of(fault));
        return second.disagreements(fault.measure());
    }

    /** What the second implementation counts, for every measure and rate. */
    List<Totals> totals() throws SQLException, IOException {
        for (String measure : SecondImplementation.MEASURES) {
            second.compute(measure, Optional.empty());
        }
        return second.totals();
    }

    /** How many people came into each population of CMS2 by which way. */
    SortedMap<String, Long> waysOfDepressionScreening() throws SQLException, IOException {
        second.compute("CMS2", Optional.empty());
        return second.ways();
    }

    @Override
    public void close() throws SQLException {
        second.close();
    }
}
