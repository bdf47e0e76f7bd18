package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.link.ToldDemographics.ADMINISTRATIVE;
import static org.mcpstrata.link.ToldDemographics.AIAN;
import static org.mcpstrata.link.ToldDemographics.ASIAN;
import static org.mcpstrata.link.ToldDemographics.BLACK;
import static org.mcpstrata.link.ToldDemographics.HISPANIC;
import static org.mcpstrata.link.ToldDemographics.NOT_HISPANIC;
import static org.mcpstrata.link.ToldDemographics.SELF;
import static org.mcpstrata.link.ToldDemographics.WHITE;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;
import static org.mcpstrata.model.TestRows.VENDOR;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TwoQuestions;

/** An answer of a worse source, or of another question, must not stand for what a person said. */
class DemographicsTest {
    private static final String ENROLLMENT = "SELF_REPORT_ENROLLMENT";
    private static final String LABEL = "INDIRECT_LABEL";

    private final ToldDemographics told = new ToldDemographics();

    @Test
    void answerCorrectedUnderANewMedicareNumberReplacesTheOldOne() {
        told.raceUnderANewNumber(FFS, "1SS1SS1SS11", "2SS2SS2SS22", ASIAN, WHITE);

        assertThat(told.race().values()).containsExactly("WHITE");
        assertThat(told.race().conflict()).isFalse();
    }

    @Test
    void undatedAnswerTakesTheCoverageMonthThatIsToldUnderANewMedicareNumber() {
        told.race(STATE, ADMINISTRATIVE, "2025-03-01", BLACK);
        told.undatedRaceThenCoverageUnderANewNumber(FFS, "1SS1SS1SS11", "2SS2SS2SS22", WHITE);

        assertThat(told.race().values()).containsExactly("WHITE");
    }

    @Test
    void oracle1SelfReportOfTwoRacesBeatsTheAdministrativeOne() {
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);
        told.race(CLINIC, SELF, "2023-06-01", WHITE);
        told.race(CLINIC, SELF, "2023-06-01", AIAN);

