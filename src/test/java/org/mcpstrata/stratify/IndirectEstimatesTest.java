package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.GroupProbabilities;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.IndirectEstimates.Method;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.statistics.Wilson;

/** Expected values: stratification.md 3.2 and oracles/statistics.json. Vectors in the order of {@code ProbableGroup}. */
class IndirectEstimatesTest {
    private static final boolean[] MET = {true, false, true, true, false, true, false, true};
    private static final int[][] PERCENT = {
        {90, 4, 3, 1, 1, 1},
        {10, 80, 5, 1, 1, 3},
        {5, 2, 90, 1, 1, 1},
        {20, 5, 5, 65, 1, 4},
        {48, 44, 4, 1, 1, 2},
        {70, 15, 10, 2, 1, 2},
        {5, 3, 88, 1, 2, 1},
        {15, 78, 3, 1, 1, 2}
    };
    private static final ResolvedAttribute DECLINED =
            new ResolvedAttribute(List.of(), Missing.DECLINED, EvidenceTier.SELF_REPORT, false, false);

    private static Stratifiers stratifiers(boolean weakGroups, Method... methods) {
        return Stratifiers.load(
                StoryPeople.STRATIFIER_FILE,
                new Switches(
                        new TreeSet<>(),
                        false,
                        Set.of(),
                        new IndirectEstimates("MBISG", "2.1", new TreeSet<>(List.of(methods)), weakGroups),
                        Set.of(),
                        Place::of));
    }

    private static final Stratifiers BOTH = stratifiers(true, Method.values());

    private static GroupProbabilities vector(int... percent) {
        List<Integer> millionths = new ArrayList<>();
        for (int each : percent) {
            millionths.add(each * 10_000);
        }
        return new GroupProbabilities(millionths);
    }

    /** @param answer null for nobody's word */
    private static PersonVerdicts person(
            int number, ResolvedAttribute answer, GroupProbabilities vector, int practice, boolean met) {
        Person person = StoryPeople.person(
                String.format("P%016x", number),
                LocalDate.of(1950, 6, 1),
                answer == null ? Map.of() : Map.of(Attribute.RACE_ETHNICITY, answer),
                StoryPeople.PRACTICES.get(practice),
                new TreeSet<>(List.of("MEDICARE_FFS", "payer:alpha")));
        return new PersonVerdicts(
                PersonDraft.like(person).wanted(new OptionalFacts(vector, null)).build(),
                List.of(StoryPeople.met(StoryPeople.CONTROL, met)));
    }

