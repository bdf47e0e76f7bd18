package org.mcpstrata.report.fhir;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        try (InputStream in = StratumCodings.class.getResourceAsStream("/fhir/stratum-codings.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> codings.put(
                    List.of(row.getField("stratifier_id"), row.getField("stratum_id")),
                    new Coding(row.getField("system"), row.getField("code"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StratumCodings(codings);
    }

    Optional<Coding> of(String stratifierId, String stratumId) {
        return Optional.ofNullable(byStratum.get(List.of(stratifierId, stratumId)));
    }
}
