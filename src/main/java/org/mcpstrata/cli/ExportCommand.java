package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.run.RestrictedTables;
import org.mcpstrata.run.export.CsvExport;
import org.mcpstrata.run.export.FhirExport;
import org.mcpstrata.stratify.StratifiedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: tables of the published run as CSV, or its results as FHIR. */
@Command(
        name = "export",
        description =
                "Writes tables of the published run as CSV, or its results as FHIR MeasureReports. They stay restricted: small groups can reveal a person.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:the command line is wrong, or nothing is published there",
            "4:the files could not be written, or the run or a commit record is not what was committed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata export --out target/sample --to target/csv",
            "  mcp-strata export --out target/sample --to target/csv --table stratified_result --omit run_id \\",
            "      --only entity_type=PROGRAM --only entity_type=STATE",
            "  mcp-strata export --out target/sample --to target/fhir --format fhir --only entity_type=STATE"
        })
final class ExportCommand implements Callable<Integer> {
    /** What an export is written as. */
    enum Format {
        CSV,
        FHIR
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private WantedRun run;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder that receives <table>.csv.")
    private Path to;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Table to write; repeatable (default stratified_result and member_result).")
    private List<String> tables = List.of("stratified_result", "member_result");

    @Option(
            names = "--format",
            paramLabel = "csv|fhir",
            defaultValue = "csv",
            description =
                    "csv: a file for each table; fhir: MeasureReport.ndjson, R4, one report for each measure and entity; of program and states unless --only names others (default ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--omit", paramLabel = "COLUMN", description = "Column to leave out; repeatable.")
    private List<String> omitted = List.of();

    @Option(
            names = "--only",
            paramLabel = "COLUMN=VALUE",
            description = "Keep rows with this value; repeatable, several values of one column add up.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        List<TableSchema> schemas = tables.stream().map(ExportCommand::schema).toList();
        Map<String, Set<String>> wanted = wanted();
        omitted.forEach(column -> requireColumn("--omit", column, schemas));
        wanted.keySet().forEach(column -> requireColumn("--only", column, schemas));
        Folders.requireOutside(to, run.out());
        Configuration conf = new Configuration();
        org.apache.hadoop.fs.Path folder =
                run.folder(conf, format == Format.FHIR ? List.of(StratifiedResult.SCHEMA) : schemas);
        switch (format) {
            case CSV -> csv(schemas, new CsvExport(conf, Set.copyOf(omitted), wanted), folder);
            case FHIR -> fhir(conf, wanted, folder);
        }
        return ExitCode.DONE.number();
    }

    private void fhir(Configuration conf, Map<String, Set<String>> wanted, org.apache.hadoop.fs.Path folder) {
        wanted.putIfAbsent("entity_type", Set.of("PROGRAM", "STATE"));
        Path file = to.resolve("MeasureReport.ndjson");
        new FhirExport(conf, wanted).write(folder, file);
        spec.commandLine().getOut().println(file);
    }

    private void csv(List<TableSchema> schemas, CsvExport export, org.apache.hadoop.fs.Path folder) {
        for (TableSchema schema : schemas) {
            Path file = to.resolve(schema.name() + ".csv");
            export.write(folder, schema, file);
            spec.commandLine().getOut().println(file);
        }
    }

    /** A misspelt column would leave everything in. */
    private static void requireColumn(String option, String column, List<TableSchema> schemas) {
        if (schemas.stream().noneMatch(schema -> schema.find(column).isPresent())) {
            Set<String> known = schemas.stream()
                    .flatMap(schema -> schema.columns().stream())
                    .map(Column::name)
                    .collect(Collectors.toSet());
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of(option),
                    "No exported table has column '" + column + "'." + Suggestion.of(column, known));
        }
    }

    private Map<String, Set<String>> wanted() {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (String pair : only) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--only"), "It is COLUMN=VALUE.");
            }
            wanted.computeIfAbsent(pair.substring(0, equals), column -> new HashSet<>())
                    .add(pair.substring(equals + 1));
        }
        return wanted;
    }

    private static TableSchema schema(String table) {
        return RestrictedTables.SCHEMAS.stream()
                .filter(schema -> schema.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.BAD_OPTION,
                        Place.of("--table"),
                        "No table is called '" + table + "'."
                                + Suggestion.of(
                                        table,
                                        RestrictedTables.SCHEMAS.stream()
                                                .map(TableSchema::name)
                                                .toList())));
    }
}
