package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.model.Progress;
import org.mcpstrata.protect.GateFigures;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.release.Release;
import org.mcpstrata.run.release.ReleaseOptions;
import org.mcpstrata.run.release.ReleaseOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code release}: from a published run to tables that everybody may read. */
@Command(
        name = "release",
        description = {
            "Writes releases/<release-id>/ from a published run, with small groups merged or hidden.",
            "Totals, states and strata are shown so that nothing hidden follows from this release and all earlier ones together. Starts no Spark."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata release --out target/sample",
            "  mcp-strata release --run 8c1d7f4cc5cb9b0d12e1 --out /data/results --salt-file /secrets/suppression.salt",
            "  mcp-strata release --out /data/results --policy my-protection.yaml"
        })
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WantedRun wanted;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "What is published and how it is protected (default protection.yaml of the measures folder).")
    private Path policy;

    @Option(
            names = "--salt-file",
            paramLabel = "FILE",
            description =
                    "File with the secret salt. Without it the published sample salt is used, for sample data only.")
    private Path saltFile;

    @Option(names = "--program", paramLabel = "FILE", description = "Program file that the run was made with.")
    private Path program;

    @Option(names = "--measures", paramLabel = "DIR", description = "Measures folder that the run was made with.")
    private Path measures;

    @Option(names = "--value-sets", paramLabel = "DIR", description = "Expansions that the run was made with.")
    private Path valueSets;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() {
        Progress progress =
                quiet ? Progress.SILENT : new ConsoleProgress(spec.commandLine().getErr());
        String attempt =
                "a" + System.currentTimeMillis() + "-" + ProcessHandle.current().pid();
        ReleaseOutcome outcome = Release.execute(
                new ReleaseOptions(
                        wanted.out(),
                        wanted.id(),
                        new DefinitionFiles(
                                Folders.measures(measures),
                                Optional.ofNullable(program),
                                Optional.ofNullable(valueSets)),
                        Optional.ofNullable(policy),
                        Optional.ofNullable(saltFile)),
                new Configuration(),
                attempt,
                Runtime.getRuntime().availableProcessors(),
                progress);
        print(outcome, spec.commandLine().getOut());
        return ExitCode.DONE.number();
    }

    static void print(ReleaseOutcome outcome, PrintWriter printer) {
        if (outcome.isOld()) {
            printer.println("Run " + outcome.runId() + " is already released as " + outcome.releaseId());
        }
        outcome.figures().ifPresent(figures -> print(figures, printer));
        // Either its counts have changed, or they are the same and more of them would give away what was hidden.
        outcome.carriedFrom()
                .forEach((measure, release) -> printer.println(measure + " is shown as in release " + release
                        + ", with the figures of its run and not of this one: what this run says of it is not proven safe"
                        + " beside what that release shows"));
        if (outcome.withheld() > 0) {
            printer.println(outcome.withheld() + " tables are too small to protect and not published (release.json)");
        }
        if (!outcome.isOld()) {
            printer.println("Released run " + outcome.runId() + " as " + outcome.releaseId());
        }
        printer.println(outcome.folder());
        printer.flush();
    }

    private static void print(GateFigures figures, PrintWriter printer) {
        if (figures.cells() == 0) {
            printer.println("No count is protected anew");
            return;
        }
        printer.printf(Locale.ROOT, "%-28s %10s %8s%n", "counts above zero", "cells", "hidden");
        figures.byStratifier()
                .forEach((stratifier, share) -> printer.printf(
                        Locale.ROOT, "%-28s %,10d %6d %%%n", stratifier, share.cells(), share.percent()));
        printer.printf(
                Locale.ROOT,
                "%-28s %,10d %6d %%%n",
                "all",
                figures.cells(),
                new GateFigures.Share(figures.cells(), figures.hidden()).percent());
        figures.tightest()
                .ifPresent(apart ->
                        printer.println("Two possible values of every hidden count lie at least " + apart + " apart"));
    }
}
