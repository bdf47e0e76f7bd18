package org.mcpstrata.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.deck.OfficialDeck;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;

/** The official cases straight at the evaluator, population by population, with the full value-set expansions. */
class OfficialDeckTest {
    @ParameterizedTest
    @CsvSource({
        "CMS122,cms2024,2025,27",
        "CMS165,cms2024,2025,38",
        "CMS130,cms2024,2025,41",
        "CMS2,cms2024,2025,20",
        "CMS2,qicore4-mp2025,2025,20",
        "CMS122,qicore6-mp2026,2026,36",
        "CMS165,qicore6-mp2026,2026,46",
        "CMS130,qicore6-mp2026,2026,47",
        "CMS2,qicore6-mp2026,2026,22",
        "CMS159,qicore4-mp2025,2025,36",
        "CMS159,qicore6-mp2026,2026,48",
    })
    void everyCaseHasItsExpectedPopulations(String measure, String edition, int year, int cases) throws IOException {
        OfficialDeck deck = new OfficialDeck(measure, edition, year, cases);
        deck.folder();
        Optional<Path> expansions = Optional.of(SharedFolder.require("valuesets"));
        Evaluator evaluator = new Evaluator(MeasureLoader.load(Path.of("measures"), year, expansions));

        deck.compare(patient -> populations(evaluator, measure, deck.bundle(patient)));
    }

    private static Set<String> populations(Evaluator evaluator, String measure, Path bundle) {
        DeckCase person = DeckCase.read(bundle);
        Verdict verdict = evaluator.evaluate(person.person(), person.rows()).stream()
                .filter(each ->
                        each.measureId().equals(measure) && each.rateId().equals("overall"))
                .findFirst()
                .orElseThrow();
        Set<String> populations = new TreeSet<>();
        add(populations, "initial-population", verdict.initialPopulation());
        add(populations, "denominator", verdict.denominator());
        add(populations, "denominator-exclusion", verdict.denominatorExclusion());
        add(populations, "denominator-exception", verdict.denominatorException());
        add(populations, "numerator", verdict.numerator());
        return populations;
    }

    private static void add(Set<String> populations, String name, boolean holds) {
        if (holds) {
            populations.add(name);
        }
    }
}
