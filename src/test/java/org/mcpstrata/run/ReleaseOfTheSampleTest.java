package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Progress;
import org.mcpstrata.promise.LocalRun;
import org.mcpstrata.verify.Breach;
import org.mcpstrata.verify.Finding;
import org.mcpstrata.verify.ReleaseVerifier;
import org.mcpstrata.verify.Verification;

/** The release of the sample is safe by the checker that shares no code with the gate, and that checker is not blind. */
@Tag("full")
class ReleaseOfTheSampleTest {
    @TempDir
    static Path out;

    private static RunOutcome run;
    private static ReleaseOutcome outcome;

    @BeforeAll
    static void runAndReleaseTheSample() {
        run = LocalRun.run(Path.of("sample-data", "landing"), out, Path.of("measures"));
        outcome = release("first");
    }

    private static ReleaseOutcome release(String attempt) {
        return Release.execute(
                new ReleaseOptions(
                        out.toString(),
                        Optional.empty(),
                        new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Optional.empty()),
                new Configuration(),
                attempt,
                2,
                Progress.SILENT);
    }

    private static Path folder() {
        return out.resolve("releases").resolve(outcome.releaseId());
    }

    @Test
    void nothingSmallFollowsFromTheRelease() throws IOException {
        Verification verification = ReleaseVerifier.verify(folder(), List.of(), Progress.SILENT);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.hiddenCounts()).isPositive();
    }

    @Test
    void theSameReleaseAgainIsTheOldOne() {
        ReleaseOutcome again = release("second");

        assertThat(again.isOld()).isTrue();
        assertThat(again.releaseId()).isEqualTo(outcome.releaseId());
        assertThat(again.runId()).isEqualTo(run.runId());
    }

    @Test
    void oneHiddenCountShownIsCaught(@TempDir Path copy) throws IOException, SQLException {
        Path leaking = copy(folder(), copy.resolve("leaking"));
        String key = "measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id, stratum_id";
        String restricted = out.resolve("runs").resolve(run.runId()) + "/restricted/stratified_result/*.parquet";
        Path table = leaking.resolve("tables").resolve("stratified_result").resolve("part-00000.parquet");
        Path changed = copy.resolve("changed.parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE public AS FROM read_parquet('" + table + "')");
            statement.execute("CREATE TABLE small AS SELECT " + key + ", p.numerator AS shown, r.numerator"
                    + " FROM public p JOIN read_parquet('" + restricted + "') r USING (" + key + ")"
                    + " WHERE r.method = 'DIRECT' AND list_contains(p.suppressed_fields, 'numerator')"
                    + " AND r.numerator BETWEEN 1 AND 10 ORDER BY " + key + " LIMIT 1");
            statement.execute("UPDATE public p SET numerator = s.numerator,"
                    + " suppressed_fields = list_filter(p.suppressed_fields, field -> field <> 'numerator')"
                    + " FROM (SELECT * EXCLUDE shown FROM small) s WHERE "
                    + String.join(
                            " AND ",
                            Stream.of(key.split(", "))
                                    .map(column -> "p." + column + " = s." + column)
                                    .toList()));
            statement.execute("COPY public TO '" + changed + "' (FORMAT PARQUET)");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM small")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(1);
            }
        }
        Files.move(changed, table, StandardCopyOption.REPLACE_EXISTING);

        assertThat(ReleaseVerifier.verify(leaking, List.of(), Progress.SILENT).findings())
                .extracting(Finding::breach)
                .contains(Breach.SMALL_COUNT_SHOWN);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
