package org.mcpstrata.run.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.report.fhir.MeasureReports;

/** The results of a published run as FHIR R4 {@code MeasureReport} resources, one to a line (NDJSON). */
public final class FhirExport {
    private final Configuration conf;
    private final Map<String, Set<String>> only;

    /** @param only values to keep, by text column */
    public FhirExport(Configuration conf, Map<String, Set<String>> only) {
        this.conf = requireNonNull(conf, "conf");
        this.only = Map.copyOf(only);
    }

    /** Writes the reports; the file is replaced. */
    public void write(Path runFolder, java.nio.file.Path file) {
        TableSchema schema = TableSchema.load("stratified_result", List.of());
        Path table = new Path(new Path(runFolder, "restricted"), schema.name());
        ObjectMapper json = new ObjectMapper();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (KeptRows rows = KeptRows.of(table, schema, conf, only);
                    BufferedWriter out = Files.newBufferedWriter(file)) {
                MeasureReports reports = new MeasureReports(rows);
                while (reports.hasNext()) {
                    out.write(json.writeValueAsString(reports.next()));
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("MeasureReport"), e);
        } catch (UncheckedIOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("MeasureReport"), e.getCause());
        }
    }
}
