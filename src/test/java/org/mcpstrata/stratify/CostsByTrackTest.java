package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.stratify.CostPeople.month;
import static org.mcpstrata.stratify.CostPeople.person;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;

/** Months count in the track and kind of the practice they belong to, not of the practice the person went to later. */
class CostsByTrackTest {
    private static final Practice ONE = new Practice("ONE", "", "", "CO", 1, "STANDARD");
    private static final Practice TWO = new Practice("TWO", "", "", "CO", 2, "FQHC");
    private static final Practice THREE = new Practice("THREE", "", "", "NM", 3, "IHS_TRIBAL");
    private static final Map<String, Map<String, Practice>> PRACTICES = Map.of(
            "track", Map.of("TRACK_1", ONE, "TRACK_2", TWO, "TRACK_3", THREE),
            "participant_type", Map.of("STANDARD", ONE, "FQHC", TWO, "IHS_TRIBAL", THREE));

    /** Both went from track 1 to track 2; one of them came from track 3, which nobody is in any more. */
    private static final List<PersonVerdicts> MOVED = List.of(
            person("P1", TWO, List.of(month(1, "alpha", ONE, "100"), month(2, "alpha", TWO, "200"))),
            person(
                    "P2",
                    TWO,
                    List.of(
                            month(1, "alpha", THREE, "300"),
                            month(2, "alpha", ONE, "400"),
                            month(2, "beta", ONE, "5"),
                            month(3, "alpha", TWO, "600"))),
            person("P3", ONE, List.of(month(1, "alpha", ONE, "50"), month(1, "beta", ONE, "20"))));

    private static JavaSparkContext spark;
    private static List<TableRow> rows;

    @BeforeAll
    static void count() {
        spark = CostPeople.spark();
        rows = CostPeople.rows(spark, MOVED, 2);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Stream<TableRow> rows(String entity, String stratifier) {
        return rows.stream()
                .filter(row -> row.text("entity_id").equals(entity))
                .filter(row -> row.text("stratifier_id").equals(stratifier))
                .filter(row -> row.decimal("exposure") != null);
    }

    private static Map<String, BigDecimal> months(Stream<TableRow> rows) {
        Map<String, BigDecimal> months = new TreeMap<>();
        rows.forEach(row -> months.put(
                row.text("rate_id") + " " + row.text("payer_scope"),
                row.decimal("observation_sum").add(row.decimal("exposure").movePointRight(9))));
        return months;
    }

    @Test
    void noPracticeHasMonthsInTheTrackThatItsPatientsWentTo() {
        PRACTICES.forEach((stratifier, practices) -> practices.forEach((stratum, practice) -> assertThat(
                        rows(practice.id(), stratifier).map(row -> row.text("stratum_id")))
                .as(practice.id())
                .isNotEmpty()
                .containsOnly(stratum)));
    }

    @Test
    void theMonthsOfATrackAreThoseOfItsPractices() {
        PRACTICES.forEach((stratifier, practices) ->
                practices.forEach((stratum, practice) -> assertThat(months(rows("MCP", stratifier)
                                .filter(row -> row.text("stratum_id").equals(stratum))))
                        .as(stratum)
                        .isNotEmpty()
                        .isEqualTo(months(rows(practice.id(), "TOTAL")))));
    }

    @Test
    void aTrackThatEverybodyLeftKeepsItsMonthsAndShowsNoValue() {
        TableRow left = rows("MCP", "track")
                .filter(row -> row.text("stratum_id").equals("TRACK_3"))
                .filter(row -> row.text("rate_id").equals("index")
                        && row.text("payer_scope").equals("ALL"))
                .findFirst()
                .orElseThrow();
        assertThat(left.count("performance_denominator")).isZero();
        assertThat(left.statistic("value")).isNull();
        assertThat(left.list("quality_rules")).containsExactly("EVERYBODY_LEFT");
        assertThat(left.decimal("exposure")).isEqualByComparingTo("1");
    }
}
