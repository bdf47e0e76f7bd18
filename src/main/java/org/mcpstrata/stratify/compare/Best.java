package org.mcpstrata.stratify.compare;

import java.util.Comparator;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.stratify.StratumValue;

/** Which of two groups does better. */
final class Best {
    private Best() {}

    /** The best first; of equal ones the first in display order. */
    static Comparator<StratumValue> first(Improvement improvement) {
        Comparator<StratumValue> lowest =
                Comparator.comparingDouble(value -> value.measured().value());
        Comparator<StratumValue> best =
                switch (improvement) {
                    case HIGHER -> lowest.reversed();
                    case LOWER -> lowest;
                };
        return best.thenComparing(value -> value.stratum().order())
                .thenComparing(value -> value.stratum().id());
    }
}
