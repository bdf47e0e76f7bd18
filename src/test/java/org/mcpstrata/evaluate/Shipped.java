package org.mcpstrata.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;

/** The measures of 2025 as they are shipped, with the shipped value sets. */
final class Shipped {
    static final Evaluator EVALUATOR = new Evaluator(MeasureLoader.load(Path.of("measures"), 2025, Optional.empty()));

    private Shipped() {}

    static Verdict verdict(String measure, Story story) {
        return verdict(measure, "overall", story);
    }

    static Verdict verdict(String measure, String rate, Story story) {
        return EVALUATOR.evaluate(story.person(), story.rows()).stream()
                .filter(verdict ->
                        verdict.measureId().equals(measure) && verdict.rateId().equals(rate))
                .findFirst()
                .orElseThrow();
    }
}
