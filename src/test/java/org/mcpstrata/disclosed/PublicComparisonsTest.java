package org.mcpstrata.disclosed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

/** Comparisons made from published rows alone, against the numbers printed in stratification.md 4.4. */
class PublicComparisonsTest {
    private final PublishedRows rows = new PublishedRows();

    private List<TableRow> compared() {
        return new PublicComparisons(ReferenceGroups.of(Map.of("race", "WHITE", "sex", "M"), 80)).rows(rows.all());
    }

    private TableRow compared(String stratum, String with) {
        return compared().stream()
                .filter(row -> row.text("stratum_id").equals(stratum)
                        && row.text("comparator").equals(with))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ways() {
        return compared().stream().map(row -> row.text("comparator")).distinct().toList();
    }

    @Test
    void publishedGroupsAreComparedAsPrinted() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390).fiveGroups();

        TableRow hispanic = compared("HISPANIC", "FIXED_REF");

        assertThat(hispanic.statistic("diff")).isCloseTo(-0.1333333333, within(1e-10));
        assertThat(hispanic.statistic("diff_lo")).isCloseTo(-0.2509675008, within(1e-10));
        assertThat(hispanic.statistic("ratio_hi")).isCloseTo(0.9834166530, within(1e-10));
        assertThat(hispanic.statistic("q_value")).isCloseTo(0.02888130418, within(1e-11));
        assertThat(hispanic.value("family_size")).isEqualTo(4);
        assertThat(compared("WHITE", "FIXED_REF").text("comparison_state")).isEqualTo("SELF");
        assertThat(compared("AIAN", "BEST").text("comparator_stratum_id")).isEqualTo("WHITE");
    }

    @Test
    void onlyPublishedTestsAreAdjustedTogether() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .shown("race", "WHITE", "VALUE", 150, 180)
                .shown("race", "BLACK", "VALUE", 45, 60)
                .shown("race", "ASIAN", "VALUE", 34, 40)
                .shown("race", "HISPANIC", "VALUE", 56, 80)
                .hidden("AIAN", "VALUE");

        assertThat(compared("HISPANIC", "FIXED_REF").statistic("q_value")).isCloseTo(3 * 0.01444065209, within(1e-10));
        // The hidden group may be the best one.
        assertThat(ways()).containsExactly("FIXED_REF", "OVERALL", "REST");
    }

    @Test
    void nothingIsComparedWithAReferenceGroupThatIsHiddenOrMerged() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .shown("race", "WHITE_OR_ASIAN", "VALUE", 184, 220)
                .shown("race", "BLACK", "VALUE", 119, 170);
        assertThat(ways()).containsExactly("BEST", "OVERALL", "REST");

        rows.clear();
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .hidden("WHITE", "VALUE")
                .shown("race", "BLACK", "VALUE", 119, 170);
        assertThat(ways()).containsExactly("OVERALL", "REST");
    }

    @Test
    void theRestIsLeftOutWhereNoShownCountsDetermineIt() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .shown("race", "BLACK", "VALUE", 45, 60)
                .hidden("WHITE", "VALUE")
                .hidden("UNKNOWN", "UNKNOWN");
        assertThat(ways()).containsExactly("OVERALL");

        rows.clear();
        rows.hidden("UNKNOWN", "UNKNOWN").fiveGroups();
        assertThat(compared("BLACK", "REST").count("comparator_numerator")).isEqualTo(258);
        assertThat(compared("BLACK", "REST").text("comparison_state"))
                .as("without the total nothing tells how many answers are known")
                .isEqualTo("INSUFFICIENT_COMPLETENESS");
    }

    @Test
    void tooFewShownAnswersAreNotCompared() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 353, 490)
                .shown("race", "UNKNOWN", "UNKNOWN", 50, 100)
                .fiveGroups();
        assertThat(compared("BLACK", "FIXED_REF").statistic("known_pct")).isCloseTo(39000.0 / 490, within(1e-12));
        assertThat(compared("BLACK", "FIXED_REF").text("comparison_state")).isEqualTo("INSUFFICIENT_COMPLETENESS");
        assertThat(compared("BLACK", "FIXED_REF").value("diff")).isNull();
    }

    @Test
    void aCrossingIsComparedWithTheCrossingOfTheReferenceGroups() {
        rows.shown("TOTAL", "TOTAL", "TOTAL", 303, 390)
                .fiveGroups()
                .shown("sex", "F", "VALUE", 150, 200)
                .shown("sex", "M", "VALUE", 153, 190);
        rows.crossed("WHITE", "M", 70, 90);
        rows.crossed("BLACK", "F", 20, 30);
        rows.crossed("WHITE", "F", 80, 90);

        assertThat(compared("BLACK_F", "FIXED_REF").text("comparator_stratum_id"))
                .isEqualTo("WHITE_M");
        assertThat(compared("BLACK_F", "FIXED_REF").text("comparison_state")).isEqualTo("OK");
    }
}
