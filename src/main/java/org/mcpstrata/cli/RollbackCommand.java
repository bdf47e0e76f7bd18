package org.mcpstrata.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.publish.Outcome;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.run.Rollback;
import org.mcpstrata.run.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rollback}: readers see an earlier run again. */
@Command(
        name = "rollback",
        description = {
            "Makes an earlier run the one that readers see, by a new generation that names it and says why.",
            "Nothing is removed: the run that is undone stays, and can be named again in the same way."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:readers see the run",
            "2:the command line is wrong, no generation names the run, or readers see it already",
            "4:the run is not what was committed, another run was published meanwhile, or the record could not be written",
            "75:the outcome is unknown; 'status' tells"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata status --out /data/results",
            "  mcp-strata rollback --out /data/results --to 8c1d7f4cc5cb9b0d12e1 \\",
            "      --reason 'claims of a payer came without prices'"
        })
final class RollbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            converter = FolderName.class,
            required = true,
            paramLabel = "DIR",
            description = "Folder with the results.")
    private String out;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ID",
            description = "Run that readers shall see; 'status' lists them.")
    private String to;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, on one line, for whoever reads 'status' later; no names of people.")
    private String reason;

    @Override
    public Integer call() {
        Configuration conf = new Configuration();
        RunId run = Folders.run(Status.of(out, conf), "--to", to);
        Outcome outcome = new Rollback(out, run, reason).execute(Clock.systemUTC(), conf);
        spec.commandLine()
                .getOut()
                .println("Readers see run " + run + ", as generation "
                        + outcome.generation().generation());
        outcome.warnings().forEach(warning -> spec.commandLine().getErr().println(warning));
        return ExitCode.DONE.number();
    }
}
