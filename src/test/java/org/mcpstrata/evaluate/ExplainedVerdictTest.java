package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Amounts;
import org.mcpstrata.model.Verdict.Sufficiency;

/** A verdict says which definitions made it, from which lines, and for which payer. */
class ExplainedVerdictTest {
    private static Story diabetic() {
        return Story.born("1960-05-01").visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");
    }

    private static List<String> asked(String measure, Story story) {
        return Shipped.EVALUATOR.answers(story.person(), story.rows(), measure).stream()
                .map(DefinitionAnswer::definition)
                .toList();
    }

    @Test
    void everyDefinitionIsAskedBeforeTheOnesItIsBuiltOn() {
        List<String> asked = asked("CMS122", diabetic());

        assertThat(asked).doesNotHaveDuplicates().startsWith("18 to 75 years old", "visit of diabetes care");
        assertThat(asked)
                .containsSubsequence(
                        "18 to 75 years old",
                        "hospice services",
                        "latest glycemic status is above 9 percent",
                        "latest glycemic status",
                        "glycemic status",
                        "glycemic status known",
                        "HbA1c test billed");
    }

    @Test
    void ratesExceptionsAndObservationsAreAskedToo() {
        assertThat(asked("CMS130", diabetic()))
                .containsSubsequence("46 to 75 years old", "46 to 49 years old", "50 to 75 years old", "colonoscopy");
        assertThat(asked("CMS2", diabetic()))
                .containsSubsequence("screening reported", "adult tool not used for a reason");
        assertThat(asked("EDU", diabetic())).contains("outlier member", "emergency department visit");
    }

    @Test
    void anAnswerSaysWhatWasSeenOnOtherDays() {
        Story story = diabetic().lab("LOINC|4548-4", "2024-12-31", "7");
        DefinitionAnswer status = Shipped.EVALUATOR.answers(story.person(), story.rows(), "CMS122").stream()
                .filter(answer -> answer.definition().equals("glycemic status"))
                .findFirst()
                .orElseThrow();

        assertThat(status.holds()).isFalse();
        assertThat(status.events()).isEmpty();
        assertThat(status.otherDays()).hasSize(1);
    }

    @Test
    void aMeasureThatIsNotThereIsADefect() {
        Story story = diabetic();
        assertThatThrownBy(() -> Shipped.EVALUATOR.answers(story.person(), story.rows(), "CMS999"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAgesOfARateAreAReasonOfItsVerdict() {
        Story story = Story.born("1960-05-01").visit("2025-03-01", "CPT|99213");

        assertThat(Shipped.verdict("CMS130", "age 50-75", story).reasons()).contains("50 to 75 years old");
        assertThat(Shipped.verdict("CMS130", "age 46-49", story).reasons()).contains("not: 46 to 49 years old");
        assertThat(Shipped.verdict("CMS130", story).reasons()).noneMatch(reason -> reason.endsWith("49 years old"));
    }

    @Test
    void anExceptionIsAReasonOfItsVerdict() {
        Story story =
                Story.born("1980-05-01").claim("2025-06-15", "99213", "Z00.00").claim("2025-06-15", "G8433");
        Verdict verdict = Shipped.verdict("CMS2", story);

        assertThat(verdict.denominatorException()).isTrue();
        assertThat(verdict.reasons()).contains("not screened for a reason reported");
        assertThat(verdict.evidence()).extracting(Evidence::code).contains("HCPCS|G8433");
    }

    @Test
    void aQualityCodeAndACategoryTwoCodeAreKnownByTheirPaths() {
        Story story =
                Story.born("1960-05-01").claim("2025-06-15", "99213", "Z00.00").claim("2025-06-15", "3017F");
        assertThat(evidence("CMS130", "screening reported", story).path()).isEqualTo(Evidence.Path.CPT2);

        Story reported =
                Story.born("1980-05-01").claim("2025-06-15", "99213", "Z00.00").claim("2025-06-15", "G8510");
        assertThat(evidence("CMS2", "screening reported", reported).path()).isEqualTo(Evidence.Path.QDC);
    }

    @Test
    void theCodeThatCountsIsShownAndNotTheOthersOfItsLine() {
        Story story = Story.born("1960-05-01")
                .claim(new ClaimStory("c").institutional("131").revenue("2025-06-15", "0450"))
                .covered(LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31");
        assertThat(evidence("EDU", "emergency department visit", story).code()).isEqualTo("UBREV|0450");
    }

    private static Evidence evidence(String measure, String definition, Story story) {
        Verdict verdict = measure.equals("EDU")
                ? Shipped.verdict("EDU", "with outliers", story)
                : Shipped.verdict(measure, story);
        return verdict.evidence().stream()
                .filter(each -> each.definition().equals(definition))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBilledTestAloneIsPartOfWhatIsNeeded() {
        assertThat(Shipped.verdict("CMS122", diabetic()).sufficiency()).isEqualTo(Sufficiency.NONE);
        assertThat(Shipped.verdict("CMS122", diabetic().claim("2025-06-01", "83036"))
                        .sufficiency())
                .isEqualTo(Sufficiency.PARTIAL);
        assertThat(Shipped.verdict("CMS122", diabetic().lab("LOINC|4548-4", "2025-06-01", "7"))
                        .sufficiency())
                .isEqualTo(Sufficiency.SUFFICIENT);
    }

    @Test
    void aVisitCountsForThePayerThatPaidItAndForNobodyWhenThePersonIsExcluded() {
        Story story = Story.born("1960-05-01").claim("2025-06-15", "99284", "R07.9");
        Verdict counted = inScopes(story);
        assertThat(counted.observation()).isEqualByComparingTo("1");
        assertThat(counted.byScope().get("COMMERCIAL").observation()).isEqualByComparingTo("1");
        assertThat(counted.byScope().get("COMMERCIAL").exposure()).isEqualByComparingTo("12");

        Verdict excluded = inScopes(story.visit("2025-07-01", "HCPCS|G9473"));
        assertThat(excluded.denominatorExclusion()).isTrue();
        assertThat(excluded.byScope())
                .containsOnlyKeys("COMMERCIAL", "payer:north")
                .containsValue(Amounts.NONE);
        assertThat(excluded.observation()).isEqualByComparingTo("0");
        assertThat(excluded.exposure()).isEqualByComparingTo("0");
    }

    private static Verdict inScopes(Story story) {
        Person who = story.person();
        Person covered = PersonDraft.like(who)
                .covered(List.of(new CoverageSpan(
                        "north", LineOfBusiness.COMMERCIAL, Story.date("2024-01-01"), Story.date("2025-12-31"))))
                .scopes(List.of("COMMERCIAL", "payer:north"))
                .months(12)
                .build();
        return Shipped.EVALUATOR.evaluate(covered, story.rows()).stream()
                .filter(verdict ->
                        verdict.measureId().equals("EDU") && verdict.rateId().equals("with outliers"))
                .findFirst()
                .orElseThrow();
    }
}
