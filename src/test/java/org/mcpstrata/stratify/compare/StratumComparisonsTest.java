package org.mcpstrata.stratify.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.statistics.FalseDiscovery;
import org.mcpstrata.stratify.CountedCrowd;
import org.mcpstrata.stratify.StoryPeople;

/** The five groups of stratification.md 4.4 and the three practices of 4.5, counted as people and compared. */
class StratumComparisonsTest {
    private static final Offset<Double> PRINTED = within(1e-9);

    private static CountedCrowd fiveGroups() {
        return new CountedCrowd(List.of(StoryPeople.CONTROL))
                .with(List.of("WHITE"), 150, 180, 0)
                .with(List.of("BLACK"), 45, 60, 0)
                .with(List.of("ASIAN"), 34, 40, 0)
                .with(List.of("HISPANIC"), 56, 80, 0)
                .with(List.of("AIAN"), 18, 30, 0);
    }

    @Test
    void groupsAreComparedWithTheirReferenceGroupAsPrinted() {
        Compared compared = Compared.of(fiveGroups().result());
        TableRow black = compared.program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(black.statistic("diff")).isCloseTo(-0.08333333333, PRINTED);
        assertThat(black.statistic("diff_lo")).isCloseTo(-0.2145005446, PRINTED);
        assertThat(black.statistic("diff_hi")).isCloseTo(0.02740568113, PRINTED);
        assertThat(black.statistic("gap_favourable")).isEqualTo(black.statistic("diff"));
        assertThat(black.statistic("ratio")).isCloseTo(0.9, PRINTED);
        assertThat(black.statistic("ratio_lo")).isCloseTo(0.7669061040, PRINTED);
        assertThat(black.statistic("z")).isCloseTo(-1.432229748, PRINTED);
        assertThat(black.statistic("p_value")).isCloseTo(0.1520780808, PRINTED);
        TableRow hispanic = compared.program("race_eth_2024", "HISPANIC", ComparedWith.FIXED_REF);
        assertThat(hispanic.statistic("p_value")).isCloseTo(0.01444065209, PRINTED);
        assertThat(compared.program("race_eth_2024", "WHITE", ComparedWith.FIXED_REF)
                        .text("comparison_state"))
                .isEqualTo("SELF");
    }

    @Test
    void aGroupOfTooWideAnIntervalIsNotComparedAndNotInTheFamily() {
        Compared compared = Compared.of(fiveGroups().result());
        TableRow aian = compared.program("race_eth_2024", "AIAN", ComparedWith.FIXED_REF);
        assertThat(aian.text("comparison_state")).isEqualTo("LOW_N");
        assertThat(aian.statistic("diff")).isNull();
        assertThat(aian.statistic("q_value")).isNull();
        double[] q = FalseDiscovery.adjusted(new double[] {0.7966147406, 0.1520780808, 0.01444065209});
        List<String> tested = List.of("ASIAN", "BLACK", "HISPANIC");
        for (int i = 0; i < q.length; i++) {
            TableRow row = compared.program("race_eth_2024", tested.get(i), ComparedWith.FIXED_REF);
            assertThat(row.statistic("q_value")).isCloseTo(q[i], PRINTED);
            assertThat(row.value("family_size")).isEqualTo(3);
            assertThat(row.text("family_id")).isEqualTo("MCP|2025|PROGRAM|MCP|ALL|race_eth_2024|FIXED_REF|DIRECT");
        }
    }

    @Test
    void everyoneElseIsEverybodyOfKnownValueWithoutTheGroup() {
        Compared compared = Compared.of(fiveGroups().with(List.of(), 3, 10, 0).result());
        TableRow black = compared.program("race_eth_2024", "BLACK", ComparedWith.REST);
        assertThat(black.count("comparator_people")).isEqualTo(330);
        assertThat(black.statistic("comparator_value")).isEqualTo(258.0 / 330);
        assertThat(black.text("comparator_stratum_id")).isEqualTo("REST");
        assertThat(black.statistic("diff")).isCloseTo(0.75 - 258.0 / 330, within(1e-15));
    }

    @Test
    void everyoneElseOfAnOverlappingGroupIsWhoIsNotInItAtAll() {
        Compared compared = Compared.of(new CountedCrowd(List.of(StoryPeople.CONTROL))
                .with(List.of("WHITE"), 60, 100, 0)
                .with(List.of("BLACK"), 30, 60, 0)
                .with(List.of("BLACK", "WHITE"), 10, 50, 0)
                .result());
        TableRow black = compared.program("race_eth_aoic", "BLACK", ComparedWith.REST);
        assertThat(black.count("people")).isEqualTo(110);
        assertThat(black.count("comparator_people")).isEqualTo(100);
        assertThat(black.statistic("comparator_value")).isEqualTo(0.6);
        assertThat(black.statistic("p_value")).isNotNull();
        TableRow best = compared.program("race_eth_aoic", "BLACK", ComparedWith.BEST);
        assertThat(best.text("comparator_stratum_id")).isEqualTo("WHITE");
        assertThat(best.statistic("diff")).isNotNull();
        assertThat(best.statistic("diff_lo")).isNull();
        assertThat(best.statistic("p_value")).isNull();
    }

