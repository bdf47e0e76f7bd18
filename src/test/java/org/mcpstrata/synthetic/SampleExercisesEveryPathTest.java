package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two thousand people are enough to meet every case the pipeline must handle. */
class SampleExercisesEveryPathTest {
    private static final Timeline TIMELINE = new Timeline(2025, LocalDate.of(2026, 1, 15));
    private static final List<SyntheticPerson> PEOPLE = new ArrayList<>();
    private static final List<Truth> TRUTHS = new ArrayList<>();

    @BeforeAll
    static void inventTheSample() {
        PersonFactory factory = new PersonFactory(1, TIMELINE, PlantedDisparities.standard());
        TruthOracle oracle = new TruthOracle(TIMELINE);
        for (int number = 0; number < 2_000; number++) {
            SyntheticPerson person = factory.person(number);
            PEOPLE.add(person);
            TRUTHS.add(oracle.judge(person));
        }
    }

    @Test
    void everySettingMeetsEveryPayerAndEveryFateOccurs() {
        Set<Setting> medicare = EnumSet.noneOf(Setting.class);
        Set<Setting> others = EnumSet.noneOf(Setting.class);
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        for (SyntheticPerson person : PEOPLE) {
            for (Claim claim : person.care().claims()) {
                fates.add(claim.fate());
                (person.coverage().pays(Payer.MEDICARE_FFS, claim.from()) ? medicare : others).add(claim.setting());
            }
        }
        assertThat(fates).containsExactlyInAnyOrder(Fate.values());
        assertThat(medicare).containsExactlyInAnyOrder(Setting.values());
        assertThat(others).containsExactlyInAnyOrder(Setting.values());
    }

    @Test
    void agesReachFromBirthToOneHundredAndEveryAgeLimitIsMet() {
        Set<Integer> ages = new TreeSet<>();
        PEOPLE.forEach(person -> ages.add(person.profile().ageAtEndOf(2025)));
        assertThat(ages)
                .contains(0, 17, 18, 45, 46, 49, 50, 64, 65, 66, 75, 76, 80, 81, 85, 86)
                .anyMatch(age -> age > 95);
    }

    @Test
    void everyKindOfCoverageOccurs() {
        assertOccurs(
                "dual with fee for service",
                person -> person.coverage().has(Payer.MEDICARE_FFS)
                        && person.coverage().has(Payer.MEDICAID));
        assertOccurs(
                "dual with Medicare Advantage",
                person ->
                        person.coverage().has(Payer.SUMMIT) && person.coverage().has(Payer.MEDICAID));
        assertOccurs("partly dual", person -> person.coverage().dual() == Dual.PARTIAL);
        assertOccurs(
                "from commercial to Medicare",
                person -> person.coverage().has(Payer.BLUESTONE)
                        && person.coverage().has(Payer.MEDICARE_FFS));
        assertOccurs(
                "from Medicare Advantage to fee for service",
                person ->
                        person.coverage().has(Payer.SUMMIT) && person.coverage().has(Payer.MEDICARE_FFS));
        assertOccurs(
                "commercial and Medicaid in one year",
                person -> person.coverage().has(Payer.BLUESTONE)
                        && person.coverage().has(Payer.MEDICAID));
        assertOccurs("uninsured", person -> !person.coverage().insured());
        assertOccurs("changed MBI", person -> person.coverage().mbiChange().isPresent());
        assertOccurs(
                "disabled",
                person -> person.coverage().hasMedicare()
                        && person.profile().originalReason() == '1'
                        && person.profile().ageAtEndOf(2025) < 65);
        assertOccurs("renal failure", person -> person.profile().renalFailure());
        assertOccurs("died in the period", person -> person.profile().death().isPresent());
    }

    @Test
    void everyPracticeIsSomebodysAndAttributionTakesEveryForm() {
        Set<String> practices = new HashSet<>();
        PEOPLE.forEach(person -> person.attributions()
                .forEach(span -> practices.add(span.practice().id())));
        assertThat(practices).hasSize(40);
        assertOccurs(
                "unattributed",
                person -> person.coverage().insured() && person.attributions().isEmpty());
        assertOccurs("changes practice", person -> person.attributions().size() == 2);
        Set<String> kinds = new TreeSet<>();
        Set<Integer> tracks = new TreeSet<>();
        PracticeSite.all().forEach(site -> {
            kinds.add(site.participantType());
            tracks.add(site.track());
        });
        assertThat(kinds).containsExactly("FQHC", "IHS_TRIBAL", "STANDARD");
        assertThat(tracks).containsExactly(1, 2, 3);
    }

