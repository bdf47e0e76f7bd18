package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Without outliers in the sample, a program that confused the rates with and without them would look right. They are there
 * for every payer, and what the generator knows of them is what the expected result holds.
 */
class OutliersSeparateTheTwoEmergencyRatesTest {
    private static final Path EXPECTED = Path.of("sample-data", "expected", "stratified_result.csv.gz");
    private static final Timeline TIMELINE = new Timeline(2025, LocalDate.of(2026, 1, 15));
    private static final List<Visitor> VISITORS = new ArrayList<>();
    private static final Map<String, NamedCsvRecord> PUBLISHED = new HashMap<>();

    /** A person of the initial population. */
    private record Visitor(Coverage coverage, boolean inHospice, List<LocalDate> visits, boolean outlier) {
        boolean counts(boolean outliers) {
            return !inHospice && (outliers || !outlier);
        }

        boolean coveredBy(Payer payer) {
            return coverage.enrollments().stream()
                    .anyMatch(span -> span.payer() == payer
                            && !span.start().isAfter(TIMELINE.end())
                            && !span.end().isBefore(TIMELINE.start()));
        }

        long visitsBilledTo(Payer payer) {
            return visits.stream()
                    .filter(day -> coverage.pays(payer, day) || coverage.paysSecond(payer, day))
                    .count();
        }
    }

    @BeforeAll
    static void countTheSampleAndReadItsExpectedResult() throws IOException {
        PersonFactory people = new PersonFactory(1, TIMELINE, PlantedDisparities.standard());
        TruthOracle oracle = new TruthOracle(TIMELINE);
        for (int number = 0; number < 2_000; number++) {
            SyntheticPerson person = people.person(number);
            Truth truth = oracle.judge(person);
            if (truth.emergencyPopulation()) {
                EmergencyTruth emergency = new EmergencyTruth(new Evidence(person, TIMELINE));
                VISITORS.add(new Visitor(
                        person.coverage(),
                        truth.emergencyExcluded(),
                        List.copyOf(emergency.visits()),
                        truth.emergencyOutlier()));
            }
        }
        try (InputStreamReader text = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(EXPECTED)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.stream()
                    .filter(row -> row.getField("measure_id").equals("EDU")
                            && row.getField("entity_type").equals("PROGRAM")
                            && row.getField("stratifier_id").equals("TOTAL"))
                    .forEach(row -> PUBLISHED.put(row.getField("rate_id") + " " + row.getField("payer_scope"), row));
        }
    }

    @Test
    void everyPayerHasOutliersSoThatItsTwoRatesDiffer() {
        for (Payer payer : Payer.values()) {
            assertThat(count(visitor -> visitor.coveredBy(payer) && visitor.outlier()))
                    .as(payer.id())
                    .isPositive();
            BigDecimal with = number(published(true, "payer:" + payer.id()), "value");
            BigDecimal without = number(published(false, "payer:" + payer.id()), "value");
            assertThat(with).as(payer.id()).isGreaterThan(without);
        }
    }

    @Test
    void sameFourOrFiveVisitsAreTooManyForCommercialCoverageAndNotForMedicare() {
        assertThat(count(visitor -> fourOrFive(visitor) && visitor.coveredBy(Payer.BLUESTONE) && visitor.outlier()))
                .isPositive();
        assertThat(count(visitor -> fourOrFive(visitor)
                        && (visitor.coveredBy(Payer.MEDICARE_FFS) || visitor.coveredBy(Payer.SUMMIT))
                        && !visitor.outlier()))
                .isPositive();
    }

    @Test
    void expectedTotalsOfBothRatesAreAnIndependentCountOfTheSamePeople() {
        for (boolean outliers : new boolean[] {true, false}) {
            NamedCsvRecord row = published(outliers, "ALL");
            assertPeople(row, visitor -> true, outliers);
            long visits = VISITORS.stream()
                    .filter(visitor -> visitor.counts(outliers))
                    .mapToLong(visitor -> visitor.visits().size())
                    .sum();
            assertThat(number(row, "observation_sum")).isEqualByComparingTo(BigDecimal.valueOf(visits));
        }
    }

    @Test
    void expectedRatesOfEveryPayerCountTheVisitsBilledToIt() {
        for (Payer payer : Payer.values()) {
            for (boolean outliers : new boolean[] {true, false}) {
                NamedCsvRecord row = published(outliers, "payer:" + payer.id());
                assertPeople(row, visitor -> visitor.coveredBy(payer), outliers);
                long visits = VISITORS.stream()
                        .filter(visitor -> visitor.coveredBy(payer) && visitor.counts(outliers))
                        .mapToLong(visitor -> visitor.visitsBilledTo(payer))
                        .sum();
                assertThat(number(row, "observation_sum"))
                        .as(payer.id())
                        .isEqualByComparingTo(BigDecimal.valueOf(visits));
            }
        }
    }

    private static void assertPeople(NamedCsvRecord row, Predicate<Visitor> of, boolean outliers) {
        List<Visitor> people = VISITORS.stream().filter(of).toList();
        long counted =
                people.stream().filter(visitor -> visitor.counts(outliers)).count();
        assertThat(number(row, "initial_population")).isEqualByComparingTo(BigDecimal.valueOf(people.size()));
        assertThat(number(row, "performance_denominator")).isEqualByComparingTo(BigDecimal.valueOf(counted));
        assertThat(number(row, "denominator_exclusion"))
                .isEqualByComparingTo(BigDecimal.valueOf(people.size() - counted));
    }

    private static long count(Predicate<Visitor> test) {
        return VISITORS.stream()
                .filter(visitor -> visitor.counts(true))
                .filter(test)
                .count();
    }

    private static boolean fourOrFive(Visitor visitor) {
        return visitor.visits().size() == 4 || visitor.visits().size() == 5;
    }

    private static NamedCsvRecord published(boolean outliers, String scope) {
        return PUBLISHED.get((outliers ? "with" : "without") + " outliers " + scope);
    }

    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }
}
