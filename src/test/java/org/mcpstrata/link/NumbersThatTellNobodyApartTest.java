package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Table;

/** Medicare numbers, and members that crosswalks name, that stand in for missing ones, or for somebody else's (decision 99). */
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

    @Test
    void memberThatACrosswalkNamesForPeopleOfManyBirthDatesStandsInForAMissingOne() {
        for (int i = 0; i < 15; i++) {
            pointer(PLAN, "m" + i, "19%02d-0%d-11".formatted(40 + i, 1 + i % 9), "UNKNOWN");
        }

        assertThat(persons()).hasSize(15);
        assertThat(count(LinkMetric.KEYS_NOT_UNIQUE)).isEqualTo(1);
        assertThat(link().report().links()).containsEntry(LinkPass.CROSSWALK, 0L);
    }

    @Test
    void memberThatMoreThanTwentyAreSaidToBeStandsInForAMissingOne() {
        for (int i = 0; i < 20; i++) {
            pointer(PLAN, "m" + i, null, "UNKNOWN");
        }
        assertThat(persons()).hasSize(1);

        patient(STATE, "UNKNOWN", null, null, null, null, null, null);

        assertThat(persons()).hasSize(21);
        assertThat(count(LinkMetric.KEYS_TOO_COMMON)).isEqualTo(1);
    }

    @Test
    void memberWhomOnePayerNamesForTwoPeopleIsStillLinkedByAnother() {
        pointer(PLAN, "mother", "1990-02-03", "77");
        pointer(PLAN, "child", "2024-07-15", "77");
        pointer(CLINIC, "c", "1990-02-03", "77");
        patient(STATE, "77", null, null, null, "1990-02-03", null, null);

        assertThat(persons()).containsExactlyInAnyOrder("plan/mother", "plan/child", "clinic/c state-medicaid/77");
    }

    @Test
    void crosswalkOfOneMemberIsBelievedWhateverTheOtherPayerSaysOfItsBirth() {
        pointer(PLAN, "1", "1990-02-03", "77");
        patient(STATE, "77", null, null, null, "1950-12-24", null, null);

        assertThat(persons()).containsExactly("plan/1 state-medicaid/77");
        assertThat(link().report().conflictsKept()).isEqualTo(1);
    }

    private long count(LinkMetric metric) {
        return link().report().findings().of(LinkFinding.of(metric, LinkPass.CROSSWALK));
    }

    private void pointer(String payer, String member, String birth, String other) {
        patient(payer, member, null, null, null, birth, null, null);
        delivered.add(rows.row(Table.MBI_CROSSWALK, payer, member, "other_payer_id", STATE, "other_member_id", other));
    }
}
