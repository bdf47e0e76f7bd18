package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.promise.LocalRun;

/**
 * What the generator planted in the sample is seen in its comparisons, with intervals; and the comparisons say of every
 * stratum what its row of {@code stratified_result} says, asked once more in SQL, as are the values brought to the ages
 * of the program.
 */
class ComparisonsOfTheSampleTest {
    @TempDir
    static Path out;

    private static RunOutcome outcome;
    private static Connection database;

    @BeforeAll
    static void runTheSample() throws SQLException {
        outcome = LocalRun.run(Path.of("sample-data", "landing"), out, Path.of("measures"));
        String restricted = out.resolve("runs").resolve(outcome.runId()) + "/restricted/";
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            for (String table : List.of(
                    "stratified_result",
                    "stratum_comparison",
                    "disparity_summary",
                    "member_result",
                    "member_stratum",
                    "dim_measure",
                    "dim_stratum")) {
                statement.execute(
                        "CREATE VIEW " + table + " AS FROM read_parquet('" + restricted + table + "/*.parquet')");
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static List<String> ask(String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static List<String> differing(String measure, String stratifier, String sign) throws SQLException {
        return ask("SELECT DISTINCT stratum_id FROM stratum_comparison WHERE entity_type = 'PROGRAM'"
                + " AND payer_scope = 'ALL' AND comparator = 'FIXED_REF' AND measure_id = '" + measure
                + "' AND stratifier_id = '" + stratifier + "' AND q_value <= 0.05 AND diff_lo * diff_hi > 0"
                + " AND gap_favourable " + sign + " 0 ORDER BY ALL");
    }

    @Test
    void plantedDisparitiesAreSeenWithIntervalsThatDoNotReachZero() throws SQLException {
        assertThat(differing("CMS122", "race_eth_2024", "<")).contains("BLACK");
        assertThat(differing("CMS165", "race_eth_2024", "<")).contains("BLACK");
        assertThat(differing("CMS130", "language", "<")).contains("OTHER_LEP");
    }

    @Test
    void whatWasNotPlantedIsNotSeen() throws SQLException {
        assertThat(differing("CMS122", "sex", "<>")).isEmpty();
        assertThat(differing("CMS165", "sex", "<>")).isEmpty();
        assertThat(differing("CMS130", "sex", "<>")).isEmpty();
    }

    @Test
    void everyComparisonSaysOfItsStratumWhatTheResultSays() throws SQLException {
        assertThat(ask("SELECT count(*) FROM stratum_comparison"))
                .isEqualTo(ask("SELECT count(*) FROM stratum_comparison c JOIN stratified_result r"
                        + " USING (run_id, measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id,"
                        + " stratum_id, method) WHERE c.people = r.performance_denominator AND c.value = r.value"
                        + " AND c.reliability = r.reliability"))
                .isNotEqualTo(List.of("0"));
        assertThat(ask("SELECT count(*) FROM stratum_comparison c WHERE comparator = 'FIXED_REF'"
                        + " AND comparator_stratum_id IS NOT NULL"))
                .isEqualTo(ask("SELECT count(*) FROM stratum_comparison c JOIN stratified_result r"
                        + " ON (c.measure_id, c.rate_id, c.entity_type, c.entity_id, c.payer_scope, c.stratifier_id,"
                        + " c.comparator_stratum_id) = (r.measure_id, r.rate_id, r.entity_type, r.entity_id,"
                        + " r.payer_scope, r.stratifier_id, r.stratum_id) WHERE comparator = 'FIXED_REF'"
                        + " AND c.comparator_value = r.value AND c.comparator_people = r.performance_denominator"));
    }

    @Test
    void everyoneElseIsTheSumOfTheOtherKnownStrataWhereStrataExcludeOneAnother() throws SQLException {
        assertThat(ask("WITH known AS (SELECT * FROM stratified_result WHERE exclusive AND scoring = 'PROPORTION'"
                        + " AND stratum_kind IN ('VALUE', 'MULTI', 'OTHER')),"
                        + " rest AS (SELECT c.*, (SELECT sum(numerator) / sum(performance_denominator) FROM known k"
                        + " WHERE (k.measure_id, k.rate_id, k.entity_type, k.entity_id, k.payer_scope,"
                        + " k.stratifier_id) = (c.measure_id, c.rate_id, c.entity_type, c.entity_id, c.payer_scope,"
                        + " c.stratifier_id) AND k.stratum_id <> c.stratum_id) AS expected"
                        + " FROM stratum_comparison c JOIN (SELECT DISTINCT stratifier_id FROM known) USING"
                        + " (stratifier_id) WHERE comparator = 'REST' AND comparator_value IS NOT NULL"
                        + " AND scoring = 'PROPORTION' AND entity_type = 'PROGRAM')"
                        + " SELECT count(*) FROM rest WHERE abs(expected - comparator_value) > 1e-12"))
                .containsExactly("0");
    }

    @Test
    void everyStandardisedValueIsThatOfItsPeopleByAge() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE recounted AS " + AgeStandardInSql.RECOUNTED);
        }
        assertThat(ask("SELECT count(*) FROM recounted WHERE (std_value IS NULL) <> (v IS NULL)"
                        + " OR abs(std_value - v) > 1e-9 OR abs(std_lo - lo) > 1e-9 OR abs(std_hi - hi) > 1e-9"))
                .containsExactly("0");
        for (String entity : List.of("PROGRAM", "STATE", "PRACTICE")) {
            assertThat(ask("SELECT count(*) > 100 FROM recounted WHERE v IS NOT NULL AND abs(v - value) > 1e-3"
                            + " AND entity_type = '" + entity + "'"))
                    .as(entity)
                    .containsExactly("true");
        }
        assertThat(ask("SELECT count(*) FROM recounted WHERE value IS NOT NULL AND std_weights_id IS DISTINCT FROM"
                        + " 'internal:' || measure_id || ':' || rate_id || ':2025'"))
                .containsExactly("0");
        assertThat(ask("SELECT count(*) FROM stratified_result WHERE scoring <> 'PROPORTION' AND"
                        + " (std_weights_id IS NOT NULL OR std_value IS NOT NULL)"))
                .containsExactly("0");
        assertThat(ask("SELECT count(*) = count(std_value) AND max(abs(std_value - value)) < 1e-12"
                        + " FROM stratified_result WHERE entity_type = 'PROGRAM' AND payer_scope = 'ALL'"
                        + " AND stratifier_id = 'TOTAL' AND scoring = 'PROPORTION' AND value IS NOT NULL"))
                .containsExactly("true");
    }

    @Test
    void theRunTellsTheComparisonsThatItsSummaryShows() {
        assertThat(outcome.comparisons())
                .isNotEmpty()
                .allMatch(row -> row.text("comparator").equals("FIXED_REF")
                        && row.text("entity_type").equals("PROGRAM"));
    }
}
