package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.ResolvedAttribute;

class StratifiersTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
    private static final LocalDate BIRTH = LocalDate.of(1950, 6, 15);

    private static List<String> strata(Person person, String stratifierId) {
        return strata(person, stratifierId, AgeAnchor.PERIOD_END);
    }

    private static List<String> strata(Person person, String stratifierId, AgeAnchor anchor) {
        return STRATIFIERS.memberships(person, StoryPeople.PERIOD, anchor).stream()
                .filter(membership -> membership.stratifier().id().equals(stratifierId))
                .map(membership -> membership.stratum().id())
                .toList();
    }

    private static Map<String, Integer> count(List<Person> people, String stratifierId) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Person person : people) {
            strata(person, stratifierId).forEach(stratum -> counts.merge(stratum, 1, Integer::sum));
        }
        return counts;
    }

    /** The 125 people of stratification.md 1.2. */
    private static List<Person> oraclePeople() {
        List<Person> people = new ArrayList<>();
        add(people, 50, "WHITE");
        add(people, 20, "BLACK");
        add(people, 12, "ASIAN");
        add(people, 3, "AIAN");
        add(people, 10, "HISPANIC");
        add(people, 6, "WHITE", "BLACK");
        add(people, 4, "WHITE", "ASIAN");
        add(people, 5, "WHITE", "AIAN");
        add(people, 15, "HISPANIC", "WHITE");
        return people;
    }

    private static void add(List<Person> people, int times, String... race) {
        for (int i = 0; i < times; i++) {
            people.add(StoryPeople.person("P" + people.size(), BIRTH, StoryPeople.race(race)));
        }
    }

    @Test
    void severalAnswersAreMultiUnder2024() {
        assertThat(count(oraclePeople(), "race_eth_2024"))
                .isEqualTo(Map.of("WHITE", 50, "BLACK", 20, "ASIAN", 12, "AIAN", 3, "HISPANIC", 10, "MULTI", 30));
    }

    @Test
    void aloneOrInCombinationCountsEachAnswer() {
        assertThat(count(oraclePeople(), "race_eth_aoic"))
                .isEqualTo(Map.of("WHITE", 80, "BLACK", 26, "ASIAN", 16, "AIAN", 8, "HISPANIC", 25));
    }

    @Test
    void hispanicOriginWinsUnder1997() {
        assertThat(count(oraclePeople(), "race_eth_1997"))
                .isEqualTo(Map.of("HISPANIC", 25, "WHITE", 50, "BLACK", 20, "ASIAN", 12, "AIAN", 3, "MULTI", 15));
    }

    @Test
    void middleEasternAndWhiteIsOneRaceUnder1997() {
        Person person = StoryPeople.person("P1", BIRTH, StoryPeople.race("MENA", "WHITE"));
        assertThat(strata(person, "race_eth_1997")).containsExactly("WHITE");
        assertThat(strata(person, "race_eth_2024")).containsExactly("MULTI");
    }

    @ParameterizedTest
    @EnumSource(Missing.class)
    void everyReasonForNoAnswerIsAStratumOfItsOwn(Missing reason) {
        Person person = StoryPeople.person(
                "P1",
                BIRTH,
                Map.of(
                        Attribute.RACE_ETHNICITY, ResolvedAttribute.missing(reason),
                        Attribute.SEX, ResolvedAttribute.missing(reason)));
        for (String stratifier : List.of("race_eth_2024", "race_eth_1997", "race_eth_aoic", "sex")) {
            assertThat(strata(person, stratifier)).containsExactly(reason.name());
        }
        assertThat(strata(person, "race_eth_2024_x_sex")).containsExactly(reason + ":" + reason);
        for (Stratifier stratifier : STRATIFIERS.all()) {
            if (!stratifier.id().equals(Stratifiers.TOTAL) && !stratifier.id().contains("_x_")) {
                assertThat(stratifier.stratum(reason.name()).kind().name()).isEqualTo(reason.name());
                assertThat(stratifier.stratum(reason.name()).order()).isGreaterThanOrEqualTo(900);
            }
        }
    }

    @Test
    void anAnswerNoTableMapsIsUnmappedAndNotDropped() {
        Person person = StoryPeople.person(
                "P1",
                BIRTH,
                Map.of(
                        Attribute.RACE_ETHNICITY, StoryPeople.answer("MARTIAN"),
                        Attribute.SEX, StoryPeople.answer("Q")));
        for (String stratifier : List.of("race_eth_2024", "race_eth_1997", "race_eth_aoic", "sex")) {
            assertThat(strata(person, stratifier)).containsExactly("UNMAPPED");
        }
    }

    @Test
    void aLanguageOutsideTheListIsAnotherLanguage() {
        for (String[] languages : new String[][] {{"sv"}, {"mul"}, {"es", "vi"}}) {
            Person person = StoryPeople.person("P1", BIRTH, Map.of(Attribute.LANGUAGE, StoryPeople.answer(languages)));
            assertThat(strata(person, "language")).containsExactly("OTHER_LEP");
        }
    }

    @Test
    void aPersonWithoutAnyEvidenceIsInEveryStratifier() {
        Person person = StoryPeople.person("P1", null, Map.of());
        for (Stratifier stratifier : STRATIFIERS.all()) {
            assertThat(strata(person, stratifier.id())).as(stratifier.id()).hasSize(1);
        }
        assertThat(strata(person, "age_band")).containsExactly("NO_INFORMATION");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 0-5", "2019-12-31, 6-11", "2020-01-01, 0-5", "2008-01-01, 12-17", "2007-12-31, 18-44",
        "1981-01-01, 18-44", "1980-12-31, 45-64", "1960-12-31, 65-74", "1950-12-31, 75-84", "1940-12-31, 85+",
        "2026-01-01, NOT_APPLICABLE"
    })
    void ageBandsTurnOnTheBirthday(LocalDate birth, String band) {
        assertThat(strata(StoryPeople.person("P1", birth, Map.of()), "age_band"))
                .containsExactly(band);
    }

    @Test
    void ageIsTakenOnTheAnchorOfTheMeasure() {
        Person person = StoryPeople.person("P1", LocalDate.of(2007, 6, 1), Map.of());
        assertThat(strata(person, "age_band", AgeAnchor.PERIOD_START)).containsExactly("12-17");
        assertThat(strata(person, "age_band", AgeAnchor.PERIOD_END)).containsExactly("18-44");
    }

    @Test
    void aCrossingNamesItsParts() {
        Person person = StoryPeople.person(
                "P1",
                BIRTH,
                Map.of(
                        Attribute.RACE_ETHNICITY, StoryPeople.answer("BLACK"),
                        Attribute.SEX, StoryPeople.answer("F")));
        assertThat(strata(person, "race_eth_2024_x_sex")).containsExactly("BLACK:F");
        Stratum stratum = STRATIFIERS.stratifier("race_eth_2024_x_sex").stratum("BLACK:F");
        assertThat(stratum.components()).isEqualTo(Map.of("race_eth_2024", "BLACK", "sex", "F"));
        assertThat(stratum.kind()).isEqualTo(StratumKind.VALUE);
        assertThat(STRATIFIERS
                        .stratifier("race_eth_2024_x_sex")
                        .stratum("BLACK:DECLINED")
                        .kind())
                .isEqualTo(StratumKind.DECLINED);
    }

    @Test
    void unattributedPeopleHaveNoTrack() {
        Person attributed = StoryPeople.person("P1", BIRTH, Map.of());
        Person unattributed = new PersonDraft("P2")
                .born(BIRTH)
                .livingIn("ZZ")
                .scopes(attributed.payerScopes())
                .medicare("NOT_APPLICABLE", "UNKNOWN")
                .months(0)
                .build();
        assertThat(strata(attributed, "track")).containsExactly("TRACK_1");
        assertThat(strata(unattributed, "track")).containsExactly("NOT_APPLICABLE");
        assertThat(strata(unattributed, "participant_type")).containsExactly("NOT_APPLICABLE");
        assertThat(strata(unattributed, "dual")).containsExactly("NOT_APPLICABLE");
        assertThat(strata(unattributed, "disability")).containsExactly("UNKNOWN");
        assertThat(strata(unattributed, "state")).containsExactly("OTHER");
    }

    @Test
    void missingKindsComeLastInEveryStratifier() {
        for (Stratifier stratifier : STRATIFIERS.all()) {
            Stream<Stratum> missing = stratifier.strata().stream()
                    .filter(stratum -> stratum.kind().isMissing());
            int lastKnown = stratifier.strata().stream()
                    .filter(stratum -> !stratum.kind().isMissing())
                    .mapToInt(Stratum::order)
                    .max()
                    .orElseThrow();
            assertThat(missing.mapToInt(Stratum::order)).allMatch(order -> order > lastKnown);
        }
    }
}
