package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;
import static org.mcpstrata.model.TestRows.VENDOR;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

class ClustersTest extends MembersToLink {
    @Test
    void oneIdentifierAtTwoPayersIsOnePerson() {
        patient(FFS, OLD, OLD, null, null, null, null, null);
        patient(PLAN, "77", OLD, null, null, null, null, null);

        assertThat(persons()).containsExactly("medicare-ffs/1S00A00AA00 plan/77");
        assertThat(link().report().links()).containsEntry(LinkPass.MBI, 1L);
    }

    @Test
    void oldNumberThatOnlyTheCrosswalkKnowsLeadsToThePerson() {
        crosswalk(TestRows.FIRST, FFS, OLD, NEW, null);
        crosswalk(TestRows.FIRST, FFS, NEW, NEWEST, null);
        patient(PLAN, "77", NEWEST, null, null, null, null, null);
        patient(STATE, "5", OLD, null, null, null, null, null);

        assertThat(persons()).hasSize(1);
        assertThat(link().report().conflictsKept()).isZero();
    }

    @Test
    void circleOfReplacementsEndsAndIsNoConflict() {
        crosswalk(TestRows.FIRST, FFS, OLD, NEW, null);
        crosswalk(TestRows.FIRST, FFS, NEW, OLD, null);

        assertThat(persons()).hasSize(1);
        assertThat(link().report().conflictsKept()).isZero();
    }

    @Test
    void crosswalkCorrectedByANewerDropNoLongerJoinsTheWrongPerson() {
        crosswalk(TestRows.FIRST, FFS, OLD, NEW, "2024-01-01");
        crosswalk(TestRows.SECOND, FFS, OLD, NEWEST, "2024-01-01");
        patient(FFS, NEW, NEW, null, null, null, null, null);
        patient(FFS, NEWEST, NEWEST, null, null, null, null, null);

        assertThat(persons())
                .containsExactlyInAnyOrder(
                        "medicare-ffs/2S00A00AA00", "medicare-ffs/1S00A00AA00 medicare-ffs/3S00A00AA00");
    }

    @Test
    void claimThatBearsAMedicareNumberLinksWithoutAPatientRow() {
        delivered.add(rows.row(Table.CLAIM_PROCEDURE, FFS, OLD, procedure()));
        patient(PLAN, "77", OLD, null, null, null, null, null);

        assertThat(persons()).hasSize(1);
    }

    @Test
    void memberIdThatLooksLikeAMedicareNumberIsOneOnlyAtMedicare() {
        delivered.add(rows.row(Table.CLAIM_PROCEDURE, PLAN, OLD, procedure()));
        patient(FFS, OLD, OLD, null, null, null, null, null);

        assertThat(persons()).hasSize(2);
    }

    @Test
    void surveyVendorsCrosswalkLinksWithoutMakingAConflict() {
        crosswalk(TestRows.FIRST, VENDOR, "r1", OLD, null);
        patient(FFS, OLD, OLD, null, null, null, null, null);

        assertThat(persons()).containsExactly("medicare-ffs/1S00A00AA00 vendor/r1");
    }

    @Test
    void payersCrosswalkToAnotherPayersMemberLinks() {
        delivered.add(rows.row(Table.MBI_CROSSWALK, CLINIC, "p1", "other_payer_id", PLAN, "other_member_id", "77"));
        patient(PLAN, "77", null, null, null, null, null, null);

        assertThat(persons()).containsExactly("clinic/p1 plan/77");
        assertThat(link().report().links()).containsEntry(LinkPass.CROSSWALK, 1L);
    }

    @Test
    void namesLinkBetweenPayersWhateverTheirSpelling() {
        patient(PLAN, "1", null, "Núñez-Ortiz Jr.", "María", "1950-02-03", "female", "87501");
        patient(STATE, "2", null, "NUNEZ ORTIZ", "MARIA", "1950-02-03", "female", "80014");

        assertThat(persons()).containsExactly("plan/1 state-medicaid/2");
        assertThat(link().report().links()).containsEntry(LinkPass.NAME_SEX, 1L);
    }

