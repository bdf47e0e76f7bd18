package org.mcpstrata.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.PreparedRun;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.SparkSettings;
import org.mcpstrata.time.MeasurementPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: from the landing folder to a published, stratified result. */
@Command(
        name = "run",
        description = "Reads the payers' drops, computes the program's measures and publishes the stratified result.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata run --landing /data/landing --out /data/results --period 2025",
            "  mcp-strata run --landing hdfs:///landing --out hdfs:///results --period 2025 --as-of 2026-03-31",
            "  mcp-strata run --landing l --out o --measures my-measures --value-sets vsac --linkage-key-file key.txt"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--landing",
            converter = FolderName.class,
            required = true,
            paramLabel = "DIR",
            description = "Folder with <payer>/<drop>/.")
    private String landing;

    @Option(
            names = "--out",
            converter = FolderName.class,
            required = true,
            paramLabel = "DIR",
            description = "Folder that receives the results.")
    private String out;

    @Option(
            names = "--period",
            paramLabel = "YEAR",
            defaultValue = "2025",
            description = "Measurement period, a calendar year (default ${DEFAULT-VALUE}).")
    private int year;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Run-out cut-off: leave out claims loaded or paid after it.")
    private LocalDate asOf;

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description =
                    "Program file (default: programs/mcp-YEAR.yaml of the period in the measures folder, else programs/mcp.yaml).")
    private Path program;

    @Option(
            names = "--measures",
            paramLabel = "DIR",
            description =
                    "Folder with local measures to compute as well, or a complete measures folder (with its own stratifiers.yaml) to take the place of the shipped one.")
    private Path measures;

    @Option(
            names = "--value-sets",
            paramLabel = "DIR",
            description = "Folder with full value-set expansions to load over the shipped ones.")
    private Path valueSets;

    @Option(
            names = "--linkage-key-file",
            paramLabel = "FILE",
            description =
                    "File with the linkage key. Without it the published sample key is used, for sample data only.")
    private Path linkageKey;

    @Option(names = "--payer", paramLabel = "ID", description = "Read this payer only; repeatable.")
    private List<String> payers = List.of();

    @Option(
            names = "--payer-profiles",
            paramLabel = "DIR",
            description =
                    "Folder with <payer-id>.yaml: thresholds agreed with single payers (default jobs/payers of the program).")
    private Path payerProfiles;

    @Option(
            names = "--full",
            description = "Read and compute everything again, whatever earlier runs left below --out.")
    private boolean full;

    @Option(
            names = "--geography",
            paramLabel = "DIR",
            description =
                    "Folder with ruca_zip.csv, svi_county.csv or adi_zip.csv, for stratifiers by place of residence.")
    private Path geography;

    @Option(names = "--json", description = "Print the outcome as JSON instead of tables.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() {
        MeasureFolders folders = Folders.measures(measures);
        RunOptions options = RunOptions.of(landing, out, MeasureYear.of(year), folders.base())
                .asOf(Optional.ofNullable(asOf))
                .program(Optional.ofNullable(program))
                .localMeasures(folders.local())
                .valueSets(Optional.ofNullable(valueSets))
                .linkageKey(Optional.ofNullable(linkageKey))
                .payers(payers)
                .payerProfiles(Folders.payerProfiles(payerProfiles))
                .full(full)
                .geography(Optional.ofNullable(geography))
                .build();
        Progress progress =
                quiet ? Progress.SILENT : new ConsoleProgress(spec.commandLine().getErr());
        RunOutcome outcome;
        Clock clock = Clock.systemUTC();
        PreparedRun prepared = PreparedRun.of(options);
        JavaSparkContext spark = SparkSettings.start();
        try {
            outcome = prepared.execute(spark, clock, progress);
        } finally {
            spark.stop();
        }
        ResultPrinter printer = new ResultPrinter(spec.commandLine().getOut());
        if (json) {
            printer.json(outcome);
        } else {
            printer.print(outcome);
        }
        outcome.problems().forEach(spec.commandLine().getErr()::println);
        unfinished(options.period(), LocalDate.now(clock))
                .ifPresent(spec.commandLine().getErr()::println);
        return ExitCode.of(outcome.problems()).number();
    }

    /** What to know of results of a period that is not over. */
    static Optional<String> unfinished(MeasurementPeriod period, LocalDate today) {
        return period.end().isBefore(today)
                ? Optional.empty()
                : Optional.of("Note: the measurement period ends on " + period.end()
                        + ". What people are still to get is counted as not done; compare with whole years only.");
    }
}
