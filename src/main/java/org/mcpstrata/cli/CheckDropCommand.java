package org.mcpstrata.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.ingest.Ingest;
import org.mcpstrata.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-drop}: the structural inspection of one drop, for a payer before sending it; starts no Spark. */
@Command(
        name = "check-drop",
        description = "Checks one drop before it is sent; starts no Spark and writes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  mcp-strata check-drop landing/state-medicaid/20260115T120405Z-001"})
final class CheckDropCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DROP", description = "Folder of the drop, <payer>/<drop>.")
    private String drop;

    @Override
    public Integer call() {
        List<Problem> problems = Ingest.check(new Path(drop), new Configuration());
        problems.forEach(spec.commandLine().getErr()::println);
        if (problems.isEmpty()) {
            spec.commandLine().getOut().println("The drop's structure is right.");
        }
        return ExitCode.of(problems).number();
    }
}
