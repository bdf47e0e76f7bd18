package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import org.junit.jupiter.api.Test;

/** Medicare numbers that stand in for missing ones, or for somebody else's (decision 99). */
class NumbersThatTellNobodyApartTest extends MembersToLink {
    @Test
    void numberOfMoreThanTwentyMembersStandsInForAMissingOne() {
        for (int i = 0; i < 21; i++) {
            patient(PLAN, "m" + i, OLD, null, null, null, null, null);
        }
        patient(STATE, "1", OLD, null, null, null, null, null);

        assertThat(persons()).hasSize(22);
        assertThat(link().clusters()).extracting(Clusters.Cluster::stableKey).doesNotHaveDuplicates();
        assertThat(link().report().findings().sum(LinkMetric.KEYS_TOO_COMMON)).isEqualTo(1);
    }

    @Test
    void numberUnderWhichOnePayerDescribesTwoPeopleLinksNeitherOfThem() {
        patient(PLAN, "mother", OLD, "Ortiz", "Ana", "1990-02-03", "female", "87501");
        patient(PLAN, "child", OLD, "Ortiz", "Luz", "2024-07-15", "female", "87501");
        patient(FFS, OLD, OLD, null, null, null, null, null);
        patient(STATE, "4", OLD, null, null, null, null, null);

        assertThat(persons())
                .containsExactlyInAnyOrder("plan/mother", "plan/child", "medicare-ffs/1S00A00AA00 state-medicaid/4");
        assertThat(link().clusters()).extracting(Clusters.Cluster::stableKey).doesNotHaveDuplicates();
        assertThat(link().report().findings().sum(LinkMetric.KEYS_NOT_UNIQUE)).isEqualTo(1);
    }

    @Test
    void numberThatLinksNobodyKeepsNoNamesApart() {
        patient(PLAN, "mother", OLD, "Ortiz", "Ana", "1990-02-03", "female", "87501");
        patient(PLAN, "child", OLD, "Ortiz", "Luz", "2024-07-15", "female", "87501");
        patient(STATE, "4", NEW, "Ortiz", "Luz", "2024-07-15", "female", "87501");

        assertThat(persons()).containsExactlyInAnyOrder("plan/mother", "plan/child state-medicaid/4");
    }
}
