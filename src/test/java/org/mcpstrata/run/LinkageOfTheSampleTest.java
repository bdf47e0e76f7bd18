package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.promise.LocalRun;

/**
 * Linkage and completeness of the sample, counted once more with SQL from other tables of the run and from the accepted
 * rows.
 */
class LinkageOfTheSampleTest {
    private static final Path PAGE = Path.of("src/site/markdown/linkage-and-completeness.md");
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path out;

    private static Connection database;
    private static String restricted;

    @BeforeAll
    static void runTheSample() throws SQLException, IOException {
        RunOutcome outcome = LocalRun.run(Path.of("sample-data", "landing"), out, Path.of("measures"));
        assertThat(outcome.counts())
                .containsEntry("members", 3_637L)
                .containsEntry("persons", 2_000L)
                .containsEntry("payers of members", 5L);
        restricted = out.resolve("runs").resolve(outcome.runId()) + "/restricted/";
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            for (String table : List.of("link_report", "demographic_completeness", "member_result", "member_stratum")) {
                statement.execute(
                        "CREATE VIEW " + table + " AS FROM read_parquet('" + restricted + table + "/*.parquet')");
            }
            statement.execute("CREATE TABLE person_member AS SELECT DISTINCT person_id, m.payer AS payer,"
                    + " m.member_id AS member_id FROM (SELECT person_id, unnest(source_members) AS m"
                    + " FROM member_result)");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void membersPersonsAndMatchesOfEveryPairAreThoseOfMemberResult() throws SQLException {
        assertThat(ask("SELECT payer_a, count FROM link_report WHERE metric = 'MEMBERS' AND payer_a <> 'ALL'"
                        + " ORDER BY ALL"))
                .isEqualTo(ask("SELECT payer, count(*) FROM person_member GROUP BY ALL ORDER BY ALL"))
                .hasSize(5);
        assertThat(ask("SELECT payer_a, payer_b, count, \"of\" FROM link_report"
                        + " WHERE metric = 'MEMBERS_MATCHED_THERE' ORDER BY ALL"))
                .isEqualTo(ask("SELECT a.payer, b.payer, count(DISTINCT a.member_id)"
                        + " FILTER (WHERE EXISTS (FROM person_member x WHERE x.person_id = a.person_id"
                        + " AND x.payer = b.payer)), count(DISTINCT a.member_id)"
                        + " FROM person_member a, (SELECT DISTINCT payer FROM person_member) b"
                        + " WHERE a.payer <> b.payer GROUP BY ALL ORDER BY ALL"))
                .hasSize(20);
        assertThat(ask("SELECT size, count FROM link_report WHERE metric = 'PERSONS_OF_SIZE' ORDER BY ALL"))
                .isEqualTo(ask("SELECT n, count(*) FROM (SELECT count(*) AS n FROM person_member GROUP BY person_id)"
                        + " GROUP BY ALL ORDER BY ALL"));
    }

    @Test
    void medicareNumbersThatChangedAreTheMembersThatOnePersonHasTwiceAtMedicare() throws SQLException {
        String changed = "SELECT count(DISTINCT member_id) FROM read_parquet('" + out
                + "/drops/medicare-ffs/*/accepted/mbi_crosswalk/*.parquet') WHERE mbi <> member_id"
                + " AND mbi IN (SELECT member_id FROM person_member WHERE payer = 'medicare-ffs')"
                + " AND member_id IN (SELECT member_id FROM person_member WHERE payer = 'medicare-ffs')";

        assertThat(ask("SELECT sum(count) FROM link_report WHERE pass IS NOT NULL"
                        + " AND metric = 'PERSONS_TWO_MEMBERS_OF_ONE_PAYER'"))
                .isEqualTo(ask(changed))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void claimLinesAreThoseThatIntakeAccepted() throws SQLException {
        assertThat(ask("SELECT payer_a, count FROM link_report WHERE metric = 'CLAIM_LINES' AND count > 0"
                        + " AND payer_a <> 'ALL' ORDER BY ALL"))
                .isEqualTo(ask("SELECT payer_id, count(*) FROM read_parquet('" + out
                        + "/drops/*/*/accepted/medical_claim/*.parquet') GROUP BY ALL ORDER BY ALL"))
                .hasSize(4);
    }

    @Test
    void generatedPeopleAreNeverOddAndNeverRefused() throws SQLException {
        assertThat(ask("SELECT DISTINCT metric FROM link_report WHERE section IN ('CONFLICT', 'PROBE') AND count > 0"
                        + " ORDER BY ALL"))
                .containsExactly("GROUPS_JOINED", "GROUPS_PROPOSED", "PERSONS_TWO_MEMBERS_OF_ONE_PAYER");
    }

    @Test
    void missingAnswersOfEverybodyAreTheStrataThatSayThem() throws SQLException {
        assertThat(ask("SELECT declined, unknown, no_information, known FROM demographic_completeness"
                        + " WHERE payer_id = 'ALL' AND attribute = 'RACE_ETHNICITY'"))
                .isEqualTo(ask("SELECT count(DISTINCT person_id) FILTER (WHERE stratum_id = 'DECLINED'),"
                        + " count(DISTINCT person_id) FILTER (WHERE stratum_id = 'UNKNOWN'),"
                        + " count(DISTINCT person_id) FILTER (WHERE stratum_id = 'NO_INFORMATION'),"
                        + " count(DISTINCT person_id) FILTER (WHERE stratum_id NOT IN"
                        + " ('DECLINED', 'UNKNOWN', 'NO_INFORMATION', 'ASKED_UNKNOWN', 'NOT_ASKED', 'UNMAPPED'))"
                        + " FROM member_stratum WHERE stratifier_id = 'race_eth_2024'"))
                .hasSize(1);
    }

    @Test
    void aPayersOwnGapsAreThePeopleOfWhomItSentNothing() throws SQLException {
        String payer = "bluestone-commercial";
        String rows = "read_parquet('" + out + "/drops/" + payer + "/*/accepted/demographics/*.parquet')";

        assertThat(ask("SELECT no_information FROM demographic_completeness WHERE payer_id = '" + payer
                        + "' AND basis = 'PAYER_ALONE' AND attribute = 'LANGUAGE'"))
                .isEqualTo(ask("SELECT count(*) FROM person_member WHERE payer = '" + payer
                        + "' AND member_id NOT IN (SELECT member_id FROM " + rows
                        + " WHERE attribute = 'language' AND (value IS NOT NULL OR missing_reason IS NOT NULL))"))
                .isNotEqualTo(List.of("0"));
        assertThat(ask("SELECT people FROM demographic_completeness WHERE payer_id = '" + payer + "'"))
                .hasSize(16)
                .containsOnly("760");
    }

    @Test
    void theQueriesOfThePageAnswer() throws SQLException, IOException {
        List<String> queries = new ArrayList<>();
        Matcher query = QUERY.matcher(Files.readString(PAGE));
        while (query.find()) {
            queries.add(query.group(1).strip().replaceAll(";$", "").replaceAll("'(\\w+/\\*)", "'" + restricted + "$1"));
        }

        assertThat(queries).hasSize(2);
        assertThat(ask(queries.get(0))).hasSize(20).startsWith("bluestone-commercial|summit-ma|0|760|0.0");
        assertThat(ask(queries.get(1)))
                .hasSize(6)
                .anyMatch(row -> row.startsWith("state-medicaid|528|97.0|95.1|true|"));
    }

    /** The rows of an answer, their columns joined by bars. */
    private static List<String> ask(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
