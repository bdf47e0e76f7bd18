package org.mcpstrata.protect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Measures and strata of invented programs, as the dimensions of a run describe them. */
final class InventedDimensions {
    private static final TableSchema MEASURE = TableSchema.load("dim_measure", List.of());
    private static final TableSchema STRATUM = TableSchema.load("dim_stratum", List.of());

    private InventedDimensions() {}

    /** A proportion of which more is better. */
    static TableRow measure(String id) {
        return TableRow.of(MEASURE)
                .set("measure_id", id)
                .set("measure_version", "1")
                .set("measure_name", "an invented measure")
                .set("rate_id", "overall")
                .set("rate_order", 0)
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("age_anchor", "PERIOD_END")
                .set("verdicts_of", "overall")
                .build();
    }

    /** @param components stratifier to stratum of a crossing; empty for any other */
    static TableRow stratum(String stratifier, String id, String kind, int order, Map<String, String> components) {
        return TableRow.of(STRATUM)
                .set("stratifier_id", stratifier)
                .set("exclusive", true)
                .set("stratum_id", id)
                .set("stratum_label", id)
                .set("stratum_order", order)
                .set("stratum_kind", kind)
                .set("components", components.isEmpty() ? null : new TreeMap<>(components))
                .build();
    }

    static MergedStratum merged(String id, String... parts) {
        return new MergedStratum(id, id, new TreeSet<>(List.of(parts)));
    }
}
