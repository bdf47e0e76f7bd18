package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.stratify.CostPeople.month;
import static org.mcpstrata.stratify.CostPeople.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;

/** A person's months are one observation, whoever paid for them and wherever they lie (stratification.md 4.1). */
class PeopleBehindCostsTest {
    private static final Practice NORTH = new Practice("N", "", "12-3456789", "CO", 1, "STANDARD");
    private static final Practice SOUTH = new Practice("S", "", "123456789", "CO", 2, "FQHC");
    private static final Practice WEST = new Practice("W", "", "123456789", "NM", 3, "STANDARD");
    private static final Practice EAST = new Practice("E", "", "", "NM", 0, "NONE");
    private static final List<Practice> PRACTICES = List.of(NORTH, SOUTH, WEST, EAST);
    private static final Stratifiers STRATIFIERS = Stratifiers.load(
            StoryPeople.STRATIFIER_FILE,
            new Switches(new TreeSet<>(), false, Set.of(), null, Set.of(EntityType.TIN), Place::of));

    /** Indices have six decimals, and so has the payer's mean that is read back for them here. */
    private static final Offset<Double> ROUNDING = within(1e-5);

    private static JavaSparkContext spark;
    private static List<PersonVerdicts> crowd;
    private static StratifiedResult result;

    @BeforeAll
    static void count() {
        spark = CostPeople.spark();
        crowd = crowd(new Random(5));
        result = CostPeople.result(spark, STRATIFIERS, crowd, 3);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** Most people stay with one practice and payer; others have several of both. */
    private static List<PersonVerdicts> crowd(Random random) {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean moves = random.nextInt(3) == 0;
            boolean dual = random.nextInt(3) == 0;
            Practice home = PRACTICES.get(random.nextInt(PRACTICES.size()));
            List<BeneficiaryMonth> months = new ArrayList<>();
            for (int month = 1; month <= 1 + random.nextInt(12); month++) {
                Practice practice = moves ? PRACTICES.get(random.nextInt(PRACTICES.size())) : home;
                for (String payer : dual ? List.of("alpha", "beta") : List.of("alpha")) {
                    String dollars = random.nextInt(20) == 0 ? null : Integer.toString(random.nextInt(2000));
                    months.add(month(month, payer, practice, dollars));
                }
            }
            people.add(person("P" + (100 + i), home, months));
        }
        return people;
    }

    /** One person's index and months, of those months that are asked for. */
    private record Sum(double index, double months) {}

    /** What each person comes to in these months; who has none with a price is not among them. */
    private static List<Sum> people(Predicate<BeneficiaryMonth> of) {
        Map<String, TableRow> payers = CostPeople.costs(spark, STRATIFIERS, crowd, 1).rows().stream()
                .collect(Collectors.toMap(row -> row.text("payer_id"), row -> row));
        List<Sum> people = new ArrayList<>();
        for (PersonVerdicts one : crowd) {
            List<BeneficiaryMonth> months = one.months().stream()
                    .filter(month -> month.dollars() != null)
                    .filter(of)
                    .toList();
            if (!months.isEmpty()) {
                double index = months.stream()
                        .mapToDouble(month -> index(month, payers.get(month.payerId())))
                        .sum();
                people.add(new Sum(index, months.size()));
            }
        }
        return people;
    }

    private static double index(BeneficiaryMonth month, TableRow payer) {
        return month.dollars().min(payer.decimal("winsorised_at")).doubleValue()
                / payer.decimal("mean_adjusted").doubleValue();
    }

    private static Measured mean(List<Sum> people) {
        double months = people.stream().mapToDouble(Sum::months).sum();
        double mean = people.stream().mapToDouble(Sum::index).sum() / months;
        double squares = people.stream()
                .mapToDouble(person -> Math.pow(person.index() - mean * person.months(), 2))
                .sum();
        double half = Interval.Z * Math.sqrt(squares / months / months * people.size() / (people.size() - 1.0));
        return new Measured(mean, new Interval(Math.max(0, mean - half), mean + half, "RATIO_LINEARISED"));
    }

    private static Predicate<BeneficiaryMonth> in(TableRow row) {
        return month -> isIn(month.practice(), row.text("entity_type"), row.text("entity_id"))
                && Set.of("ALL", "COMMERCIAL", "payer:" + month.payerId()).contains(row.text("payer_scope"))
                && isIn(month.practice(), row.text("stratifier_id"), row.text("stratum_id"));
    }

    private static boolean isIn(Practice practice, String kind, String id) {
        return switch (kind) {
            case "PRACTICE" -> practice.id().equals(id);
            case "STATE" -> practice.state().equals(id);
            case "TIN" -> RollUp.tin(practice).equals(id);
            case "track" -> id.equals(practice.track() == 0 ? "NOT_APPLICABLE" : "TRACK_" + practice.track());
            case "sex" -> id.equals("F");
            default -> true;
        };
    }

