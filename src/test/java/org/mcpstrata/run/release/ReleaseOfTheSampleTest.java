package org.mcpstrata.run.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.ArrayList;
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
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.promise.LocalRun;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.RunOutcome;
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
        return release(attempt, Optional.empty(), Progress.SILENT);
    }

    private static ReleaseOutcome release(String attempt, Optional<Path> policy, Progress progress) {
        return release(out, attempt, policy, progress);
    }

    private static ReleaseOutcome release(Path from, String attempt, Optional<Path> policy, Progress progress) {
        return Release.execute(
                new ReleaseOptions(
                        from.toString(),
                        Optional.empty(),
                        new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                        policy,
                        Optional.empty()),
                new Configuration(),
                attempt,
                2,
                progress);
    }

    /** The shipped policy, merging more or less. */
    private static Path policy(Path folder, int mergeAbove) throws IOException {
        String shipped = Files.readString(Path.of("measures", "protection.yaml"));
        assertThat(shipped).contains("merge above: 25");
        return Files.writeString(
                folder.resolve("policy-" + mergeAbove + ".yaml"),
                shipped.replace("merge above: 25", "merge above: " + mergeAbove));
    }

    private static List<String> released() throws IOException {
        try (Stream<Path> folders = Files.list(out.resolve("releases"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{20}"))
                    .sorted()
                    .toList();
        }
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
    void nothingIsReleasedWhileAnEarlierReleaseIsGoneOrChanged(@TempDir Path work) throws IOException {
        Path other = policy(work, 24);
        Path away = Files.move(folder(), work.resolve("away"));
        try {
            assertThat(catchThrowableOfType(
                                    ProblemException.class, () -> release("gone", Optional.of(other), Progress.SILENT))
                            .problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.DISCLOSURE_RISK);
        } finally {
            Files.move(away, folder());
        }
        Path record = folder().resolve("release.json");
        byte[] written = Files.readAllBytes(record);
        try {
            Files.writeString(record, "{}");
            assertThat(catchThrowableOfType(
                                    ProblemException.class,
                                    () -> release("changed", Optional.of(other), Progress.SILENT))
                            .problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.DISCLOSURE_RISK);
        } finally {
            Files.write(record, written);
        }
        assertThat(released()).contains(outcome.releaseId());
    }

    /** Whatever changed it, a release of it would say of the run what the run never said. */
    @Test
    void nothingIsReleasedOfARunThatIsNotWhatWasCommitted(@TempDir Path work) throws IOException {
        Path other = policy(work, 20);
        Path copied = copy(out, work.resolve("copied"));
        Path table = copied.resolve("runs").resolve(run.runId()).resolve("restricted/stratified_result");
        try (Stream<Path> parts = Files.list(table)) {
            Path part = parts.sorted().findFirst().orElseThrow();
            Files.copy(part, part.resolveSibling("part-99999.parquet"));
        }

        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> release(copied, "exchanged", Optional.of(other), Progress.SILENT))
                        .problems())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(tuple(ProblemCode.RUN_FOLDER_DIFFERS, "runs/" + run.runId()));
    }

    @Test
    void nothingIsReleasedOfPeopleWhomAnotherProgramReleased(@TempDir Path work) throws IOException {
        Path copied = copy(out, work.resolve("copied"));
        try (Stream<Path> ledgers = Files.list(copied.resolve("state").resolve("release-ledger"))) {
            for (Path ledger : ledgers.toList()) {
                String entries = Files.readString(ledger);
                assertThat(entries).contains("mcp-2025");
                Files.writeString(ledger, entries.replace("mcp-2025", "another-program"));
            }
        }
        Path other = policy(work, 21);

        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> release(copied, "another", Optional.of(other), Progress.SILENT))
                        .problems())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(tuple(ProblemCode.DISCLOSURE_RISK, "releases/" + outcome.releaseId()));
    }

    @Test
    void ofTwoRivalsOnlyTheOneThatEnteredTheLedgerIsSeen(@TempDir Path work) throws IOException {
        Path late = policy(work, 23);
        Path quick = policy(work, 22);
        List<ReleaseOutcome> winner = new ArrayList<>();
        Progress rival = (stage, done, of) -> {
            if (stage.equals("release: write") && winner.isEmpty()) {
                winner.add(release("quick", Optional.of(quick), Progress.SILENT));
            }
        };

        assertThat(catchThrowableOfType(ProblemException.class, () -> release("late", Optional.of(late), rival))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.STALE_GENERATION);
        assertThat(released()).contains(outcome.releaseId(), winner.get(0).releaseId());
        List<String> before = released();

        ReleaseOutcome again = release("again", Optional.of(late), Progress.SILENT);

        assertThat(released()).containsAll(before).hasSize(before.size() + 1).contains(again.releaseId());
        assertThat(ReleaseVerifier.verify(
                                out.resolve("releases").resolve(again.releaseId()),
                                List.of(
                                        folder(),
                                        out.resolve("releases")
                                                .resolve(winner.get(0).releaseId())),
                                Progress.SILENT)
                        .findings())
                .isEmpty();
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

    @Test
    void groupsAreComparedOnlyWhereBothSidesAreShown() throws SQLException {
        String result = folder().resolve("tables").resolve("stratified_result") + "/*.parquet";
        String compared = folder().resolve("tables").resolve("stratum_comparison") + "/*.parquet";
        String side = " JOIN read_parquet('" + result + "') r USING (measure_id, rate_id, entity_type, entity_id,"
                + " payer_scope, stratifier_id) WHERE r.performance_denominator IS NOT NULL AND r.value IS NOT NULL";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE c AS FROM read_parquet('" + compared + "')");
            long rows = count(statement, "SELECT count(*) FROM c");
            assertThat(rows).isPositive();
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM c" + side + " AND r.stratum_id = c.stratum_id"
                                    + " AND r.performance_denominator = c.people AND r.value = c.value"
                                    + " AND r.numerator IS NOT DISTINCT FROM c.numerator"))
                    .isEqualTo(rows);
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM c" + side + " AND r.stratum_id = c.comparator_stratum_id"
                                    + " AND r.performance_denominator = c.comparator_people"
                                    + " AND r.value = c.comparator_value"))
                    .isEqualTo(count(statement, "SELECT count(*) FROM c WHERE comparator IN ('FIXED_REF', 'BEST')"))
                    .isPositive();
            assertThat(count(statement, "SELECT count(*) FROM c WHERE comparison_state = 'OK' AND q_value IS NOT NULL"))
                    .isPositive();
            assertThat(count(statement, "SELECT count(*) FROM c WHERE entity_type = 'PRACTICE'"))
                    .isZero();
        }
    }

    @Test
    void groupsAreSummarisedOnlyWhereEveryCountUsedIsShown() throws SQLException {
        String tables = folder().resolve("tables").toString();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE s AS FROM read_parquet('" + tables + "/disparity_summary/*.parquet')");
            statement.execute("CREATE TABLE used AS SELECT s.*, unnest(strata_used) AS stratum_id FROM s");
            assertThat(count(statement, "SELECT count(*) FROM s WHERE comparison_state = 'OK' AND bgv IS NOT NULL"))
                    .isPositive();
            assertThat(count(statement, "SELECT count(*) FROM s WHERE n_strata_hidden > 0"))
                    .isPositive();
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM used JOIN read_parquet('" + tables
                                    + "/stratified_result/*.parquet') r USING (measure_id, rate_id, entity_type,"
                                    + " entity_id, payer_scope, stratifier_id, stratum_id)"
                                    + " WHERE r.performance_denominator IS NOT NULL AND r.value IS NOT NULL"))
                    .isEqualTo(count(statement, "SELECT count(*) FROM used"));
            assertThat(count(statement, "SELECT count(*) FROM s WHERE entity_type = 'PRACTICE'"))
                    .isZero();
        }
    }

    /** The run itself marks Q487 of the commercial plan. */
    @Test
    void noRowSaysThatNobodyOfAPayerHasSuchCodes() throws SQLException {
        String rows = "read_parquet('" + folder().resolve("tables/stratified_result") + "/*.parquet')";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            String marked = " WHERE array_to_string(quality_rules, ' ') LIKE '%DQ39%'";
            assertThat(count(statement, "SELECT count(*) FROM " + rows + marked))
                    .isZero();
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM " + rows
                                    + " WHERE quality_mark = 'MARKED' AND quality_rules IS NULL"))
                    .isZero();
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM read_parquet('" + out.resolve("runs")
                                    + "/*/restricted/stratified_result/*.parquet')" + marked))
                    .isPositive();
        }
    }

    /** Four bands of a group are four counts: only the restricted tables are brought to one age mix. */
    @Test
    void noReleasedTableIsStandardisedByAge() throws SQLException {
        String run = "read_parquet('" + out.resolve("runs") + "/*/restricted/stratified_result/*.parquet')";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            assertThat(count(statement, "SELECT count(*) FROM " + run + " WHERE std_value IS NOT NULL"))
                    .isPositive();
            assertThat(count(
                            statement,
                            "SELECT count(*) FROM parquet_schema('" + folder().resolve("tables")
                                    + "/*/*.parquet') WHERE name LIKE 'std!_%' ESCAPE '!'"))
                    .isZero();
        }
    }

    private static long count(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
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
