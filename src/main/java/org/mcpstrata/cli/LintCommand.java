package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mcpstrata.measure.lint.Lint;
import org.mcpstrata.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lint}: checks definitions before anything is computed with them. */
@Command(
        name = "lint",
        description = "Checks measure definitions, shared definitions and value sets; reads no data.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to say",
            "2:the definitions have problems, all of which are named, or the folder cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mcp-strata lint", "  mcp-strata lint my-measures"})
final class LintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder with local measures, or a complete measures folder (default the shipped one).")
    private Path measures;

    @Override
    public Integer call() {
        List<Problem> problems = Lint.check(Folders.measures(measures));
        problems.forEach(spec.commandLine().getErr()::println);
        if (problems.isEmpty()) {
            spec.commandLine().getOut().println("No problem found.");
        }
        return ExitCode.of(problems).number();
    }
}
