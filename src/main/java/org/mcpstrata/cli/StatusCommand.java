package org.mcpstrata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        description = "Shows the published runs and the ledger of every drop that was ever seen.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "2:the folder holds no results, or cannot be read", "4:a commit record is damaged"},
        footerHeading = "%nExamples:%n",
        footer = {"  mcp-strata status --out /data/results", "  mcp-strata status --out /data/results --json"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            converter = FolderName.class,
            required = true,
            paramLabel = "DIR",
            description = "Folder with the results.")
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
                .map(run -> "Readers see run " + run.runId() + " (generation " + run.generation() + ")")
                .orElse("Nothing is published yet."));
        if (!status.runs().isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%n%-10s %-20s %-14s %-6s %-20s %5s  %s%n",
                    "generation",
                    "run",
                    "program",
                    "period",
                    "as of",
                    "drops",
                    "reason");
        }
        status.runs()
                .forEach(run -> printer.printf(
                        Locale.ROOT,
                        "%-10d %-20s %-14s %-6s %-20s %5d  %s%n",
                        run.generation(),
                        run.runId(),
                        known(run.program()),
                        known(run.period()),
                        known(run.asOf()),
                        run.drops(),
                        run.reason()));
        printer.printf(
                Locale.ROOT,
                "%n%-24s %-26s %-15s %-20s %10s %10s %9s %8s  %s%n",
                "payer",
                "drop",
                "state",
                "arrived",
                "delivered",
                "accepted",
                "rejected",
                "problems",
                "content");
        status.drops()
                .forEach(drop -> printer.printf(
                        Locale.ROOT,
                        "%-24s %-26s %-15s %-20s %,10d %,10d %,9d %8d  %s%s%n",
                        drop.payer(),
                        drop.drop(),
                        drop.inLanding() ? drop.state().name() : "was " + drop.state(),
                        Instant.parse(drop.arrived()).truncatedTo(ChronoUnit.SECONDS),
                        drop.delivered(),
                        drop.accepted(),
                        drop.rejected(),
                        drop.problems(),
                        drop.digest().isEmpty() ? "-" : drop.digest().substring(0, 12),
                        drop.inLanding() ? "" : "  (not in the landing folder)"));
    }

    /** A run whose folder is gone says nothing of itself. */
    private static String known(String fact) {
        return fact.isEmpty() ? "-" : fact;
    }
}