    @Test
    void everybodyTogetherHasNoIntervalSinceTheGroupIsAmongThem() {
        TableRow black = Compared.of(fiveGroups().result()).program("race_eth_2024", "BLACK", ComparedWith.OVERALL);
        assertThat(black.text("comparator_stratum_id")).isEqualTo("TOTAL");
        assertThat(black.statistic("diff")).isCloseTo(0.75 - 303.0 / 390, within(1e-15));
        assertThat(black.statistic("diff_lo")).isNull();
        assertThat(black.statistic("ratio_lo")).isNull();
    }

    @Test
    void tooFewKnownAnswersLeaveTheRatesAndStopTheComparison() {
        CountedCrowd exactlyEnough = new CountedCrowd(List.of(StoryPeople.CONTROL))
                .with(List.of("WHITE"), 150, 180, 0)
                .with(List.of("BLACK"), 45, 60, 0)
                .with(List.of(), 10, 60, 0);
        TableRow enough = Compared.of(exactlyEnough.result()).program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(enough.statistic("answered_pct")).isEqualTo(80.0);
        assertThat(enough.text("comparison_state")).isEqualTo("OK");
        TableRow oneMore = Compared.of(exactlyEnough.with(List.of(), 0, 1, 0).result())
                .program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(oneMore.text("comparison_state")).isEqualTo("INSUFFICIENT_COMPLETENESS");
        assertThat(oneMore.statistic("value")).isEqualTo(0.75);
        assertThat(oneMore.statistic("diff")).isNull();
    }

    @Test
    void aReferenceGroupWithoutAnybodyIsNothingToCompareWith() {
        TableRow black = Compared.of(new CountedCrowd(List.of(StoryPeople.CONTROL))
                        .with(List.of("BLACK"), 45, 60, 0)
                        .result())
                .program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(black.text("comparison_state")).isEqualTo("NO_COMPARATOR");
        assertThat(black.text("comparator_stratum_id")).isNull();
    }

    @Test
    void theGapOfThreePracticesIsSplitAsPrinted() {
        Compared compared = Compared.of(new CountedCrowd(List.of(StoryPeople.CONTROL))
                .with(List.of("BLACK"), 30, 60, 0)
                .with(List.of("WHITE"), 80, 100, 0)
                .with(List.of("BLACK"), 12, 20, 1)
                .with(List.of("WHITE"), 90, 120, 1)
                .with(List.of("BLACK"), 45, 90, 2)
                .with(List.of("WHITE"), 24, 40, 2)
                .result());
        TableRow black = compared.program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(black.statistic("diff")).isCloseTo(-0.2343891403, PRINTED);
        assertThat(black.statistic("within_gap")).isCloseTo(-0.1882352941, PRINTED);
        assertThat(black.statistic("between_gap")).isCloseTo(-0.04615384615, PRINTED);
        assertThat(black.statistic("mh_diff")).isCloseTo(-0.2015015015, PRINTED);
        assertThat(black.value("mh_practices")).isEqualTo(3);
        TableRow first = compared.entity("PRACTICE", "PR1", "race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(first.statistic("diff")).isCloseTo(-0.3, PRINTED);
        assertThat(first.statistic("within_gap")).isNull();
        assertThat(compared.entity("STATE", "NM", "race_eth_2024", "BLACK", ComparedWith.FIXED_REF)
                        .statistic("between_gap"))
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void peopleWhomNobodyAttributedCountForTheGapAndAreNoPractice() {
        TableRow black = Compared.of(new CountedCrowd(List.of(StoryPeople.CONTROL))
                        .with(List.of("BLACK"), 60, 100, 0)
                        .with(List.of("WHITE"), 80, 100, 0)
                        .with(List.of("BLACK"), 10, 100, 3)
                        .with(List.of("WHITE"), 80, 100, 3)
                        .result())
                .program("race_eth_2024", "BLACK", ComparedWith.FIXED_REF);
        assertThat(black.statistic("within_gap")).isCloseTo(-0.45, within(1e-12));
        assertThat(black.statistic("mh_diff")).isCloseTo(-0.2, within(1e-12));
        assertThat(black.value("mh_practices")).isEqualTo(1);
    }

    @Test
    void theSummaryIsOfTheGroupsThatMayBeCompared() {
        TableRow race = Compared.of(fiveGroups().result()).summaries().stream()
                .filter(row -> row.text("entity_type").equals("PROGRAM")
                        && row.text("payer_scope").equals("ALL")
                        && row.text("stratifier_id").equals("race_eth_2024"))
                .findFirst()
                .orElseThrow();
        assertThat(race.list("strata_used")).containsExactly("ASIAN", "BLACK", "HISPANIC", "WHITE");
        assertThat(race.count("people_used")).isEqualTo(360);
        assertThat(race.text("best_stratum_id")).isEqualTo("ASIAN");
        assertThat(race.text("worst_stratum_id")).isEqualTo("HISPANIC");
        assertThat(race.statistic("range_diff")).isCloseTo(0.15, within(1e-12));
        double white = 150.0 / 180;
        assertThat(race.statistic("idisp_ref"))
                .isCloseTo((white - 0.75 + 0.85 - white + white - 0.7) / 3 / white * 100, within(1e-9));
    }
}