    @Test
    void everyRaceGroupAndLanguageOccurs() {
        for (RaceGroup group : RaceGroup.values()) {
            assertOccurs(group.name(), person -> person.profile().raceGroup() == group);
        }
        for (Language language : Language.values()) {
            assertOccurs(language.name(), person -> person.profile().language() == language);
        }
        assertOccurs("Middle Eastern", person -> person.profile().heritage().contains(Heritage.MENA));
    }

    @Test
    void everyKindOfClinicalFactOccurs() {
        Set<String> kinds = new TreeSet<>();
        PEOPLE.forEach(person ->
                person.care().facts().forEach(fact -> kinds.add(fact.getClass().getSimpleName())));
        assertThat(kinds).hasSize(ClinicalFact.class.getPermittedSubclasses().length);
        assertOccurs(
                "mmol/mol", person -> laboratory(person, test -> test.unit().equals("mmol/mol")));
        assertOccurs(
                "missing result",
                person -> laboratory(person, test -> test.value().isEmpty()));
        assertOccurs(
                "exactly nine percent",
                person -> laboratory(person, test -> test.value().equals("9.0")));
        assertOccurs("entered in error", person -> person.care().facts().stream()
                .anyMatch(fact -> fact instanceof ClinicalFact.BloodPressure reading
                        && reading.standing() == ClinicalFact.Standing.MISTAKEN));
        assertOccurs("cancelled appointment", person -> person.care().facts().stream()
                .anyMatch(fact -> fact instanceof ClinicalFact.Visit visit && !visit.kept()));
    }

    @Test
    void everyQualityCodeTheDocumentsNameOccurs() {
        Set<String> codes = new TreeSet<>();
        PEOPLE.forEach(person -> person.care().claims().forEach(claim -> claim.lines().stream()
                .filter(line -> line.kind() == ClaimLine.Kind.QUALITY)
                .forEach(line -> codes.add(line.hcpcs()))));
        assertThat(codes)
                .contains("G8752", "G8753", "G8754", "G8755", "G8756", "M1211", "M1212", "M1371", "M1372", "M1373")
                .contains("3017F", "3044F", "3046F", "3051F", "3052F", "3074F", "3075F", "3077F", "3078F", "3079F")
                .contains("3080F", "G8431", "G8432", "G8510", "G8511", "G9740");
    }

    @Test
    void everyPopulationOfEveryMeasureHasPeopleInAndOut() {
        assertThat(TRUTHS).extracting(Truth::bloodPressure).satisfies(SampleExercisesEveryPathTest::everyCombination);
        assertThat(TRUTHS).extracting(Truth::glycemicStatus).satisfies(SampleExercisesEveryPathTest::everyCombination);
        assertThat(TRUTHS).extracting(Truth::colorectal).satisfies(SampleExercisesEveryPathTest::everyCombination);
        assertThat(TRUTHS).anyMatch(truth -> truth.emergencyVisits() >= 4);
        assertThat(TRUTHS).anyMatch(truth -> truth.emergencyPopulation() && truth.emergencyOutlier());
        assertThat(TRUTHS).anyMatch(truth -> truth.emergencyVisits() >= 4 && !truth.emergencyOutlier());
        assertThat(TRUTHS).anyMatch(truth -> truth.emergencyPopulation() && truth.emergencyExcluded());
        assertThat(TRUTHS).anyMatch(truth -> !truth.emergencyPopulation());
    }

    private static void everyCombination(List<? extends Truth.Populations> populations) {
        assertThat(new HashSet<>(populations)).hasSize(8);
    }

    private static boolean laboratory(SyntheticPerson person, Predicate<ClinicalFact.Laboratory> test) {
        return person.care().facts().stream()
                .anyMatch(fact -> fact instanceof ClinicalFact.Laboratory result && test.test(result));
    }

    private static void assertOccurs(String name, Predicate<SyntheticPerson> test) {
        assertThat(PEOPLE.stream().filter(test).count()).as(name).isPositive();
    }
}
