package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.ingest.DropCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-drop}: what would become of one drop, for a payer before sending it; starts no Spark. */
@Command(
        name = "check-drop",
        description = {
            "Says what a run would make of one drop, to the last record, and ends with one sentence: ACCEPTED, "
                    + "REJECTED, QUARANTINED or PENDING. Starts no Spark and writes nothing.",
            "What only other drops can show, such as the same files sent before, is not seen."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the drop would be accepted; rejected records, if any, are named",
            "2:the command line is wrong, or the folder is no drop",
            "3:the drop would be rejected or quarantined, or has no manifest yet"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata check-drop landing/state-medicaid/20260115T120405Z-001",
            "  mcp-strata check-drop landing/state-medicaid/20260115T120405Z-001 --json"
        })
final class CheckDropCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DROP",
            description = "Folder of the drop, <landing>/<payer>/<drop>, on this machine or as a URI (hdfs://...).")
    private String drop;

    @Option(
            names = "--payer-profiles",
            paramLabel = "DIR",
            description =
                    "Folder with <payer-id>.yaml: thresholds agreed with single payers (default jobs/payers of the program).")
    private Path payerProfiles;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        DropVerdict verdict =
                new DropVerdict(DropCheck.check(DropPath.of(drop), Configuration::new, Folders.agreed(payerProfiles)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(verdict.json());
        } else {
            verdict.print(out);
        }
        out.flush();
        return verdict.exitCode().number();
    }
}
