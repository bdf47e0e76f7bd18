package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;
import static org.mcpstrata.model.TestRows.VENDOR;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.model.TwoQuestions;
import org.mcpstrata.time.MeasurementPeriod;

class DemographicsTest {
    private static final String AIAN = "1002-5";
    private static final String ASIAN = "2028-9";
    private static final String BLACK = "2054-5";
    private static final String WHITE = "2106-3";
    private static final String HISPANIC = "2135-2";
    private static final String NOT_HISPANIC = "2186-5";
    private static final String SELF = "SELF_REPORT";
    private static final String ENROLLMENT = "SELF_REPORT_ENROLLMENT";
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";
    private static final String LABEL = "INDIRECT_LABEL";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> evidence = new ArrayList<>();
    private PersonPolicy policy = PersonPolicy.standard();

    @Test
    void oracle1SelfReportOfTwoRacesBeatsTheAdministrativeOne() {
        race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);
        race(CLINIC, SELF, "2023-06-01", WHITE);
        race(CLINIC, SELF, "2023-06-01", AIAN);

        assertThat(race().values()).containsExactly("AIAN", "WHITE");
        assertThat(race().tier()).isEqualTo(1);
        assertThat(race().conflict()).isTrue();
        assertThat(race().source()).isEqualTo(CLINIC);
        assertThat(race().sources()).isEqualTo(2);
    }

    @Test
    void oracle2NotHispanicOfABetterTierBeatsTheMedicareCode() {
        ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        race(STATE, ENROLLMENT, "2024-03-01", BLACK);
        ethnicity(STATE, ENROLLMENT, "2024-03-01", NOT_HISPANIC);

        assertThat(race().values()).containsExactly("BLACK");
        assertThat(race().tier()).isEqualTo(2);
        assertThat(race().conflict()).isTrue();
    }

    @Test
    void oracle3PersonWhoDeclinedIsNotImputed() {
        noRace(CLINIC, SELF, "2025-02-01", "DECLINED");
        ethnicity(FFS, LABEL, "2025-01-01", HISPANIC);

        assertThat(race().missing()).isEqualTo(Missing.DECLINED);
        assertThat(race().values()).isEmpty();
        assertThat(race().conflict()).isFalse();
    }

    @Test
    void oracle4PersonWhoDidNotKnowMayBeFilled() {
        noRace(CLINIC, SELF, "2025-02-01", "ASKED_UNKNOWN");
        race(FFS, ADMINISTRATIVE, "2025-01-01", BLACK);

        assertThat(race().values()).containsExactly("BLACK");
        assertThat(race().tier()).isEqualTo(3);
    }

    @Test
    void oracle5LatestOfTwoSelfReportsCounts() {
        race(CLINIC, SELF, "2022-01-01", ASIAN);
        race(PLAN, SELF, "2024-09-01", ASIAN);
        race(PLAN, SELF, "2024-09-01", WHITE);

        assertThat(race().values()).containsExactly("ASIAN", "WHITE");
    }

    @Test
    void oracle6ProbabilitiesNeverBecomeALabel() {
        noRace(FFS, ADMINISTRATIVE, "2025-01-01", "UNKNOWN");
        evidence.add(rows.row(
                Table.RACE_PROBABILITY,
                VENDOR,
                "m",
                "prob_model",
                "MBISG",
                "prob_version",
                "2",
                "white",
                "0.95",
                "black",
                "0.01",
                "hispanic",
                "0.01",
                "asian_nhpi",
                "0.01",
                "aian",
                "0.01",
                "multiracial",
                "0.01"));

        assertThat(race().missing()).isEqualTo(Missing.UNKNOWN);
        assertThat(race().tier()).isZero();
    }

    @Test
    void oracle7EthnicityAloneAndRaceAloneOfOneTierCompleteOneAnother() {
        ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        race(PLAN, ADMINISTRATIVE, "2024-06-01", WHITE);

        assertThat(race().values()).containsExactly("HISPANIC", "WHITE");
        assertThat(race().conflict()).isFalse();
    }

    @Test
    void raceOfALowerTierIsNotAddedToEthnicityOfAHigherOne() {
        ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);
        race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);

        assertThat(race().values()).containsExactly("HISPANIC");
    }

    @Test
    void racesOfTwoSourcesAreNeverAddedUp() {
        race(CLINIC, SELF, "2025-01-01", ASIAN);
        race(PLAN, SELF, "2025-01-01", WHITE);

        assertThat(race().values()).hasSize(1);
        assertThat(race().conflict()).isTrue();
    }

    @Test
    void notHispanicAloneIsNoCategoryButStopsALowerTiersHispanic() {
        ethnicity(CLINIC, SELF, "2025-01-01", NOT_HISPANIC);
        ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        race(PLAN, ADMINISTRATIVE, "2025-01-01", BLACK);

        assertThat(race().values()).containsExactly("BLACK");
    }

    @Test
    void theMedicareCodeForWhiteSaysNothingOfEthnicity() {
        race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);
        assertThat(race().questions()).isEqualTo(new TwoQuestions(null, Missing.UNKNOWN, false));
    }

    @Test
    void hispanicAloneSaysNothingOfRace() {
        ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        assertThat(race().questions()).isEqualTo(new TwoQuestions(Missing.UNKNOWN, null, true));
    }

    @Test
    void notHispanicIsAnAnswerAlthoughNoRaceIsKnown() {
        ethnicity(CLINIC, SELF, "2025-01-01", NOT_HISPANIC);
        assertThat(race().isAnswered()).isFalse();
        assertThat(race().questions()).isEqualTo(new TwoQuestions(Missing.NO_INFORMATION, null, false));
        race(PLAN, ADMINISTRATIVE, "2025-01-01", BLACK);
        assertThat(race().questions()).isEqualTo(new TwoQuestions(null, null, false));
    }

    @Test
    void whoDeclinedOneQuestionDidNotDeclineTheOther() {
        noRace(CLINIC, SELF, "2025-01-01", "DECLINED");
        ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);
        assertThat(race().questions()).isEqualTo(new TwoQuestions(Missing.DECLINED, null, true));
    }

    @Test
    void laterRefusalIsRespectedUnlessTheProgramSaysOtherwise() {
        race(CLINIC, SELF, "2023-01-01", ASIAN);
        noRace(CLINIC, SELF, "2025-01-01", "DECLINED");

        assertThat(race().missing()).isEqualTo(Missing.DECLINED);
        policy = new PersonPolicy(List.of(), new TreeMap<>(), false, null, Geography.NONE, 90, WantedFacts.NONE);
        assertThat(race().values()).containsExactly("ASIAN");
    }

    @Test
    void answerAfterARefusalCounts() {
        noRace(CLINIC, SELF, "2023-01-01", "DECLINED");
        race(CLINIC, SELF, "2025-01-01", ASIAN);

        assertThat(race().values()).containsExactly("ASIAN");
    }

    @Test
    void selfReportCountsInTheGracePeriodAndNotAfterIt() {
        race(CLINIC, SELF, "2026-03-31", ASIAN);
        assertThat(race().values()).containsExactly("ASIAN");

        evidence.clear();
        race(CLINIC, SELF, "2026-04-01", ASIAN);
        assertThat(race().missing()).isEqualTo(Missing.NO_INFORMATION);
    }

    @Test
    void administrativeEvidenceOfLaterMonthsHasNoGrace() {
        race(FFS, ADMINISTRATIVE, "2026-01-01", WHITE);
        race(FFS, ADMINISTRATIVE, "2025-12-01", BLACK);

        assertThat(race().values()).containsExactly("BLACK");
    }

    @Test
    void undatedAdministrativeEvidenceTakesItsLastCoverageMonth() {
        race(FFS, ADMINISTRATIVE, "2025-06-01", WHITE);
        race(PLAN, ADMINISTRATIVE, null, BLACK);
        assertThat(race().values()).containsExactly("WHITE");

        evidence.add(rows.row(
                Table.ELIGIBILITY,
                PLAN,
                "m",
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "9999-12-31"));
        assertThat(race().values()).containsExactly("BLACK");
    }

    @Test
    void undatedSelfReportIsOlderThanAnyDatedOne() {
        race(CLINIC, SELF, null, BLACK);
        assertThat(race().values()).containsExactly("BLACK");

        race(PLAN, SELF, "2001-01-01", WHITE);
        assertThat(race().values()).containsExactly("WHITE");
    }

    @Test
    void ethnicityOlderThanACompleteAnswerNoLongerCompletesANewerRace() {
        ethnicity(PLAN, SELF, "2020-01-01", HISPANIC);
        race(CLINIC, SELF, "2023-01-01", BLACK);
        ethnicity(CLINIC, SELF, "2023-01-01", NOT_HISPANIC);
        race(STATE, SELF, "2025-01-01", BLACK);

        assertThat(race().values()).containsExactly("BLACK");
    }

    @Test
    void raceDeclinedOnAFormThatTellsEthnicityLeavesTheEthnicity() {
        noRace(CLINIC, SELF, "2025-01-01", "DECLINED");
        ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);

        assertThat(race().values()).containsExactly("HISPANIC");
    }

    @Test
    void raceDeclinedAfterAnEthnicityWithdrawsTheWholeAnswer() {
        ethnicity(CLINIC, SELF, "2023-01-01", HISPANIC);
        noRace(CLINIC, SELF, "2025-01-01", "DECLINED");

        assertThat(race().missing()).isEqualTo(Missing.DECLINED);
    }

    @Test
    void detailCodesRollUpToTheStandardOf2024() {
        race(CLINIC, SELF, "2025-01-01", "2036-2");
        race(CLINIC, SELF, "2025-01-01", "2129-5");
        ethnicity(CLINIC, SELF, "2025-01-01", "2148-5");

        assertThat(race().values()).containsExactly("ASIAN", "HISPANIC", "MENA");
    }

    @Test
    void otherRaceIsAnAnswerOfItsOwn() {
        race(FFS, ADMINISTRATIVE, "2025-01-01", "2131-1");

        assertThat(race().values()).containsExactly("OTHER");
    }

    @Test
    void realCategoryBesideUnknownStands() {
        race(CLINIC, SELF, "2025-01-01", WHITE);
        race(CLINIC, SELF, "2025-01-01", "UNK");

        assertThat(race().values()).containsExactly("WHITE");
    }

    @Test
    void combinedQuestionIsCompleteAndMarked() {
        combined(CLINIC, "2024-05-01", WHITE);
        ethnicity(PLAN, SELF, "2024-01-01", HISPANIC);

        assertThat(race().values()).containsExactly("WHITE");
        assertThat(race().collectedUnder2024()).isTrue();
        assertThat(race().conflict()).isTrue();
    }

    @Test
    void hispanicTickedInTheCombinedQuestionIsACategory() {
        combined(CLINIC, "2024-05-01", WHITE);
        combined(CLINIC, "2024-05-01", HISPANIC);

        assertThat(race().values()).containsExactly("HISPANIC", "WHITE");
    }

    @Test
    void newerDropReplacesTheAnswerOfTheSameDayAsAWhole() {
        race(CLINIC, SELF, "2025-01-01", WHITE);
        race(CLINIC, SELF, "2025-01-01", AIAN);
        evidence.add(
                rows.inDrop(TestRows.SECOND, Table.DEMOGRAPHICS, CLINIC, "m", row("race", SELF, "2025-01-01", WHITE)));

        assertThat(race().values()).containsExactly("WHITE");
    }

    @Test
    void largerSetOfOneDayBeatsThePayerOrder() {
        race(CLINIC, SELF, "2025-01-01", WHITE);
        race(PLAN, SELF, "2025-01-01", WHITE);
        race(PLAN, SELF, "2025-01-01", ASIAN);
        policy = PersonPolicy.standard().withPayerOrder(List.of(CLINIC, PLAN));

        assertThat(race().values()).containsExactly("ASIAN", "WHITE");
    }

    @Test
    void payerOrderOfTheProgramBreaksATieOfOneDay() {
        race(CLINIC, SELF, "2025-01-01", ASIAN);
        race(PLAN, SELF, "2025-01-01", WHITE);

        policy = PersonPolicy.standard().withPayerOrder(List.of(PLAN, CLINIC));
        assertThat(race().values()).containsExactly("WHITE");
        policy = PersonPolicy.standard().withPayerOrder(List.of(CLINIC, PLAN));
        assertThat(race().values()).containsExactly("ASIAN");
    }

    @Test
    void kindsOfNoValueAreKeptApart() {
        assertThat(race().missing()).isEqualTo(Missing.NO_INFORMATION);
        noRace(PLAN, ADMINISTRATIVE, "2025-01-01", "NOT_ASKED");
        assertThat(race().missing()).isEqualTo(Missing.NOT_ASKED);
        race(FFS, ADMINISTRATIVE, "2025-01-01", "7");
        assertThat(race().missing()).isEqualTo(Missing.UNMAPPED);
        noRace(STATE, ADMINISTRATIVE, "2025-01-01", "UNKNOWN");
        assertThat(race().missing()).isEqualTo(Missing.UNKNOWN);
        noRace(CLINIC, SELF, "2025-01-01", "ASKED_UNKNOWN");
        assertThat(race().missing()).isEqualTo(Missing.ASKED_UNKNOWN);
    }

    private ResolvedAttribute race() {
        return attribute(Attribute.RACE_ETHNICITY);
    }

    private ResolvedAttribute attribute(Attribute attribute) {
        Demographics demographics = new Demographics(new MeasurementPeriod(2025), DROPS, policy);
        ResolvedAttribute answer = demographics.resolve(evidence).get(attribute);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(demographics.resolve(TestRows.shuffled(evidence, seed)).get(attribute))
                    .isEqualTo(answer);
        }
        return answer;
    }

    private void race(String payer, String method, String observed, String code) {
        add(payer, "race", method, observed, code);
    }

    private void ethnicity(String payer, String method, String observed, String code) {
        add(payer, "ethnicity", method, observed, code);
    }

    private void add(String payer, String attribute, String method, String observed, String code) {
        evidence.add(rows.row(Table.DEMOGRAPHICS, payer, "m", row(attribute, method, observed, code)));
    }

    private void combined(String payer, String observed, String code) {
        evidence.add(rows.row(
                Table.DEMOGRAPHICS,
                payer,
                "m",
                "attribute",
                "race",
                "method",
                SELF,
                "observed_date",
                observed,
                "value",
                code,
                "collected_under",
                "2024"));
    }

    private void noRace(String payer, String method, String observed, String reason) {
        evidence.add(rows.row(
                Table.DEMOGRAPHICS,
                payer,
                "m",
                "attribute",
                "race",
                "method",
                method,
                "observed_date",
                observed,
                "missing_reason",
                reason));
    }

    private static Object[] row(String attribute, String method, String observed, String code) {
        return new Object[] {"attribute", attribute, "method", method, "observed_date", observed, "value", code};
    }
}
