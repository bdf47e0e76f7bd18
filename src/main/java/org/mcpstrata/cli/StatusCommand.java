package org.mcpstrata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.run.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: what an output folder holds; changes nothing. */
@Command(
        name = "status",
        description = "Shows the published runs and what became of every drop.",
        footerHeading = "%nExamples:%n",
        footer = {"  mcp-strata status --out /data/results", "  mcp-strata status --out /data/results --json"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder with the results.")
    private String out;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Status status = Status.of(out, new Configuration());
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            print(status, printer);
        }
        printer.flush();
        return ExitCode.DONE.number();
    }

    private static void print(Status status, PrintWriter printer) {
        printer.println(status.current()
                .map(generation ->
                        "Readers see run " + generation.runId() + " (generation " + generation.generation() + ")")
                .orElse("Nothing is published yet."));
        status.generations()
                .forEach(generation -> printer.printf(
                        Locale.ROOT,
                        "  %06d  %s  %s%n",
                        generation.generation(),
                        generation.runId(),
                        generation.reason()));
        printer.printf(
                Locale.ROOT,
                "%n%-24s %-26s %-12s %10s %10s %9s%n",
                "payer",
                "drop",
                "state",
                "delivered",
                "accepted",
                "problems");
        status.drops()
                .forEach(drop -> printer.printf(
                        Locale.ROOT,
                        "%-24s %-26s %-12s %,10d %,10d %9d%n",
                        drop.payer(),
                        drop.drop(),
                        drop.state(),
                        drop.delivered(),
                        drop.accepted(),
                        drop.problems()));
    }
}
