package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Screening;
import org.mcpstrata.model.SocialNeed;
import org.mcpstrata.model.SocialNeeds;
import org.mcpstrata.model.TwoQuestions;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Stratifiers of the shipped file that are there only when a program wants them. */
class OptionalStratifiersTest {
    private static final LocalDate BIRTH = LocalDate.of(1950, 6, 1);

    private static Switches on(boolean agreed, String... ids) {
        return new Switches(
                new TreeSet<>(List.of(ids)), agreed, EnumSet.allOf(Area.class), null, Set.of(), id -> Place.of(
                                "program.yaml")
                        .atLine(7)
                        .atField(id));
    }

    private static Stratifiers load(boolean agreed, String... ids) {
        return Stratifiers.load(StoryPeople.STRATIFIER_FILE, on(agreed, ids));
    }

    private static List<Problem> problems(boolean agreed, String... ids) {
        return catchThrowableOfType(ProblemException.class, () -> load(agreed, ids))
                .problems();
    }

    private static List<String> strata(Person person, String stratifier) {
        return load(true, stratifier).memberships(person, StoryPeople.PERIOD, AgeAnchor.PERIOD_END).stream()
                .filter(membership -> membership.stratifier().id().equals(stratifier))
                .map(membership -> membership.stratum().id())
                .toList();
    }

    private static Person person(Map<Attribute, ResolvedAttribute> attributes) {
        return StoryPeople.person("P1", BIRTH, attributes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sexual_orientation", "gender_identity", "tribal_ihs", "disability_acs6", "hrsn_safety"})
    void nobodyIsSplitBySensitiveFactsUnlessAProgramWantsIt(String id) {
        Stratifiers shipped = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
        assertThat(shipped.find(id)).isEmpty();
        assertThat(shipped.all()).noneMatch(stratifier -> stratifier.sides().contains(id));
        assertThat(load(true, id).all())
                .hasSize(shipped.all().size() + 1)
                .anyMatch(stratifier -> stratifier.id().equals(id));
    }

    @Test
    void whatIsOffCostsNoCells() {
        CellCounter counter = new CellCounter(
                Stratifiers.load(StoryPeople.STRATIFIER_FILE), StoryPeople.PERIOD, StoryPeople.MEASURES);
        CellCounter wanting =
                new CellCounter(load(true, "gender_identity", "tribal_ihs"), StoryPeople.PERIOD, StoryPeople.MEASURES);
        StoryPeople.crowd(50, 3).forEach(counter::add);
        StoryPeople.crowd(50, 3).forEach(wanting::add);
        assertThat(stratifiersOf(counter)).contains("sex").doesNotContain("gender_identity", "tribal_ihs");
        assertThat(stratifiersOf(wanting)).contains("sex", "gender_identity", "tribal_ihs");
    }

    private static List<String> stratifiersOf(CellCounter counter) {
        List<String> ids = new ArrayList<>();
        counter.partial().content().cells().keySet().forEach(group -> ids.add(group.stratifierId()));
        return ids;
    }

    @Test
    void aMisspeltSwitchIsRefusedAtItsPlaceWithTheNameThatWasMeant() {
        assertThat(problems(true, "gender_identiy")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DEFINITION_INVALID);
            assertThat(problem.place().toString()).isEqualTo("program.yaml, line 7, gender_identiy");
            assertThat(problem.detail()).contains("Did you mean 'gender_identity'?");
        });
    }

    @Test
    void aStratifierThatIsAlwaysOnIsNoSwitch() {
        assertThat(problems(true, "sex", "dual"))
                .extracting(problem -> problem.place().field())
                .containsExactly("dual", "sex");
    }

