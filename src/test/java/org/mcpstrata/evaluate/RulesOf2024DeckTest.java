package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * No official deck is of the measurement year 2024. The draft that was made between the two versions still asks for visits
 * with an advanced illness, as 2024 does, but its cases live in 2025: here the rules of 2024 meet the days of 2025.
 */
class RulesOf2024DeckTest {
    private static final String EDITION = "qicore4-mp2025";
    private static final MeasurementPeriod DAYS = new MeasurementPeriod(2025);

    /**
     * Of CMS122 the draft takes the age of the first day of the period, where the published text takes that of the last; and
     * one case expects poor control from a coded "Yes" in place of a result (measures.md 17.17).
     */
    private static final Map<String, Set<String>> DISPUTED =
            Map.of("CMS122", Set.of("8956ebb5-d3c0-4112-a34a-200961713efd", "ad9a8d0c-7d40-49ee-9088-6676f5916c1f"));

    @ParameterizedTest
    @CsvSource({"CMS122,27", "CMS130,31", "CMS165,34"})
    void everyCaseOfTheDraftHasItsExpectedPopulations(String measure, int cases) throws IOException {
        Path deck = SharedFolder.require("testdecks/" + measure + "/" + EDITION);
        MeasureSet rules =
                MeasureLoader.load(Path.of("measures"), 2024, Optional.of(SharedFolder.require("valuesets")));
        Evaluator evaluator = new Evaluator(new MeasureSet(DAYS, rules.measures(), rules.valueSets()));

        Map<String, Map<String, Integer>> expected = expected(deck.resolve("expected.csv"));
        Map<String, Set<String>> missed = new TreeMap<>();
        for (Map.Entry<String, Map<String, Integer>> one : expected.entrySet()) {
            DeckCase person = DeckCase.read(deck.resolve("cases").resolve(one.getKey() + ".json"));
            Verdict verdict = evaluator.evaluate(person.person(), person.rows()).stream()
                    .filter(each ->
                            each.measureId().equals(measure) && each.rateId().equals("overall"))
                    .findFirst()
                    .orElseThrow();
            one.getValue().forEach((population, count) -> {
                if (count != (holds(verdict, population) ? 1 : 0)) {
                    missed.computeIfAbsent(one.getKey(), key -> new TreeSet<>())
                            .add(population + " expected " + count + ": " + verdict.reasons());
                }
            });
        }
        assertThat(expected).hasSize(cases);
        assertThat(missed.keySet()).as(missed.toString()).isEqualTo(DISPUTED.getOrDefault(measure, Set.of()));
    }

    private static boolean holds(Verdict verdict, String population) {
        return switch (population) {
            case "initial-population" -> verdict.initialPopulation();
            case "denominator" -> verdict.denominator();
            case "denominator-exclusion" -> verdict.denominatorExclusion();
            case "numerator" -> verdict.numerator();
            default -> throw new IllegalArgumentException("unknown population " + population);
        };
    }

    private static Map<String, Map<String, Integer>> expected(Path file) throws IOException {
        Map<String, Map<String, Integer>> byPatient = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", 4);
            byPatient
                    .computeIfAbsent(fields[0], patient -> new TreeMap<>())
                    .put(fields[1], Integer.parseInt(fields[2]));
        }
        return byPatient;
    }
}
