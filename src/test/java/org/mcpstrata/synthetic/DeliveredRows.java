package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mcpstrata.layout.AmountForm;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.layout.ApcdLayout;
import org.mcpstrata.layout.CanonicalCsvLayout;
import org.mcpstrata.layout.CclfLayout;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.layout.FhirLayout;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.layout.RecordReader;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;

/** The sample's records as the pipeline's own layouts read them. */
final class DeliveredRows {
    private DeliveredRows() {}

    static DropFacts facts(SampleLanding.Delivered file) {
        String line = SampleLanding.json(file.path().resolveSibling("manifest.json"))
                .get("lineOfBusiness")
                .asText();
        return new DropFacts(
                LineOfBusiness.parse(line).orElseThrow(),
                GeneratorOptions.of(1, 1).asOf());
    }

    static String drop(SampleLanding.Delivered file) {
        return file.path().getParent().getFileName().toString();
    }

    /** Reads every record of a file; a rejected or repeated one is a failure. */
    static void read(SampleLanding.Delivered file, Consumer<CanonicalRow> rows) {
        RecordReader reader = reader(file);
        DropFacts facts = facts(file);
        Charset encoding = Charset.forName(file.entry().get("encoding").asText());
        Set<String> keys = new HashSet<>();
        long number = 0;
        for (String record : file.records()) {
            byte[] bytes = record.getBytes(encoding);
            Provenance at = new Provenance(
                    file.payer(), drop(file), file.path().getFileName().toString(), ++number);
            RecordOutcome outcome = reader.read(bytes, 0, bytes.length, at, facts);
            assertThat(outcome).as("%s record %d", file.type(), number).isInstanceOf(RecordOutcome.Accepted.class);
            RecordOutcome.Accepted accepted = (RecordOutcome.Accepted) outcome;
            assertThat(accepted.key().isEmpty() || keys.add(accepted.key()))
                    .as("%s record %d has a new key", file.type(), number)
                    .isTrue();
            accepted.rows().forEach(rows);
        }
    }

    private static RecordReader reader(SampleLanding.Delivered file) {
        return switch (file.format()) {
            case "cclf" -> CclfLayout.of(file.type());
            case "apcd-cdl" ->
                ApcdLayout.of(
                        ApcdFileType.ofManifest(file.type()).orElseThrow(),
                        file.payer().equals("state-medicaid") ? AmountForm.POINT : AmountForm.IMPLIED);
            case "fhir-ndjson" -> new FhirLayout(file.type(), Medications.NONE);
            case "canonical-csv" ->
                CanonicalCsvLayout.of(
                        Table.named(file.type()).orElseThrow(),
                        List.of(file.lines().get(0).split(",")));
            default -> throw new AssertionError("unknown format");
        };
    }

    static List<SampleLanding.Delivered> files() {
        List<SampleLanding.Delivered> files = new ArrayList<>(SampleLanding.files());
        files.removeIf(file -> file.type().equals("cclf0"));
        return files;
    }
}
