package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.ClaimRule;
import org.mcpstrata.measure.EventKind;

/** Which events a clause asks for, and on which day they count, on definitions written for the test. */
class EventsAskedForTest {
    private static Story person() {
        return Story.born("1960-02-29");
    }

    private static Asking asking() {
        return Asking.in(2025)
                .set("Visit", "CPT|99213")
                .set("Stay", "SNOMED|8715000")
                .set("Lab", "LOINC|4548-4")
                .set("Illness", "ICD10CM|G30.9")
                .set("Place", "POS|32")
                .set("Yes", "SNOMED|373066001");
    }

    @Test
    void aVisitIsAskedForItsDiagnoses() {
        Asking asking = asking().define(
                        "ill", EventAsk.of(EventKind.ENCOUNTER, "Visit").withDiagnosis("Illness"))
                .define("mainly ill", EventAsk.of(EventKind.ENCOUNTER, "Visit").principalDiagnosis("Illness"));
        Story clinical = person().condition("c1", "ICD10CM|G30.9", "active", "confirmed", "2025-01-01", null)
                .visitFor("2025-06-01", "CPT|99213", "c1");

        assertThat(asking.holds("ill", clinical)).isTrue();
        assertThat(asking.holds("ill", person().visit("2025-06-01", "CPT|99213")))
                .isFalse();
        assertThat(asking.holds("ill", person().claim("2025-06-01", "99213", "I10", "G30.9")))
                .isTrue();
        assertThat(asking.holds("mainly ill", person().claim("2025-06-01", "99213", "I10", "G30.9")))
                .isFalse();
        assertThat(asking.holds("mainly ill", person().claim("2025-06-01", "99213", "G30.9", "I10")))
                .isTrue();
    }

    @Test
    void aClaimWhoseLinesCameAgainUnderANewNumberKeepsItsDiagnoses() {
        Asking asking = asking().define(
                        "ill", EventAsk.of(EventKind.ENCOUNTER, "Visit").withDiagnosis("Illness"))
                .define("has it", EventAsk.of(EventKind.CONDITION, "Illness"));
        Story story = person().claimUnderTwoNumbers(
                        new ClaimStory("a").line("2025-06-01", "99213").diagnoses("G30.9"));

        assertThat(asking.holds("ill", story)).isTrue();
        assertThat(asking.holds("has it", story)).isTrue();
    }

    @Test
    void aClaimMayBeDatedByItsLineItsClaimOrItsStay() {
        Story story = person().claim(new ClaimStory("a")
                .institutional("111")
                .days("2025-03-02", "2025-03-20")
                .admitted("2025-02-27", "2025-03-20", "01")
                .line("2025-03-04", "99213", null)
                .line("2025-03-07", "36415", null));
        String[] expected = {"2025-03-04", "2025-03-04", "2025-02-27"};
        for (ClaimRule.Dating dating : ClaimRule.Dating.values()) {
            assertThat(asking().define(
                                    "v",
                                    EventAsk.of(EventKind.ENCOUNTER, "Visit").datedBy(dating))
                            .daysBehind("v", story))
                    .as(dating.name())
                    .containsExactly(expected[dating.ordinal()]);
        }
    }

    @Test
    void aPositiveSettingIsNeverReadOutOfAClaim() {
        Asking asking = asking().define(
                        "emergency", EventAsk.of(EventKind.ENCOUNTER).inSetting("EMER"))
                .define("elsewhere", EventAsk.of(EventKind.ENCOUNTER, "Visit").notInSetting("EMER"));
        Story claim = person().claim(new ClaimStory("a").line("2025-03-04", "99213", "23"));

        assertThat(asking.holds("emergency", claim)).isFalse();
        assertThat(asking.holds("elsewhere", claim)).isFalse();
        assertThat(asking.holds(
                        "emergency",
                        person().encounter("e", "finished", "EMER", "2025-03-04", "2025-03-04", "CPT|12345")))
                .isTrue();
    }

    @Test
    void anAnswerIsACodeOfASet() {
        Asking asking =
                asking().define("yes", EventAsk.of(EventKind.OBSERVATION, "Lab").answerIn("Yes"));

        assertThat(asking.holds("yes", person().answer("LOINC|4548-4", "2025-01-01", "2025-01-01", "SNOMED|373066001")))
                .isTrue();
        assertThat(asking.holds("yes", person().answer("LOINC|4548-4", "2025-01-01", "2025-01-01", "SNOMED|373067005")))
                .isFalse();
        assertThat(asking.holds("yes", person().lab("LOINC|4548-4", "2025-01-01", "5")))
                .isFalse();
    }

    @Test
    void aCategoryIsAskedOnlyOfRowsThatStateOne() {
        Asking asking = asking().define(
                        "survey", EventAsk.of(EventKind.OBSERVATION, "Lab").category("survey"))
                .define("final", EventAsk.of(EventKind.OBSERVATION, "Lab").status("final"));
        Story lab = person().lab("LOINC|4548-4", "2025-01-01", "5");

        assertThat(asking.holds("survey", lab)).isFalse();
        assertThat(asking.holds("survey", person().answer("LOINC|4548-4", "2025-01-01", "2025-01-01", "SNOMED|1")))
                .isTrue();
        assertThat(asking.holds("final", lab)).isTrue();
    }
}
