package org.mcpstrata.report.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.document.ClassPathTable;

/**
 * Codes of published code systems for strata that have one: CDC race and ethnicity codes (CDCREC) and FHIR's
 * administrative gender, from {@code fhir/stratum-codings.csv}.
 */
final class StratumCodings {
    private final Map<List<String>, Coding> byStratum;

    record Coding(String system, String code) {}

    private StratumCodings(Map<List<String>, Coding> byStratum) {
        this.byStratum = Map.copyOf(byStratum);
    }

    static StratumCodings load() {
        Map<List<String>, Coding> codings = new HashMap<>();
        ClassPathTable.rows("/fhir/stratum-codings.csv")
                .forEach(row -> codings.put(
                        List.of(row.getField("stratifier_id"), row.getField("stratum_id")),
                        new Coding(row.getField("system"), row.getField("code"))));
        return new StratumCodings(codings);
    }

    Optional<Coding> of(String stratifierId, String stratumId) {
        return Optional.ofNullable(byStratum.get(List.of(stratifierId, stratumId)));
    }
}
