package org.mcpstrata.measure.lint;

import java.util.function.BiConsumer;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.MeasureDefinition;

/** Walks over every definition of every measure and year. */
final class MeasureClauses {
    private MeasureClauses() {}

    static void forEach(Definitions definitions, BiConsumer<MeasureDefinition, Definition> visitor) {
        definitions.measures().values().forEach(set -> set.measures().values().forEach(measure -> measure.definitions()
                .values()
                .forEach(definition -> visitor.accept(measure, definition))));
    }
}