    @Test
    void tribalStrataWithoutTheOwnersAgreementAreRefused() {
        assertThat(problems(false, "tribal_ihs")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.AGREEMENT_MISSING);
            assertThat(problem.place().line()).isEqualTo(7);
        });
        assertThat(load(true).find("tribal_ihs"))
                .as("agreed, and yet not wanted")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GENDER_IDENTITY, TRANS_WOMAN, gender_identity, TRANS_WOMAN",
        "GENDER_IDENTITY, NONBINARY, gender_identity, NONBINARY",
        "SEXUAL_ORIENTATION, BISEXUAL, sexual_orientation, BISEXUAL",
        "DISABILITY, NONE, disability_acs6, NONE",
        "DISABILITY, MOBILITY, disability_acs6, ANY"
    })
    void anAnswerIsItsStratum(Attribute attribute, String value, String stratifier, String stratum) {
        assertThat(strata(person(Map.of(attribute, StoryPeople.answer(value))), stratifier))
                .containsExactly(stratum);
    }

    @Test
    void whoIsAWomanAndATransWomanIsInOneStratumOnlyAndNotInOther() {
        Person person = person(Map.of(Attribute.GENDER_IDENTITY, StoryPeople.answer("FEMALE", "TRANS_WOMAN")));
        assertThat(strata(person, "gender_identity")).containsExactly("MULTI");
    }

    @Test
    void noToOneQuestionDoesNotUndoAYesToAnother() {
        assertThat(strata(person(Map.of(Attribute.DISABILITY, StoryPeople.answer("NONE", "DEAF"))), "disability_acs6"))
                .containsExactly("ANY");
        assertThat(strata(person(Map.of(Attribute.DISABILITY, StoryPeople.answer("BLIND", "DEAF"))), "disability_acs6"))
                .containsExactly("ANY");
    }

    @Test
    void aTribeCountsWhateverElseSomebodyAnswered() {
        assertThat(strata(
                        person(Map.of(
                                Attribute.RACE_ETHNICITY, StoryPeople.answer("WHITE"),
                                Attribute.TRIBAL_AFFILIATION, StoryPeople.answer("91"))),
                        "tribal_ihs"))
                .containsExactly("AIAN_TRIBAL_OR_IHS");
        assertThat(strata(
                        person(Map.of(
                                Attribute.RACE_ETHNICITY, StoryPeople.answer("AIAN", "WHITE"),
                                Attribute.TRIBAL_AFFILIATION, StoryPeople.answer("NONE"))),
                        "tribal_ihs"))
                .containsExactly("AIAN_OTHER");
    }

    @Test
    void aTribalFacilityMakesNobodyNative() {
        Practice facility = new Practice("PR3", "Third Practice", "000000003", "NM", 3, "IHS_TRIBAL");
        assertThat(strata(caredFor(facility, StoryPeople.answer("AIAN")), "tribal_ihs"))
                .containsExactly("AIAN_TRIBAL_OR_IHS");
        assertThat(strata(caredFor(facility, StoryPeople.answer("WHITE")), "tribal_ihs"))
                .containsExactly("NOT_AIAN");
        assertThat(strata(caredFor(facility, ResolvedAttribute.missing(Missing.DECLINED)), "tribal_ihs"))
                .containsExactly("DECLINED");
    }

    @Test
    void hispanicOriginAloneIsNoAnswerToTheQuestionOnRace() {
        ResolvedAttribute legacy =
                new ResolvedAttribute(List.of("HISPANIC"), null, EvidenceTier.ADMINISTRATIVE, false, false);
        assertThat(strata(person(Map.of(Attribute.RACE_ETHNICITY, legacy)), "tribal_ihs"))
                .containsExactly("UNKNOWN");
        assertThat(strata(person(Map.of(Attribute.RACE_ETHNICITY, StoryPeople.answer("HISPANIC"))), "tribal_ihs"))
                .as("under the combined question it is a whole answer")
                .containsExactly("NOT_AIAN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sexual_orientation", "gender_identity", "tribal_ihs", "disability_acs6"})
    void nobodyIsDroppedForWantOfAnAnswer(String id) {
        assertThat(strata(person(Map.of()), id)).containsExactly("NO_INFORMATION");
    }

    private static ResolvedAttribute told(TwoQuestions questions, String... values) {
        return new ResolvedAttribute(
                List.of(values),
                values.length == 0 ? Missing.NO_INFORMATION : null,
                EvidenceTier.SELF_REPORT,
                false,
                false,
                questions);
    }

    private static String ncqa(ResolvedAttribute answer) {
        Person person = person(Map.of(Attribute.RACE_ETHNICITY, answer));
        return strata(person, "ncqa_race").get(0) + " "
                + strata(person, "ncqa_ethnicity").get(0);
    }

    @Test
    void ncqaKeepsRaceAndEthnicityApart() {
        TwoQuestions hispanic = new TwoQuestions(null, null, true, EvidenceTier.SELF_REPORT, EvidenceTier.SELF_REPORT);
        TwoQuestions not = new TwoQuestions(null, null, false, EvidenceTier.SELF_REPORT, EvidenceTier.SELF_REPORT);
        assertThat(ncqa(told(hispanic, "HISPANIC", "WHITE"))).isEqualTo("WHITE HISPANIC");
        assertThat(ncqa(told(not, "MENA", "WHITE")))
                .as("one race by the standard of 1997")
                .isEqualTo("WHITE NOT_HISPANIC");
        assertThat(ncqa(told(not, "ASIAN", "BLACK"))).isEqualTo("MULTI NOT_HISPANIC");
        assertThat(ncqa(told(new TwoQuestions(null, Missing.DECLINED, false, EvidenceTier.SELF_REPORT, null), "NHPI")))
                .isEqualTo("NHPI DECLINED");
        assertThat(ncqa(told(new TwoQuestions(Missing.NO_INFORMATION, null, false, null, EvidenceTier.SELF_REPORT))))
                .as("a known answer of a person without a race")
                .isEqualTo("NO_INFORMATION NOT_HISPANIC");
        assertThat(ncqa(told(not, "A_CODE_OF_NOBODY"))).isEqualTo("UNMAPPED NOT_HISPANIC");
        assertThat(ncqa(ResolvedAttribute.missing(Missing.ASKED_UNKNOWN))).isEqualTo("ASKED_UNKNOWN ASKED_UNKNOWN");
    }

    /** What people tell of one question is direct, whatever is known, or guessed, of the other. */
    @Test
    void eachQuestionIsAnsweredByItsOwnSource() {
        TwoQuestions noRace = new TwoQuestions(Missing.DECLINED, null, false, null, EvidenceTier.SELF_REPORT);
        TwoQuestions guessedRace =
                new TwoQuestions(null, null, false, EvidenceTier.INDIRECT_LABEL, EvidenceTier.SELF_REPORT);
        assertThat(direct(told(noRace), "ncqa_ethnicity")).isTrue();
        assertThat(direct(told(noRace), "ncqa_race")).isFalse();
        assertThat(direct(told(guessedRace, "WHITE"), "ncqa_ethnicity")).isTrue();
        assertThat(direct(told(guessedRace, "WHITE"), "ncqa_race")).isFalse();
    }

    private static boolean direct(ResolvedAttribute answer, String id) {
        Person person = person(Map.of(Attribute.RACE_ETHNICITY, answer));
        Stratifier stratifier = load(true, id).all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return CellCounter.answer(stratifier, stratifier.strataOf(person, StoryPeople.PERIOD.end()), person)
                .direct();
    }

    @Test
    void whoGaveAnAnswerThatHasAStratumIsNotMissingForAnotherThatHasNone() {
        EveryAnswer rule = new EveryAnswer(Attribute.RACE_ETHNICITY, Map.of("WHITE", "WHITE"));
        assertThat(rule.strata(raced("OTHER", "WHITE"), null)).containsExactly("WHITE");
        assertThat(rule.strata(raced("OTHER"), null)).containsExactly("UNMAPPED");
    }

    private static Person raced(String... races) {
        return person(Map.of(
                Attribute.RACE_ETHNICITY,
                new ResolvedAttribute(List.of(races), null, EvidenceTier.SELF_REPORT, false, false)));
    }

    private static Person screened(SocialNeed need, Screening came, Screening others) {
        Map<SocialNeed, Screening> byNeed = new EnumMap<>(SocialNeed.class);
        for (SocialNeed each : SocialNeed.values()) {
            byNeed.put(each, each == need ? came : others);
        }
        return PersonDraft.like(person(Map.of()))
                .wanted(new OptionalFacts(null, null, new SocialNeeds(byNeed)))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "FOOD, hrsn_food",
        "HOUSING, hrsn_housing",
        "UTILITIES, hrsn_utilities",
        "TRANSPORT, hrsn_transport",
        "SAFETY, hrsn_safety"
    })
    void everyNeedIsAStratifierOfItsOwn(SocialNeed need, String stratifier) {
        for (Screening came : Screening.values()) {
            assertThat(strata(screened(need, came, Screening.NEGATIVE), stratifier))
                    .containsExactly(came.name());
        }
        assertThat(strata(person(Map.of()), stratifier))
                .as("nobody looked for screenings")
                .containsExactly("NO_INFORMATION");
    }

    @ParameterizedTest
    @CsvSource({
        "POSITIVE, NEGATIVE, POSITIVE",
        "POSITIVE, NOT_SCREENED, POSITIVE",
        "NEGATIVE, NEGATIVE, NEGATIVE",
        "DECLINED, NEGATIVE, UNKNOWN",
        "NOT_SCREENED, NEGATIVE, UNKNOWN",
        "UNMAPPED, NEGATIVE, UNMAPPED",
        "DECLINED, NOT_SCREENED, DECLINED",
        "NOT_SCREENED, NOT_SCREENED, NOT_SCREENED"
    })
    void nobodyIsWithoutAnyNeedUnlessAllFiveAreKnown(Screening one, Screening others, String stratum) {
        assertThat(strata(screened(SocialNeed.HOUSING, one, others), "hrsn_any"))
                .containsExactly(stratum);
    }

    @Test
    void whoWasNotScreenedIsAStratumOfItsOwnKindThatIsComparedWithNobody() {
        Stratum stratum = load(false, "hrsn_food").stratifier("hrsn_food").stratum("NOT_SCREENED");
        assertThat(stratum.kind()).isEqualTo(StratumKind.NOT_SCREENED);
        assertThat(stratum.kind().isMissing()).isTrue();
        assertThat(stratum.order()).as("behind every missing kind").isEqualTo(907);
        assertThat(load(false).all())
                .flatExtracting(Stratifier::strata)
                .extracting(Stratum::kind)
                .doesNotContain(StratumKind.NOT_SCREENED);
    }

    private static Person caredFor(Practice practice, ResolvedAttribute race) {
        SortedMap<Integer, Practice> months = new TreeMap<>(Map.of(5, practice));
        Person known = person(Map.of(Attribute.RACE_ETHNICITY, race));
        return PersonDraft.like(known).at(practice).attributed(months).build();
    }
}
