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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Table;

/** An answer that a later one replaced must not count, and of two of one day it must always be the same one. */
class OutdatedAnswersTest {
    private final ToldDemographics told = new ToldDemographics();

    @Test
    void laterRefusalIsRespected() {
        told.race(CLINIC, SELF, "2023-01-01", ASIAN);
        told.noRace(CLINIC, SELF, "2025-01-01", "DECLINED");

        assertThat(told.race().missing()).isEqualTo(Missing.DECLINED);
    }

    @Test
    void answerAfterARefusalCounts() {
        told.noRace(CLINIC, SELF, "2023-01-01", "DECLINED");
        told.race(CLINIC, SELF, "2025-01-01", ASIAN);

        assertThat(told.race().values()).containsExactly("ASIAN");
    }

    @Test
    void selfReportCountsInTheGracePeriodAndNotAfterIt() {
        told.race(CLINIC, SELF, "2026-03-31", ASIAN);
        assertThat(told.race().values()).containsExactly("ASIAN");

        told.forget();
        told.race(CLINIC, SELF, "2026-04-01", ASIAN);
        assertThat(told.race().missing()).isEqualTo(Missing.NO_INFORMATION);
    }

    @Test
    void administrativeEvidenceOfLaterMonthsHasNoGrace() {
        told.race(FFS, ADMINISTRATIVE, "2026-01-01", WHITE);
        told.race(FFS, ADMINISTRATIVE, "2025-12-01", BLACK);

        assertThat(told.race().values()).containsExactly("BLACK");
    }

    @Test
    void undatedAdministrativeEvidenceTakesItsLastCoverageMonth() {
        told.race(FFS, ADMINISTRATIVE, "2025-06-01", WHITE);
        told.race(PLAN, ADMINISTRATIVE, null, BLACK);
        assertThat(told.race().values()).containsExactly("WHITE");

        told.row(
                Table.ELIGIBILITY,
                PLAN,
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "9999-12-31");
        assertThat(told.race().values()).containsExactly("BLACK");
    }

    @Test
    void undatedSelfReportIsOlderThanAnyDatedOne() {
        told.race(CLINIC, SELF, null, BLACK);
        assertThat(told.race().values()).containsExactly("BLACK");

        told.race(PLAN, SELF, "2001-01-01", WHITE);
        assertThat(told.race().values()).containsExactly("WHITE");
    }

    @Test
    void ethnicityOlderThanACompleteAnswerNoLongerCompletesANewerRace() {
        told.ethnicity(PLAN, SELF, "2020-01-01", HISPANIC);
        told.race(CLINIC, SELF, "2023-01-01", BLACK);
        told.ethnicity(CLINIC, SELF, "2023-01-01", NOT_HISPANIC);
        told.race(STATE, SELF, "2025-01-01", BLACK);

        assertThat(told.race().values()).containsExactly("BLACK");
    }

    @Test
    void raceDeclinedOnAFormThatTellsEthnicityLeavesTheEthnicity() {
        told.noRace(CLINIC, SELF, "2025-01-01", "DECLINED");
        told.ethnicity(CLINIC, SELF, "2025-01-01", HISPANIC);

        assertThat(told.race().values()).containsExactly("HISPANIC");
    }

    @Test
    void raceDeclinedAfterAnEthnicityWithdrawsTheWholeAnswer() {
        told.ethnicity(CLINIC, SELF, "2023-01-01", HISPANIC);
        told.noRace(CLINIC, SELF, "2025-01-01", "DECLINED");

        assertThat(told.race().missing()).isEqualTo(Missing.DECLINED);
    }

    @Test
    void newerDropReplacesTheAnswerOfTheSameDayAsAWhole() {
        told.race(CLINIC, SELF, "2025-01-01", WHITE);
        told.race(CLINIC, SELF, "2025-01-01", AIAN);
        told.raceInNewerDrop(CLINIC, SELF, "2025-01-01", WHITE);

        assertThat(told.race().values()).containsExactly("WHITE");
    }

    @Test
    void largerSetOfOneDayBeatsThePayerOrder() {
        told.race(CLINIC, SELF, "2025-01-01", WHITE);
        told.race(PLAN, SELF, "2025-01-01", WHITE);
        told.race(PLAN, SELF, "2025-01-01", ASIAN);
        told.under(PersonPolicy.standard().withPayerOrder(List.of(CLINIC, PLAN)));

        assertThat(told.race().values()).containsExactly("ASIAN", "WHITE");
    }

    @Test
    void payerOrderOfTheProgramBreaksATieOfOneDay() {
        told.race(CLINIC, SELF, "2025-01-01", ASIAN);
        told.race(PLAN, SELF, "2025-01-01", WHITE);

        told.under(PersonPolicy.standard().withPayerOrder(List.of(PLAN, CLINIC)));
        assertThat(told.race().values()).containsExactly("WHITE");
        told.under(PersonPolicy.standard().withPayerOrder(List.of(CLINIC, PLAN)));
        assertThat(told.race().values()).containsExactly("ASIAN");
    }
}