    private static List<PersonVerdicts> oracle() {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < MET.length; i++) {
            people.add(person(i, null, vector(PERCENT[i]), i % 2, MET[i]));
        }
        return people;
    }

    private static List<TableRow> rows(Stratifiers stratifiers, List<PersonVerdicts> people, int parts) {
        Cells cells = CountedPeople.in(stratifiers, StoryPeople.MEASURES, people, parts);
        ResultContext context = ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of());
        StratifiedResult result =
                new StratifiedResult(context, stratifiers, StoryPeople.MEASURES, cells, Optional.empty());
        List<TableRow> sent = new ArrayList<>();
        SentResult copy = SerializationUtils.roundtrip(result.toSend());
        result.slices().forEach(slice -> copy.rows(slice).forEachRemaining(sent::add));
        assertThat(sent).as("as tasks make them").isEqualTo(result.rows().toList());
        return sent;
    }

    private static Optional<TableRow> found(List<TableRow> rows, Method method, String entity, String group) {
        return rows.stream()
                .filter(row -> row.text("method").equals(method.name())
                        && row.text("measure_id").equals("CMS165")
                        && row.text("entity_id").equals(entity)
                        && row.text("payer_scope").equals("ALL")
                        && row.text("stratum_id").equals(group))
                .findFirst();
    }

    private static TableRow program(List<TableRow> rows, Method method, String group) {
        return found(rows, method, "MCP", group).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "WHITE, 2.63, 2.00, 0.7604562738, 2.63",
        "BLACK, 2.31, 1.04, 0.4502164502, 2.31",
        "HISPANIC, 2.08, 1.11, 0.5336538462, 2.08",
        "ASIAN_NHPI, 0.73, 0.70, 0.9589041096, 0.73",
        "AIAN, 0.09, 0.05, 0.5555555556, 0.09",
        "MULTI, 0.16, 0.10, 0.6250000000, 0.16"
    })
    void everyGroupAgreesWithTheOracle(String group, BigDecimal weights, BigDecimal met, double rate, double people) {
        TableRow row = program(rows(BOTH, oracle(), 1), Method.INDIRECT, group);
        assertThat(row.decimal("weighted_denominator")).isEqualByComparingTo(weights);
        assertThat(row.decimal("weighted_numerator")).isEqualByComparingTo(met);
        assertThat(row.statistic("value")).isCloseTo(rate, within(1e-9 * rate));
        assertThat(row.statistic("n_effective")).isCloseTo(people, within(1e-9));
        assertThat(row.statistic("value_lo"))
                .isCloseTo(
                        Wilson.of(met.doubleValue() / weights.doubleValue(), people)
                                .lo(),
                        within(1e-9));
        assertThat(row.statistic("share_of_denominator")).isCloseTo(weights.doubleValue() / 8, within(1e-12));
        assertThat(row.statistic("coverage_pct")).isEqualTo(100.0);
        assertThat(row.text("reliability")).isEqualTo("C");
        for (String count : List.of("initial_population", "performance_denominator", "numerator", "not_met")) {
            assertThat(row.count(count)).as(count).isNull();
        }
    }

    /** Kish's number and the variance are in no row: they are held against the oracle in the sums. */
    @ParameterizedTest
    @CsvSource({
        "0, 4.301822253, 0.03163163904",
        "1, 3.630246956, 0.06769102867",
        "2, 2.699276267, 0.09268074040",
        "3, 1.258323495, 0.001858847525",
        "4, 7.363636364, 0.03505563176",
        "5, 6.400000000, 0.03564453125"
    })
    void sumsOfMillionthsAgreeWithTheOracle(int group, double kish, double variance) {
        WeightSums.Sum sum = new WeightSums.Sum();
        for (int i = 0; i < MET.length; i++) {
            sum.add(PERCENT[i][group] * 10_000, MET[i]);
        }
        assertThat(sum.sums().rate().orElseThrow().kish()).isCloseTo(kish, within(1e-9 * kish));
        assertThat(sum.sums().rate().orElseThrow().variance()).isCloseTo(variance, within(1e-9 * variance));
    }

    @ParameterizedTest
    @CsvSource({
        "WHITE, 2.68, 2.05, 0.7649253731",
        "HISPANIC, 2.15, 1.18, 0.5488372093",
        "BLACK, 2.25, 0.98, 0.4355555556",
        "ASIAN_NHPI, 0.71, 0.68, 0.9577464789"
    })
    void ownAnswersReplaceProbabilities(String group, BigDecimal weights, BigDecimal met, double rate) {
        List<PersonVerdicts> people = oracle();
        people.set(0, person(0, StoryPeople.answer("WHITE"), vector(PERCENT[0]), 0, true));
        people.set(2, person(2, StoryPeople.answer("HISPANIC", "BLACK"), vector(PERCENT[2]), 0, true));
        List<TableRow> rows = rows(BOTH, people, 1);
        TableRow mixed = program(rows, Method.DIRECT_PLUS_INDIRECT, group);
        assertThat(mixed.decimal("weighted_denominator")).isEqualByComparingTo(weights);
        assertThat(mixed.decimal("weighted_numerator")).isEqualByComparingTo(met);
        assertThat(mixed.statistic("value")).isCloseTo(rate, within(1e-9));
        assertThat(mixed.statistic("direct_pct")).isEqualTo(25.0);
        assertThat(program(rows, Method.INDIRECT, "WHITE").decimal("weighted_denominator"))
                .as("own answers are no part of the other method")
                .isEqualByComparingTo("2.63");
    }

    @Test
    void administrativeAnswersAndAnswersOfNoGroupReplaceNothing() {
        ResolvedAttribute administrative =
                new ResolvedAttribute(List.of("WHITE"), null, EvidenceTier.ADMINISTRATIVE, false, false);
        List<TableRow> rows = rows(
                BOTH,
                List.of(
                        person(0, administrative, vector(PERCENT[1]), 0, true),
                        person(1, StoryPeople.answer("OTHER"), vector(PERCENT[1]), 0, true)),
                1);
        assertThat(program(rows, Method.DIRECT_PLUS_INDIRECT, "BLACK").decimal("weighted_denominator"))
                .isEqualByComparingTo("1.6");
    }

    @Test
    void whoDeclinedIsGivenNoGroupByAnyMethod() {
        List<PersonVerdicts> people = oracle();
        people.set(1, person(1, DECLINED, vector(PERCENT[1]), 0, false));
        for (Method method : Method.values()) {
            TableRow row = program(rows(BOTH, people, 1), method, "BLACK");
            assertThat(row.decimal("weighted_denominator")).isEqualByComparingTo("1.51");
            assertThat(row.statistic("coverage_pct")).isEqualTo(87.5);
        }
    }

    @Test
    void whoHasNoProbabilitiesCountsDirectlyAlone() {
        List<TableRow> rows = rows(BOTH, List.of(person(0, StoryPeople.answer("NHPI"), null, 0, true)), 1);
        assertThat(program(rows, Method.DIRECT_PLUS_INDIRECT, "ASIAN_NHPI").statistic("value"))
                .isEqualTo(1.0);
        TableRow indirect = program(rows, Method.INDIRECT, "ASIAN_NHPI");
        assertThat(indirect.statistic("value")).isNull();
        assertThat(indirect.statistic("share_of_denominator")).isNull();
        assertThat(indirect.statistic("coverage_pct")).isEqualTo(0.0);
    }

    @Test
    void certaintyGivesTheRowsOfPeopleCountedDirectly() {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            people.add(person(i, StoryPeople.answer("BLACK"), vector(0, 100, 0, 0, 0, 0), 0, i % 3 > 0));
        }
        List<TableRow> rows = rows(BOTH, people, 4);
        TableRow direct = rows.stream()
                .filter(row -> row.text("method").equals("DIRECT")
                        && row.text("entity_id").equals("PR1")
                        && row.text("measure_id").equals("CMS165")
                        && row.text("payer_scope").equals("ALL")
                        && row.text("stratifier_id").equals("race_eth_1997")
                        && row.text("stratum_id").equals("BLACK"))
                .findFirst()
                .orElseThrow();
        for (Method method : Method.values()) {
            TableRow row = found(rows, method, "PR1", "BLACK").orElseThrow();
            for (String column : List.of("value", "value_lo", "value_hi", "n_effective", "share_of_denominator")) {
                assertThat(row.statistic(column)).as(column).isEqualTo(direct.statistic(column));
            }
            assertThat(row.text("reliability")).isEqualTo(direct.text("reliability"));
        }
    }

    private static List<PersonVerdicts> crowd(int size) {
        Random random = new Random(11);
        List<PersonVerdicts> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Integer> millionths = new ArrayList<>();
            int left = GroupProbabilities.CERTAIN;
            for (int group = 0; group < 5; group++) {
                int each = random.nextInt(left + 1);
                millionths.add(each);
                left -= each;
            }
            millionths.add(left);
            ResolvedAttribute answer = random.nextInt(4) > 0
                    ? null
                    : StoryPeople.answer(
                            List.of("WHITE", "BLACK", "MENA", "OTHER").get(random.nextInt(4)));
            crowd.add(person(
                    i,
                    answer,
                    random.nextInt(10) == 0 ? null : new GroupProbabilities(millionths),
                    random.nextInt(4),
                    random.nextBoolean()));
        }
        return crowd;
    }

    @Test
    void rowsDoNotDependOnPartsOrOrderAndComeInTheOrderOfTheirKey() {
        List<PersonVerdicts> crowd = crowd(400);
        List<TableRow> rows = rows(BOTH, crowd, 1);
        List<PersonVerdicts> shuffled = new ArrayList<>(crowd);
        Collections.shuffle(shuffled, new Random(2));
        assertThat(rows(BOTH, shuffled, 7)).isEqualTo(rows);
        assertThat(rows)
                .isSortedAccordingTo(TableRow.by(StratifiedResult.SCHEMA, StratifiedResult.KEY))
                .anyMatch(row -> row.text("method").equals("INDIRECT"));
    }

    @Test
    void groupsWeighWholePeopleAndTheLawsHold() {
        List<PersonVerdicts> crowd = crowd(400);
        List<TableRow> rows = rows(BOTH, crowd, 3);
        long vectors = crowd.stream()
                .filter(each -> each.person().optional().groups().isPresent())
                .count();
        BigDecimal weights = rows.stream()
                .filter(row -> row.text("method").equals("INDIRECT")
                        && row.text("measure_id").equals("CMS165")
                        && row.text("entity_type").equals("PROGRAM")
                        && row.text("payer_scope").equals("ALL"))
                .map(row -> row.decimal("weighted_denominator"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(weights).isEqualByComparingTo(BigDecimal.valueOf(vectors));
        assertThat(broken(rows)).isEmpty();

        List<TableRow> wrong = new ArrayList<>(rows);
        wrong.remove(wrong.stream()
                .filter(row -> row.text("method").equals("INDIRECT")
                        && row.text("entity_type").equals("STATE"))
                .findFirst()
                .orElseThrow());
        assertThat(broken(wrong)).as("a lost row of a state").isNotEmpty();
        assertThat(broken(List.of(found(rows, Method.INDIRECT, "CO", "WHITE").orElseThrow())))
                .as("a group without people")
                .hasSize(2);
    }

    private static List<Law> broken(List<TableRow> rows) {
        IndirectLaws laws = new IndirectLaws();
        rows.forEach(laws::add);
        return laws.laws().stream().filter(law -> !law.holds()).toList();
    }

    @Test
    void weakGroupsAndSmallPracticesAreNotShown() {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < 115; i++) {
            people.add(person(i, null, vector(2, 90, 2, 2, 2, 2), 0, i % 2 == 0));
        }
        people.add(person(115, null, vector(2, 90, 2, 2, 2, 2), 1, true));
        List<TableRow> rows = rows(stratifiers(false, Method.INDIRECT), people, 1);
        assertThat(found(rows, Method.INDIRECT, "PR1", "BLACK").orElseThrow().decimal("weighted_denominator"))
                .isEqualByComparingTo("103.5");
        assertThat(found(rows, Method.INDIRECT, "PR1", "WHITE")).isEmpty();
        assertThat(found(rows, Method.INDIRECT, "PR2", "BLACK")).isEmpty();
        assertThat(found(rows, Method.INDIRECT, "MCP", "WHITE")).isPresent();
        assertThat(found(rows, Method.INDIRECT, "MCP", "AIAN")).isEmpty();
        assertThat(found(rows, Method.INDIRECT, "MCP", "MULTI")).isEmpty();
        assertThat(rows).noneMatch(row -> row.text("method").equals("DIRECT_PLUS_INDIRECT"));
    }

    @Test
    void nobodyIsPutIntoAGroupByThem() {
        Person person = oracle().get(0).person();
        MemberStratum strata = new MemberStratum("run", StoryPeople.PERIOD, StoryPeople.MEASURES, BOTH);
        MemberStratum without = new MemberStratum(
                "run", StoryPeople.PERIOD, StoryPeople.MEASURES, Stratifiers.load(StoryPeople.STRATIFIER_FILE));
        assertThat(strata.rows(person))
                .isEqualTo(without.rows(PersonDraft.like(person).build()));
    }

    @Test
    void noDirectRowChangesWithThem() {
        List<PersonVerdicts> crowd = crowd(100);
        assertThat(rows(BOTH, crowd, 2).stream()
                        .filter(row -> row.text("method").equals("DIRECT")))
                .isEqualTo(rows(Stratifiers.load(StoryPeople.STRATIFIER_FILE), crowd, 2));
    }

    @Test
    void probabilitiesAreHeldAgainstOwnAnswersOfEnoughPeople() {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String own = i < 100 ? "BLACK" : "WHITE";
            people.add(person(i, StoryPeople.answer(own), vector(84, 16, 0, 0, 0, 0), i % 3, true));
        }
        people.add(person(500, null, vector(0, 100, 0, 0, 0, 0), 0, true));
        assertThat(calibration(people.subList(0, 499), "BLACK").text("calibration"))
                .isEqualTo("TOO_FEW");
        TableRow black = calibration(people, "BLACK");
        assertThat(black.decimal("probability_sum")).isEqualByComparingTo("80");
        assertThat(black.count("self_reported")).isEqualTo(100);
        assertThat(black.count("people")).isEqualTo(500);
        assertThat(black.statistic("calibration_ratio")).isEqualTo(0.8);
        assertThat(black.text("calibration")).isEqualTo("OUTSIDE");
        assertThat(calibration(people, "WHITE").text("calibration")).isEqualTo("OK");
        assertThat(calibration(people, "HISPANIC").statistic("calibration_ratio"))
                .as("nobody reported the group")
                .isNull();
    }

    private static TableRow calibration(List<PersonVerdicts> people, String group) {
        Cells cells = CountedPeople.in(BOTH, StoryPeople.MEASURES, people, 1);
        ResultContext context = ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of());
        return IndirectCalibration.rows(context, BOTH, StoryPeople.MEASURES, cells).stream()
                .filter(row -> row.text("measure_id").equals("CMS165")
                        && row.text("stratum_id").equals(group))
                .findFirst()
                .orElseThrow();
    }
}