    private static List<TableRow> rows(List<TableRow> all, String rate, String entity, String scope) {
        return all.stream()
                .filter(row -> row.text("rate_id").equals(rate))
                .filter(row -> row.text("entity_id").equals(entity))
                .filter(row -> row.text("payer_scope").equals(scope))
                .filter(row -> row.text("stratifier_id").equals("TOTAL"))
                .toList();
    }

    @Test
    void whoHasTwoPayersIsOnePersonBehindTheMean() {
        List<TableRow> rows = CostPeople.rows(
                spark,
                List.of(
                        person("P1", NORTH, List.of(month(1, "alpha", NORTH, "5"), month(1, "beta", NORTH, "70"))),
                        person("P2", NORTH, List.of(month(1, "alpha", NORTH, "8"), month(1, "beta", NORTH, "90")))),
                1);
        for (String entity : List.of("N", "CO", "MCP")) {
            for (String scope : List.of("ALL", "COMMERCIAL", "payer:alpha")) {
                assertThat(rows(rows, "index", entity, scope))
                        .as("%s %s", entity, scope)
                        .singleElement()
                        .satisfies(
                                row -> assertThat(row.statistic("n_effective")).isEqualTo(2));
            }
        }
    }

    @Test
    void fifteenPeopleOfTwoPayersAreNotThirty() {
        List<PersonVerdicts> people = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            people.add(person("P" + i, NORTH, List.of(month(1, "alpha", NORTH, "5"), month(1, "beta", NORTH, "5"))));
        }
        assertThat(rows(CostPeople.rows(spark, people, 2), "index", "MCP", "ALL"))
                .singleElement()
                .satisfies(row -> assertThat(row.text("reliability")).isEqualTo("C"));
    }

    @Test
    void theLimitsAreThoseOfPeopleInEveryEntity() {
        Map<String, Integer> compared = new TreeMap<>();
        result.rows()
                .filter(row -> row.text("rate_id").equals("index"))
                .filter(row -> Set.of("TOTAL", "sex", "track").contains(row.text("stratifier_id")))
                .forEach(row -> {
                    String of = row.text("entity_id") + row.text("payer_scope") + row.text("stratum_id");
                    List<Sum> people = people(in(row));
                    assertThat(row.statistic("n_effective")).as(of).isEqualTo(people.size());
                    if (row.statistic("value_lo") != null) {
                        assertThat(row.statistic("value"))
                                .as(of)
                                .isCloseTo(mean(people).value(), ROUNDING);
                        Interval limits = mean(people).interval();
                        assertThat(row.statistic("value_lo")).as(of).isCloseTo(limits.lo(), ROUNDING);
                        assertThat(row.statistic("value_hi")).as(of).isCloseTo(limits.hi(), ROUNDING);
                        compared.merge(row.text("entity_type"), 1, Integer::sum);
                    }
                });
        assertThat(compared).containsOnlyKeys("PRACTICE", "PROGRAM", "STATE", "TIN");
        assertThat(compared.values()).allMatch(rows -> rows >= 6);
    }

    @Test
    void everyoneElseIsMadeOfPeopleTooWhereSomebodyIsInTwoStrata() {
        int compared = 0;
        for (ResultScope scope : result.scopes()) {
            if (scope.entityType() == EntityType.PRACTICE) {
                continue;
            }
            ComparedStrata tracks = result.values(scope).ratesWithRest().stream()
                    .filter(rate -> rate.rateId().equals("index"))
                    .findFirst()
                    .orElseThrow()
                    .strata()
                    .get("track");
            for (StratumValue track : tracks.known()) {
                List<Sum> others = people(month -> isIn(
                                month.practice(), scope.entityType().name(), scope.entityId())
                        && Set.of("ALL", "COMMERCIAL", "payer:" + month.payerId())
                                .contains(scope.payerScope())
                        && month.practice().track() != 0
                        && !isIn(month.practice(), "track", track.stratum().id()));
                StratumValue rest = tracks.rest().get(track.stratum().id());
                String of = scope + " " + track.stratum().id();
                if (rest.isShown() && rest.measured().interval() != null) {
                    assertThat(rest.measured().value())
                            .as(of)
                            .isCloseTo(mean(others).value(), ROUNDING);
                    Interval limits = mean(others).interval();
                    assertThat(rest.measured().interval().lo()).as(of).isCloseTo(limits.lo(), ROUNDING);
                    assertThat(rest.measured().interval().hi()).as(of).isCloseTo(limits.hi(), ROUNDING);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void sumsStillAddUpAndDoNotDependOnHowPeopleWereSpread() {
        List<TableRow> rows = result.rows().toList();
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        assertThat(laws.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(CostPeople.result(spark, STRATIFIERS, crowd, 1).rows().toList())
                .isEqualTo(rows);
    }
}
