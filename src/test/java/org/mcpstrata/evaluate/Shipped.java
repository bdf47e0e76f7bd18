package org.mcpstrata.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;

/** The measures of 2025 as they are shipped, with the shipped value sets. */
final class Shipped {
    private static final MeasureSet MEASURES = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());
    static final Evaluator EVALUATOR = new Evaluator(MEASURES);

    /** The same rules for the year before, of measures that compare with it. */
    static final Evaluator BEFORE = new Evaluator(MEASURES.yearBefore());

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