        assertThat(told.race().values()).containsExactly("AIAN", "WHITE");
        assertThat(told.race().tier()).isEqualTo(EvidenceTier.SELF_REPORT);
        assertThat(told.race().conflict()).isTrue();
    }

    @Test
    void oracle2NotHispanicOfABetterTierBeatsTheMedicareCode() {
        told.ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        told.race(STATE, ENROLLMENT, "2024-03-01", BLACK);
        told.ethnicity(STATE, ENROLLMENT, "2024-03-01", NOT_HISPANIC);

        assertThat(told.race().values()).containsExactly("BLACK");
        assertThat(told.race().tier()).isEqualTo(EvidenceTier.SELF_REPORT_ENROLLMENT);
        assertThat(told.race().conflict()).isTrue();
    }

    @Test
    void oracle3PersonWhoDeclinedIsNotImputed() {
        told.noRace(CLINIC, SELF, "2025-02-01", "DECLINED");
        told.ethnicity(FFS, LABEL, "2025-01-01", HISPANIC);

        assertThat(told.race().missing()).isEqualTo(Missing.DECLINED);
        assertThat(told.race().values()).isEmpty();
        assertThat(told.race().conflict()).isFalse();
    }

    @Test
    void oracle4PersonWhoDidNotKnowMayBeFilled() {
        told.noRace(CLINIC, SELF, "2025-02-01", "ASKED_UNKNOWN");
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", BLACK);

        assertThat(told.race().values()).containsExactly("BLACK");
        assertThat(told.race().tier()).isEqualTo(EvidenceTier.ADMINISTRATIVE);
    }

    @Test
    void oracle5LatestOfTwoSelfReportsCounts() {
        told.race(CLINIC, SELF, "2022-01-01", ASIAN);
        told.race(PLAN, SELF, "2024-09-01", ASIAN);
        told.race(PLAN, SELF, "2024-09-01", WHITE);

        assertThat(told.race().values()).containsExactly("ASIAN", "WHITE");
    }

    @Test
    void oracle6ProbabilitiesNeverBecomeALabel() {
        told.noRace(FFS, ADMINISTRATIVE, "2025-01-01", "UNKNOWN");
        told.row(
                Table.RACE_PROBABILITY,
                VENDOR,
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
                "0.01");

        assertThat(told.race().missing()).isEqualTo(Missing.UNKNOWN);
        assertThat(told.race().tier()).isNull();
    }

    @Test
    void oracle7EthnicityAloneAndRaceAloneOfOneTierCompleteOneAnother() {
        told.ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        told.race(PLAN, ADMINISTRATIVE, "2024-06-01", WHITE);

        assertThat(told.race().values()).containsExactly("HISPANIC", "WHITE");
        assertThat(told.race().conflict()).isFalse();
    }

    @Test
    void raceOfALowerTierIsNotAddedToEthnicityOfAHigherOne() {
        told.ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);

        assertThat(told.race().values()).containsExactly("HISPANIC");
    }

    /** Medicare's one code answers either question: a corrected code must not leave the other's old answer behind. */
    @Test
    void aCorrectedMedicareCodeMakesNobodyOfTwoRaces() {
        told.race(FFS, ADMINISTRATIVE, "2015-10-01", BLACK);
        told.row(Table.DEMOGRAPHICS, FFS, medicareCode(false, "ethnicity"));
        told.inNewerDrop(Table.DEMOGRAPHICS, FFS, medicareCode(false, "race"));
        told.inNewerDrop(Table.DEMOGRAPHICS, FFS, medicareCode(true, "ethnicity"));

        assertThat(told.race().values()).containsExactly("HISPANIC");
        assertThat(told.race().conflict()).isFalse();
    }

    private static Object[] medicareCode(boolean hispanic, String attribute) {
        return new Object[] {
            "attribute",
            attribute,
            "method",
            ADMINISTRATIVE,
            "observed_date",
            "2015-10-01",
            hispanic ? "value" : "missing_reason",
            hispanic ? HISPANIC : "UNKNOWN"
        };
    }

    @Test
    void racesOfTwoSourcesAreNeverAddedUp() {
        told.race(CLINIC, SELF, "2025-01-01", ASIAN);
        told.race(PLAN, SELF, "2025-01-01", WHITE);

        assertThat(told.race().values()).hasSize(1);
        assertThat(told.race().conflict()).isTrue();
    }

    @Test
    void notHispanicAloneIsNoCategoryButStopsALowerTiersHispanic() {
        told.ethnicity(CLINIC, SELF, "2025-01-01", NOT_HISPANIC);
        told.ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        told.race(PLAN, ADMINISTRATIVE, "2025-01-01", BLACK);

        assertThat(told.race().values()).containsExactly("BLACK");
    }

    @Test
    void theMedicareCodeForWhiteSaysNothingOfEthnicity() {
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", WHITE);
        assertThat(told.race().questions())
                .isEqualTo(new TwoQuestions(null, Missing.UNKNOWN, false, EvidenceTier.ADMINISTRATIVE, null));
    }

    @Test
    void hispanicAloneSaysNothingOfRace() {
        told.ethnicity(FFS, ADMINISTRATIVE, "2025-01-01", HISPANIC);
        assertThat(told.race().questions())
                .isEqualTo(new TwoQuestions(Missing.UNKNOWN, null, true, null, EvidenceTier.ADMINISTRATIVE));
    }

    @Test
    void notHispanicIsAnAnswerAlthoughNoRaceIsKnown() {
        told.ethnicity(CLINIC, SELF, "2025-01-01", NOT_HISPANIC);
        assertThat(told.race().isAnswered()).isFalse();
        assertThat(told.race().questions())
                .isEqualTo(new TwoQuestions(Missing.NO_INFORMATION, null, false, null, EvidenceTier.SELF_REPORT));
        told.race(PLAN, ADMINISTRATIVE, "2025-01-01", BLACK);
        assertThat(told.race().questions())
                .as("each question by its own source")
                .isEqualTo(new TwoQuestions(null, null, false, EvidenceTier.ADMINISTRATIVE, EvidenceTier.SELF_REPORT));
    }

    @Test
    void whoDeclinedOneQuestionDidNotDeclineTheOther() {
        told.noRace(CLINIC, SELF, "2025-01-01", "DECLINED");
        told.ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);
        assertThat(told.race().questions())
                .isEqualTo(new TwoQuestions(Missing.DECLINED, null, true, null, EvidenceTier.SELF_REPORT));
    }

    @Test
    void detailCodesRollUpToTheStandardOf2024() {
        told.race(CLINIC, SELF, "2025-01-01", "2036-2");
        told.race(CLINIC, SELF, "2025-01-01", "2129-5");
        told.ethnicity(CLINIC, SELF, "2025-01-01", "2148-5");

        assertThat(told.race().values()).containsExactly("ASIAN", "HISPANIC", "MENA");
    }

    @Test
    void otherRaceIsAnAnswerOfItsOwn() {
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", "2131-1");

        assertThat(told.race().values()).containsExactly("OTHER");
    }

    @Test
    void realCategoryBesideUnknownStands() {
        told.race(CLINIC, SELF, "2025-01-01", WHITE);
        told.race(CLINIC, SELF, "2025-01-01", "UNK");

        assertThat(told.race().values()).containsExactly("WHITE");
    }

    @Test
    void combinedQuestionIsCompleteAndMarked() {
        told.combined(CLINIC, "2024-05-01", WHITE);
        told.ethnicity(PLAN, SELF, "2024-01-01", HISPANIC);

        assertThat(told.race().values()).containsExactly("WHITE");
        assertThat(told.race().collectedUnder2024()).isTrue();
        assertThat(told.race().conflict()).isTrue();
    }

    @Test
    void hispanicTickedInTheCombinedQuestionIsACategory() {
        told.combined(CLINIC, "2024-05-01", WHITE);
        told.combined(CLINIC, "2024-05-01", HISPANIC);

        assertThat(told.race().values()).containsExactly("HISPANIC", "WHITE");
    }

    @Test
    void kindsOfNoValueAreKeptApart() {
        assertThat(told.race().missing()).isEqualTo(Missing.NO_INFORMATION);
        told.noRace(PLAN, ADMINISTRATIVE, "2025-01-01", "NOT_ASKED");
        assertThat(told.race().missing()).isEqualTo(Missing.NOT_ASKED);
        told.race(FFS, ADMINISTRATIVE, "2025-01-01", "7");
        assertThat(told.race().missing()).isEqualTo(Missing.UNMAPPED);
        told.noRace(STATE, ADMINISTRATIVE, "2025-01-01", "UNKNOWN");
        assertThat(told.race().missing()).isEqualTo(Missing.UNKNOWN);
        told.noRace(CLINIC, SELF, "2025-01-01", "ASKED_UNKNOWN");
        assertThat(told.race().missing()).isEqualTo(Missing.ASKED_UNKNOWN);
    }
}
