package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Verdict;

/**
 * Two independent readings of the same people: the measure definitions over the delivered files, and the plain truth of the
 * generator. Linking is not under test: people are put together by the ids the generator gave them.
 */
class SampleAgreesWithItsTruthTest {
    private static final int PEOPLE = 2_000;
    private static final Timeline TIMELINE = new Timeline(2025, LocalDate.of(2026, 1, 15));
    private static final List<Truth> TRUTHS = new ArrayList<>();
    private static final List<SortedMap<String, Verdict>> VERDICTS = new ArrayList<>();

    @BeforeAll
    static void readAndEvaluate() {
        Map<String, Integer> numbers = new HashMap<>();
        PersonFactory people = new PersonFactory(1, TIMELINE, PlantedDisparities.standard());
        TruthOracle oracle = new TruthOracle(TIMELINE);
        List<List<CanonicalRow>> rows = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            SyntheticPerson person = people.person(number);
            TRUTHS.add(oracle.judge(person));
            rows.add(new ArrayList<>());
            identify(person, numbers);
        }
        List<Drops.Drop> drops = new ArrayList<>();
        for (SampleLanding.Delivered file : DeliveredRows.files()) {
            Drops.Drop drop = new Drops.Drop(
                    file.payer(),
                    DeliveredRows.drop(file),
                    DeliveredRows.facts(file).lineOfBusiness(),
                    "2026-01-15T06:00:00Z");
            if (!drops.contains(drop)) {
                drops.add(drop);
            }
            if (!file.type().equals("provider")) {
                DeliveredRows.read(file, row -> {
                    Integer number = numbers.get(row.payerId() + "|" + row.memberId());
                    assertThat(number)
                            .as("a row of %s belongs to a person", file.type())
                            .isNotNull();
                    rows.get(number).add(row);
                });
            }
        }
        evaluate(rows, new Drops(drops));
    }

    private static void identify(SyntheticPerson person, Map<String, Integer> numbers) {
        Coverage coverage = person.coverage();
        numbers.put("medicare-ffs|" + coverage.currentMbi(), person.number());
        numbers.put("medicare-ffs|" + coverage.formerMbi(), person.number());
        coverage.enrollments().forEach(span -> numbers.put(span.payer().id() + "|" + span.memberId(), person.number()));
        numbers.put(Registry.PAYER_ID + "|" + Registry.patientId(person), person.number());
    }

    private static void evaluate(List<List<CanonicalRow>> rows, Drops drops) {
        MeasureSet measures = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());
        FinalAction finalAction = new FinalAction(drops);
        PersonResolver resolver = new PersonResolver(measures.period(), drops, PersonPolicy.standard());
        Evaluator evaluator = new Evaluator(measures);
        for (List<CanonicalRow> delivered : rows) {
            SortedMap<String, Verdict> verdicts = new TreeMap<>();
            if (!delivered.isEmpty()) {
                List<CanonicalRow> counting = finalAction.of(delivered).rows();
                Person person = resolver.resolve("P", counting);
                evaluator
                        .evaluate(person, counting)
                        .forEach(verdict -> verdicts.put(verdict.measureId() + " " + verdict.rateId(), verdict));
            }
            VERDICTS.add(verdicts);
        }
    }

    @Test
    void bloodPressureVerdictsAreTheTruth() {
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            compare(number, "CMS165 overall", TRUTHS.get(number).bloodPressure(), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void glycemicVerdictsAreTheTruth() {
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            compare(number, "CMS122 overall", TRUTHS.get(number).glycemicStatus(), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void colorectalVerdictsAreTheTruth() {
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            compare(number, "CMS130 overall", TRUTHS.get(number).colorectal(), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void emergencyVisitsAreTheTruth() {
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            Verdict verdict = VERDICTS.get(number).get("EDU with outliers");
            Truth truth = TRUTHS.get(number);
            boolean population = verdict != null && verdict.initialPopulation();
            if (population != truth.emergencyPopulation()) {
                differences.add("person " + number + " initial population " + population);
            } else if (population && verdict.denominatorExclusion() != truth.emergencyExcluded()) {
                differences.add("person " + number + " exclusion " + verdict.denominatorExclusion());
            } else if (population
                    && !truth.emergencyExcluded()
                    && verdict.observation().compareTo(BigDecimal.valueOf(truth.emergencyVisits())) != 0) {
                differences.add("person " + number + " visits " + verdict.observation());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void peopleLeftOutAsOutliersAreTheTruth() {
        List<String> differences = new ArrayList<>();
        int outliers = 0;
        for (int number = 0; number < PEOPLE; number++) {
            Verdict verdict = VERDICTS.get(number).get("EDU without outliers");
            Truth truth = TRUTHS.get(number);
            boolean leftOut = truth.emergencyPopulation() && (truth.emergencyExcluded() || truth.emergencyOutlier());
            if (leftOut != (verdict != null && verdict.denominatorExclusion())) {
                differences.add("person " + number + " left out " + !leftOut);
            }
            outliers += leftOut && !truth.emergencyExcluded() ? 1 : 0;
        }
        assertThat(differences).isEmpty();
        assertThat(outliers).isPositive();
    }

    private static void compare(int number, String rate, Truth.Populations truth, List<String> differences) {
        Verdict verdict = VERDICTS.get(number).get(rate);
        boolean initial = verdict != null && verdict.initialPopulation();
        if (initial != truth.initial()) {
            differences.add("person " + number + " initial population " + initial);
        } else if (initial && verdict.denominatorExclusion() != truth.excluded()) {
            differences.add(
                    "person " + number + " exclusion " + verdict.denominatorExclusion() + " " + verdict.reasons());
        } else if (initial && !truth.excluded() && verdict.numerator() != truth.numerator()) {
            differences.add("person " + number + " numerator " + verdict.numerator() + " " + verdict.reasons());
        }
    }
}
