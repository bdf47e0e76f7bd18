package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.Verdict;

class CellAggregationTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
    private static final ResultContext CONTEXT =
            ResultContext.of("run", "MCP", "Program", StoryPeople.PERIOD, List.of("beta", "alpha"), List.of("gamma"));

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(
                new SparkConf().setMaster("local[2]").setAppName("cells").set("spark.ui.enabled", "false"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<TableRow> rows(List<PersonVerdicts> people, int partitions) {
        Cells cells = cells(people, partitions);
        return new StratifiedResult(CONTEXT, STRATIFIERS, StoryPeople.MEASURES, cells)
                .rows()
                .toList();
    }

    private static Cells cells(List<PersonVerdicts> people, int partitions) {
        return CountedPeople.in(
                new CellAggregation(STRATIFIERS, StoryPeople.PERIOD, StoryPeople.MEASURES),
                spark.parallelize(people, partitions));
    }

    private static TableRow row(List<TableRow> rows, String rate, String entity, String scope, String stratum) {
        return rows.stream()
                .filter(row -> (row.text("measure_id") + "/" + row.text("rate_id")).equals(rate))
                .filter(row -> row.text("entity_id").equals(entity))
                .filter(row -> row.text("payer_scope").equals(scope))
                .filter(row -> (row.text("stratifier_id") + "/" + row.text("stratum_id")).equals(stratum))
                .reduce((a, b) -> {
                    throw new AssertionError("the key names two rows");
                })
                .orElseThrow();
    }

    @Test
    void rowsDoNotDependOnPartitionsOrOrder() {
        List<PersonVerdicts> crowd = StoryPeople.crowd(120, 7);
        List<TableRow> expected = rows(crowd, 1);
        List<PersonVerdicts> shuffled = new ArrayList<>(crowd);
        Collections.shuffle(shuffled, new Random(8));
        assertThat(rows(crowd, 7)).isEqualTo(expected);
        assertThat(rows(shuffled, 3)).isEqualTo(expected);
    }

    @Test
    void aResultThatWasSentToATaskMakesTheSameRows() {
        StratifiedResult result =
                new StratifiedResult(CONTEXT, STRATIFIERS, StoryPeople.MEASURES, cells(StoryPeople.crowd(120, 7), 2));
        SentResult sent = SerializationUtils.roundtrip(result.toSend());
        List<ResultSlice> slices = SerializationUtils.roundtrip(new ArrayList<>(result.slices()));
        List<TableRow> rows = new ArrayList<>();
        slices.forEach(slice -> sent.rows(slice).forEachRemaining(rows::add));
        assertThat(rows).isEqualTo(result.rows().toList());
    }

    @Test
    void aRateOfManyPracticesIsCutIntoSeveralSlicesWithoutLosingOne() {
        RateKey rate = new RateKey("M", "R");
        List<Block> blocks = IntStream.range(0, 1025)
                .mapToObj(i -> new Block(rate, new Entity(EntityType.PRACTICE, "p" + i), "ALL"))
                .toList();
        List<ResultSlice> slices = ResultSlice.of(rate, blocks);
        assertThat(slices).hasSize(3);
        assertThat(slices.stream().flatMap(slice -> slice.blocks().stream())).isEqualTo(blocks);
    }

    @Test
    void rowsComeInTheOrderOfTheirKeyAndEachKeyOnce() {
        List<TableRow> rows = rows(StoryPeople.crowd(120, 3), 3);
        assertThat(rows)
                .isSortedAccordingTo(TableRow.by(StratifiedResult.SCHEMA, StratifiedResult.KEY))
                .doesNotHaveDuplicates();
        assertThat(rows.stream()
                        .map(row -> StratifiedResult.KEY.stream().map(row::text).toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theProgramShowsEmptyStrataButNoEmptyCrossings() {
        List<TableRow> everybody = rows(StoryPeople.crowd(120, 3), 3).stream()
                .filter(row -> row.text("entity_type").equals("PROGRAM"))
                .toList();
        List<TableRow> empty = everybody.stream()
                .filter(row -> row.count("initial_population") == 0)
                .toList();
        assertThat(everybody).anyMatch(row -> row.text("stratifier_id").contains("_x_"));
        assertThat(empty)
                .extracting(row -> row.text("stratifier_id"))
                .contains("race_eth_2024")
                .noneMatch(stratifier -> stratifier.contains("_x_"));
    }

    @Test
    void aPracticeHasCrossingsOfAllPayersTogetherAndOfNoneAlone() {
        List<TableRow> crossings = rows(StoryPeople.crowd(120, 3), 3).stream()
                .filter(row -> row.text("stratifier_id").contains("_x_"))
                .toList();
        assertThat(crossings)
                .filteredOn(row -> row.text("entity_type").equals("PRACTICE"))
                .isNotEmpty()
                .allMatch(row -> row.text("payer_scope").equals("ALL"));
        assertThat(crossings)
                .filteredOn(row -> row.text("entity_type").equals("STATE"))
                .anyMatch(row -> !row.text("payer_scope").equals("ALL"));
    }

    @Test
    void everyLawHoldsForACrowd() {
        StratifyLaws laws = new StratifyLaws();
        rows(StoryPeople.crowd(400, 11), 3).forEach(laws::add);
        assertThat(laws.laws()).hasSizeGreaterThan(100).allMatch(Law::holds);
        assertThat(laws.laws()).extracting(Law::left).anyMatch(left -> Long.parseLong(left) > 1000);
    }

    @Test
    void membersAndProgramTotalsAreTheSamePeople() {
        List<PersonVerdicts> crowd = StoryPeople.crowd(150, 5);
        MemberResult member = new MemberResult("run", StoryPeople.PERIOD, StoryPeople.MEASURES);
        MemberTotals left = new MemberTotals();
        MemberTotals right = new MemberTotals();
        crowd.subList(0, 70).forEach(person -> member.rows(person).forEach(left::add));
        crowd.subList(70, 150).forEach(person -> member.rows(person).forEach(right::add));
        List<TableRow> rows = rows(crowd, 2);
        List<Law> laws = left.plus(right).laws(rows, StoryPeople.MEASURES);
        assertThat(laws).hasSize(32).allMatch(Law::holds);
        assertThat(left.laws(rows, StoryPeople.MEASURES)).anyMatch(law -> !law.holds());
        assertThat(cells(crowd, 2).verdicts()).isEqualTo(150L * 5);
    }

    @Test
    void expectedEventsOfAllPartsAddUpAndTheProgramExpectsWhatItObserved() {
        List<TableRow> rows = rows(StoryPeople.crowd(300, 21), 3);
        TableRow program = row(rows, "EDU/observed to expected", "MCP", "ALL", "TOTAL/TOTAL");
        BigDecimal byPractice = rows.stream()
                .filter(row -> row.text("rate_id").equals("observed to expected"))
                .filter(row -> row.text("entity_type").equals("PRACTICE"))
                .filter(row -> row.text("payer_scope").equals("ALL"))
                .filter(row -> row.text("stratifier_id").equals("race_eth_2024"))
                .map(row -> row.decimal("expected"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(byPractice).isEqualByComparingTo(program.decimal("expected"));
        assertThat(program.text("unit")).isEqualTo("observed/expected");
        assertThat(program.statistic("value")).isCloseTo(1, within(1e-6));
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        assertThat(laws.laws()).allMatch(Law::holds);
    }

    @Test
    void copiesOfThePopulationMultiplyCountsAndKeepRates() {
        List<PersonVerdicts> crowd = StoryPeople.crowd(200, 13);
        List<PersonVerdicts> three = new ArrayList<>(crowd);
        three.addAll(crowd);
        three.addAll(crowd);
        TableRow once = row(rows(crowd, 2), "CMS165/overall", "MCP", "ALL", "TOTAL/TOTAL");
        TableRow thrice = row(rows(three, 5), "CMS165/overall", "MCP", "ALL", "TOTAL/TOTAL");
        assertThat(thrice.count("numerator")).isEqualTo(3 * once.count("numerator"));
        assertThat(thrice.statistic("value")).isEqualTo(once.statistic("value"));
    }

    @Test
    void everyStratumOfTheProgramIsThereEvenWithoutPeople() {
        List<TableRow> rows = rows(List.of(), 1);
        for (String stratum : List.of("TOTAL/TOTAL", "sex/UNKNOWN", "sex/DECLINED", "race_eth_2024/MENA")) {
            TableRow row = row(rows, "CMS165/overall", "MCP", "ALL", stratum);
            assertThat(row.count("initial_population")).isZero();
            assertThat(row.statistic("value")).isNull();
            assertThat(row.statistic("value_lo")).isNull();
            assertThat(row.text("ci_method")).isNull();
            assertThat(row.text("reliability")).isEqualTo("C");
        }
    }

    @Test
    void aPersonOfTwoPayersIsCountedOnceInAllAndInEachOfThem() {
        Person person = new PersonDraft("P1")
                .born(LocalDate.of(1950, 1, 1))
                .livingIn("CO")
                .scopes(List.of("MEDICARE_FFS", "MEDICAID_MCO", "payer:alpha", "payer:beta"))
                .at(new Practice("PR1", "", "", "CO", 1, "STANDARD"))
                .medicare("FULL", "AGED")
                .build();
        List<TableRow> rows =
                rows(List.of(new PersonVerdicts(person, List.of(StoryPeople.met(StoryPeople.CONTROL, true)))), 1);
        for (String scope : List.of("ALL", "MEDICARE_FFS", "MEDICAID_MCO", "payer:alpha", "payer:beta")) {
            for (String entity : List.of("PR1", "CO", "MCP")) {
                assertThat(row(rows, "CMS165/overall", entity, scope, "TOTAL/TOTAL")
                                .count("numerator"))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void countsRateIntervalAndSharesOfAKnownGroup() {
        // The White and Black groups of stratification.md 4.4: 150 of 180 and 45 of 60; 20 people declined.
        List<PersonVerdicts> people = new ArrayList<>();
        add(people, 150, true, "WHITE");
        add(people, 30, false, "WHITE");
        add(people, 45, true, "BLACK");
        add(people, 15, false, "BLACK");
        add(people, 20, false);
        List<TableRow> rows = rows(people, 3);
        TableRow black = row(rows, "CMS165/overall", "MCP", "ALL", "race_eth_2024/BLACK");
        assertThat(black.count("performance_denominator")).isEqualTo(60);
        assertThat(black.count("not_met")).isEqualTo(15);
        assertThat(black.statistic("value")).isEqualTo(0.75);
        assertThat(black.statistic("value_lo")).isBetween(0.62767929, 0.62767930);
        assertThat(black.text("reliability")).isEqualTo("B");
        assertThat(black.statistic("share_of_denominator")).isEqualTo(60 / 240.0);
        assertThat(black.statistic("direct_pct")).isEqualTo(24000 / 260.0);
        assertThat(black.statistic("coverage_pct")).isEqualTo(24000 / 260.0);
        assertThat(black.statistic("conflict_pct")).isZero();
        assertThat(black.list("payers_present")).containsExactly("alpha", "beta");
        TableRow missing = row(rows, "CMS165/overall", "MCP", "ALL", "race_eth_2024/NO_INFORMATION");
        assertThat(missing.count("performance_denominator")).isEqualTo(20);
        assertThat(missing.statistic("share_of_denominator")).isNull();
        assertThat(row(rows, "CMS165/overall", "MCP", "ALL", "TOTAL/TOTAL").text("reliability"))
                .isEqualTo("A");
    }

    private static void add(List<PersonVerdicts> people, int times, boolean met, String... race) {
        for (int i = 0; i < times; i++) {
            Person person = StoryPeople.person(
                    "P" + people.size(),
                    LocalDate.of(1950, 1, 1),
                    race.length == 0 ? Map.of() : StoryPeople.race(race));
            people.add(new PersonVerdicts(person, List.of(StoryPeople.met(StoryPeople.CONTROL, met))));
        }
    }

    @Test
    void aLanguageOfFewPeopleJoinsTheOthersAndLosesNobody() {
        List<PersonVerdicts> people = new ArrayList<>();
        speak(people, 100, "es");
        speak(people, 99, "vi");
        speak(people, 5, "en");
        List<TableRow> rows = rows(people, 2);
        assertThat(row(rows, "CMS165/overall", "MCP", "ALL", "language/SPANISH").count("denominator"))
                .isEqualTo(100);
        assertThat(row(rows, "CMS165/overall", "MCP", "ALL", "language/OTHER_LEP")
                        .count("denominator"))
                .isEqualTo(99);
        assertThat(row(rows, "CMS165/overall", "MCP", "ALL", "language/ENGLISH").count("denominator"))
                .isEqualTo(5);
        assertThat(rows).noneMatch(row -> row.text("stratum_id").equals("VIETNAMESE"));
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        assertThat(laws.laws()).allMatch(Law::holds);
    }

    @Test
    void aLanguageIsAsManyPeopleAsSpeakItAlsoWhereMostAreInNoPopulation() {
        List<PersonVerdicts> people = new ArrayList<>();
        speak(people, 12, "es");
        for (int i = 0; i < 88; i++) {
            Person person = StoryPeople.person(
                    "OUT" + i, LocalDate.of(1950, 1, 1), Map.of(Attribute.LANGUAGE, StoryPeople.answer("es")));
            // Some answered a survey too, whose verdict comes before that of the measure everybody has one of.
            List<Verdict> verdicts = new ArrayList<>(i % 2 == 0 ? List.of(StoryPeople.answered()) : List.of());
            verdicts.add(StoryPeople.outside(StoryPeople.CONTROL));
            people.add(new PersonVerdicts(person, verdicts));
        }
        List<TableRow> rows = rows(people, 3);
        assertThat(row(rows, "CMS165/overall", "MCP", "ALL", "language/SPANISH").count("initial_population"))
                .isEqualTo(12);
        assertThat(rows(people.subList(0, 99), 3))
                .noneMatch(row -> row.text("stratum_id").equals("SPANISH"));
    }

    private static void speak(List<PersonVerdicts> people, int times, String language) {
        for (int i = 0; i < times; i++) {
            Person person = StoryPeople.person(
                    "P" + people.size(),
                    LocalDate.of(1950, 1, 1),
                    Map.of(Attribute.LANGUAGE, StoryPeople.answer(language)));
            people.add(new PersonVerdicts(person, List.of(StoryPeople.met(StoryPeople.CONTROL, true))));
        }
    }

    @Test
    void onePracticeDescribedInTwoWaysIsRefused() {
        Person first = StoryPeople.person("P1", LocalDate.of(1950, 1, 1), Map.of());
        Person second = new PersonDraft("P2")
                .born(first.birthDate())
                .livingIn("NM")
                .scopes(first.payerScopes())
                .at(new Practice("PR1", "First Practice", "000000001", "NM", 1, "STANDARD"))
                .medicare("FULL", "AGED")
                .build();
        List<PersonVerdicts> people = List.of(
                new PersonVerdicts(first, List.of(StoryPeople.met(StoryPeople.CONTROL, true))),
                new PersonVerdicts(second, List.of(StoryPeople.met(StoryPeople.CONTROL, true))));
        assertThatThrownBy(() -> cells(people, 1)).hasStackTraceContaining("one practice is described in two ways");
        assertThatThrownBy(() -> cells(people, 2)).hasStackTraceContaining("one practice is described in two ways");
    }
}