    @Test
    void zipStandsInWhereSexIsUnknown() {
        patient(PLAN, "1", null, "Ortiz", "Ana", "1950-02-03", "unknown", "87501");
        patient(STATE, "2", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");

        assertThat(persons()).hasSize(1);
        assertThat(link().report().links()).containsEntry(LinkPass.NAME_ZIP, 1L);
    }

    @Test
    void soundOfTheNameIsTheLastResort() {
        patient(PLAN, "1", null, "Smith", "Catherine", "1950-02-03", "female", "87501");
        patient(STATE, "2", null, "Smyth", "Cathy", "1950-02-03", "female", "80014");

        assertThat(persons()).hasSize(1);
        assertThat(link().report().links()).containsEntry(LinkPass.NAME_SOUND, 1L);
    }

    @Test
    void twinsOfOnePayerAreNeverFusedByName() {
        patient(PLAN, "1", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "2", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");

        assertThat(persons()).hasSize(2);
    }

    @Test
    void nameThatOnePayerHoldsTwiceLinksToNeither() {
        patient(PLAN, "1", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "2", null, "Ortiz", "Ana", "1950-02-03", "female", "80014");
        patient(STATE, "3", null, "Ortiz", "Ana", "1950-02-03", "female", "10001");

        assertThat(persons()).hasSize(3);
        assertThat(link().report().findings().sum(LinkMetric.KEYS_NOT_UNIQUE)).isPositive();
    }

    @Test
    void nameThatOnePayerHoldsTwiceStillLinksTheOtherPayers() {
        patient(PLAN, "1", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "2", null, "Ortiz", "Ana", "1950-02-03", "female", "80014");
        patient(STATE, "3", null, "Ortiz", "Ana", "1950-02-03", "female", "10001");
        patient(CLINIC, "4", null, "Ortiz", "Ana", "1950-02-03", "female", "10002");

        assertThat(persons()).containsExactlyInAnyOrder("plan/1", "plan/2", "clinic/4 state-medicaid/3");
    }

    @Test
    void memberOfAnotherPayerIsNoBridgeBetweenTwoMembersOfOne() {
        patient(PLAN, "1", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(STATE, "2", null, "Ortiz", "Ana", "1950-02-03", "female", "80014");
        eligibilityName(STATE, "2", "Garcia", "Ana", "1950-02-03", "female", "80014");
        patient(PLAN, "3", null, "Garcia", "Ana", "1950-02-03", "female", "10001");

        assertThat(persons()).hasSize(3);
        assertThat(link().report().findings().sum(LinkMetric.GROUPS_REFUSED_ONE_PAYER))
                .isPositive();
    }

    @Test
    void sameNameWithTwoMedicareNumbersIsTwoPeople() {
        patient(FFS, OLD, OLD, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "9", NEW, "Ortiz", "Ana", "1950-02-03", "female", "87501");

        assertThat(persons()).hasSize(2);
        assertThat(link().report().conflictsBroken()).isPositive();
    }

    @Test
    void conflictByNameLeavesTheIdentifierLinksOfTheGroup() {
        patient(FFS, OLD, OLD, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(STATE, "4", OLD, null, null, null, null, null);
        patient(PLAN, "9", NEW, "Ortiz", "Ana", "1950-02-03", "female", "87501");

        assertThat(persons()).containsExactlyInAnyOrder("medicare-ffs/1S00A00AA00 state-medicaid/4", "plan/9");
    }

    @Test
    void birthDatesTwoFieldsApartBreakANameLinkAndOneFieldDoesNot() {
        patient(PLAN, "1", OLD, null, null, "1950-02-03", null, null);
        patient(CLINIC, "c", OLD, "Ortiz", "Ana", "1950-03-04", "female", "87501");
        patient(STATE, "2", null, "Ortiz", "Ana", "1950-03-04", "female", "87501");

        assertThat(persons()).contains("state-medicaid/2");
        assertThat(link().report().conflictsKept()).isEqualTo(1);
        assertThat(Consistency.fieldsApart(java.time.LocalDate.of(1950, 2, 3), java.time.LocalDate.of(1950, 3, 3)))
                .isEqualTo(1);
    }

    @Test
    void patientRecordReplacedByANewerDropNoLongerLinks() {
        patient(FFS, OLD, OLD, null, null, null, null, null);
        delivered.add(rows.inDrop(TestRows.FIRST, Table.PATIENT, CLINIC, "c", "mbi", OLD));
        delivered.add(rows.inDrop(TestRows.SECOND, Table.PATIENT, CLINIC, "c", "mbi", NEW));

        assertThat(persons()).hasSize(2);
    }

    @Test
    void twoCurrentNumbersJoinedByACrosswalkAreReportedNotHidden() {
        patient(FFS, OLD, OLD, null, null, null, null, null);
        patient(CLINIC, "c", NEW, null, null, null, null, null);
        delivered.add(rows.row(Table.MBI_CROSSWALK, CLINIC, "c", "other_payer_id", FFS, "other_member_id", OLD));

        assertThat(persons()).hasSize(1);
        assertThat(link().report().conflictsKept()).isEqualTo(1);
    }

    @Test
    void crosswalkToAnotherPayerCorrectedByANewerDropMovesTheLink() {
        patient(PLAN, "76", null, null, null, null, null, null);
        patient(PLAN, "77", null, null, null, null, null, null);
        Object[] to76 = {"other_payer_id", PLAN, "other_member_id", "76"};
        Object[] to77 = {"other_payer_id", PLAN, "other_member_id", "77"};
        delivered.add(rows.inDrop(TestRows.FIRST, Table.MBI_CROSSWALK, CLINIC, "c", to76));
        delivered.add(rows.inDrop(TestRows.SECOND, Table.MBI_CROSSWALK, CLINIC, "c", to77));

        assertThat(persons()).containsExactlyInAnyOrder("plan/76", "clinic/c plan/77");
    }

    @Test
    void largeGroupOfCrosswalksIsReported() {
        for (int i = 0; i < 21; i++) {
            patient(PLAN, "m" + i, null, null, null, null, null, null);
            delivered.add(
                    rows.row(Table.MBI_CROSSWALK, CLINIC, "c", "other_payer_id", PLAN, "other_member_id", "m" + i));
        }
        patient(CLINIC, "c", null, null, null, null, null, null);

        assertThat(link().report().conflictsKept()).isEqualTo(1);
    }

    @Test
    void numberReissuedWithinOnePayersRecordsIsHistoryNotConflict() {
        eligibilityMbi("2025-01-01", OLD);
        eligibilityMbi("2025-06-01", NEW);
        patient(FFS, OLD, OLD, null, null, null, null, null);
        patient(FFS, NEW, NEW, null, null, null, null, null);

        assertThat(persons()).hasSize(1);
        assertThat(link().report().conflictsKept()).isZero();
    }

    @Test
    void malformedIdentifierLinksNobody() {
        patient(PLAN, "1", "0000000000A", null, null, null, null, null);
        patient(STATE, "2", "0000000000A", null, null, null, null, null);

        assertThat(persons()).hasSize(2);
    }

    @Test
    void personIdIsMadeOfTheMedicareNumberAndSurvivesNewMembers() {
        patient(FFS, OLD, OLD, null, null, null, null, null);
        String alone = link().clusters().get(0).stableKey();
        patient(CLINIC, "c", OLD, null, null, null, null, null);

        assertThat(link().clusters().get(0).stableKey()).isEqualTo(alone).isEqualTo("mbi:" + OLD);
        assertThat(new PersonIds(KEY).of(alone)).matches("P[0-9a-f]{16}");
    }

    @Test
    void everyMemberGoesToExactlyOnePerson() {
        patient(FFS, OLD, OLD, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "9", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(STATE, "4", NEW, null, null, null, null, null);
        Clusters.Result result = link();

        assertThat(result.report().laws()).allMatch(Law::holds);
        assertThat(result.report().members()).isEqualTo(3);
        assertThat(result.report().findings().of(LinkFinding.ofPair(LinkMetric.PERSONS_SHARED, FFS, PLAN)))
                .isEqualTo(1);
    }

    @Test
    void everyOrderOfRowsGivesTheSamePersons() {
        patient(FFS, OLD, OLD, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(PLAN, "9", NEW, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(STATE, "4", null, "Ortiz", "Ana", "1950-02-03", "female", "87501");
        patient(CLINIC, "c", null, "Ortis", "Ana", "1950-02-03", "female", "80014");
        patient(VENDOR, "v", null, "Ortis", "Anabel", "1950-02-03", "female", "80014");
        crosswalk(TestRows.FIRST, FFS, OLD, NEWEST, null);
        Clusters.Result expected = link();
        for (long seed = 0; seed < 200; seed++) {
            assertThat(link(TestRows.shuffled(delivered, seed)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    private static Object[] procedure() {
        return new Object[] {
            "claim_id", "1", "record_version", 0, "sequence", 1, "code_system", "ICD10PCS", "code", "0DBN8ZX"
        };
    }
}
