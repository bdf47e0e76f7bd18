package org.mcpstrata.disclosed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

/** Summaries made from published rows alone, against the numbers printed in stratification.md 4.4. */
class PublicSummariesTest {
    private final PublishedRows rows = new PublishedRows();

    private List<TableRow> summaries() {
        return new PublicSummaries(ReferenceGroups.of(Map.of("race", "WHITE"), 80)).rows(rows.all());
    }

    private TableRow summary() {
        assertThat(summaries()).hasSize(1);
        return summaries().get(0);
    }

    @Test
    void publishedGroupsAreSummarisedAsPrinted() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390).fiveGroups();

        TableRow race = summary();

        assertThat(race.list("strata_used")).containsExactly("AIAN", "ASIAN", "BLACK", "HISPANIC", "WHITE");
        assertThat(race.count("people_used")).isEqualTo(390);
        assertThat(race.value("n_strata_hidden")).isEqualTo(0);
        assertThat(race.text("best_stratum_id")).isEqualTo("ASIAN");
        assertThat(race.text("worst_stratum_id")).isEqualTo("AIAN");
        assertThat(race.statistic("range_diff")).isCloseTo(0.25, within(1e-12));
        assertThat(race.statistic("bgv")).isCloseTo(0.005749506903, within(1e-12));
        assertThat(race.statistic("idisp_ref")).isCloseTo(14, within(1e-8));
        assertThat(race.statistic("idisp_best")).isCloseTo(15.19607843, within(1e-8));
        assertThat(race.statistic("idis_mean")).isCloseTo(10.56105611, within(1e-8));
        assertThat(race.statistic("mdb")).isCloseTo(0.07307692308, within(1e-11));
        assertThat(race.statistic("theil")).isCloseTo(0.004928031071, within(1e-12));
        assertThat(race.statistic("mld")).isCloseTo(0.005120235560, within(1e-12));
    }

    @Test
    void aHiddenGroupIsCountedAndNotUsed() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 310, 400)
                .fiveGroups()
                .hidden("NHPI", "VALUE")
                .hidden("UNKNOWN", "UNKNOWN");

        assertThat(summary().value("n_strata_hidden")).isEqualTo(1);
        assertThat(summary().value("n_strata_used")).isEqualTo(5);
        assertThat(summary().statistic("bgv")).isCloseTo(0.005749506903, within(1e-12));
    }

    @Test
    void withoutItsReferenceGroupThereIsNoDistanceFromIt() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 153, 210)
                .hidden("WHITE", "VALUE")
                .shown("race", "BLACK", "VALUE", 45, 60)
                .shown("race", "ASIAN", "VALUE", 108, 150);

        assertThat(summary().statistic("idisp_ref")).isNull();
        assertThat(summary().text("best_stratum_id")).isEqualTo("BLACK");
    }

    @Test
    void tooFewShownAnswersAreNotSummarised() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 353, 490)
                .shown("race", "UNKNOWN", "UNKNOWN", 50, 100)
                .fiveGroups();

        assertThat(summary().text("comparison_state")).isEqualTo("INSUFFICIENT_COMPLETENESS");
        assertThat(summary().statistic("bgv")).isNull();
        assertThat(summary().text("best_stratum_id")).isNull();
    }

    @Test
    void oneShownGroupAloneIsNoDisparity() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .shown("race", "WHITE", "VALUE", 150, 180)
                .hidden("BLACK", "VALUE");

        assertThat(summaries()).isEmpty();
    }
}
