package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.util.List;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of {@code jobs/mcp-strata}, of {@code spark-submit} and of the scheduled run. */
@Command(
        name = "mcp-strata",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Multi-payer quality measures, stratified by who people are, that anyone can check.",
        subcommands = {
            RunCommand.class,
            ManifestCommand.class,
            CheckDropCommand.class,
            LintCommand.class,
            ExplainCommand.class,
            ValueSetsCommand.class,
            GenerateCommand.class,
            StatusCommand.class,
            RollbackCommand.class,
            ExportCommand.class,
            ReleaseCommand.class,
            FeedbackCommand.class,
            VerifyDecksCommand.class,
            VerifyReleaseCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, everything published",
            "1:'valuesets diff' found a difference",
            "2:the command line or a definition is wrong; nothing was read",
            "3:published, but at least one drop was rejected or quarantined",
            "4:nothing published: a threshold, a conservation law or a file failed; or results are not what they should be",
            "70:a defect of this program; the message has a code and no data",
            "75:the outcome of the final step is unknown; 'status' tells"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata run --landing sample-data/landing --out target/sample --period 2025",
            "  mcp-strata check-drop sample-data/landing/state-medicaid/20260115T060000Z-001",
            "  mcp-strata explain CMS122",
            "  mcp-strata help run"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command and returns its exit code; every problem is printed to standard error once. */
    static int execute(String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        // Named in the annotation, it would digest the jar at every start to hand the answer down to the subcommands.
        commandLine.getCommandSpec().versionProvider(new BuildVersion());
        commandLine.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .versionProvider(new BuildVersion()));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((thrown, line, parsed) -> report(thrown, line.getErr()));
        commandLine.setParameterExceptionHandler((refused, given) -> refuse(refused));
        return commandLine.execute(args);
    }

    private static int refuse(ParameterException refused) {
        CommandLine command = refused.getCommandLine();
        command.getErr().println(CommandLineProblem.of(refused));
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    private static int report(Exception thrown, PrintWriter err) {
        List<Problem> problems = problems(thrown);
        problems.forEach(err::println);
        return ExitCode.of(problems).number();
    }

    private static List<Problem> problems(Exception thrown) {
        // The text of a foreign exception may hold data; its class and place of origin cannot.
        StackTraceElement[] trace = thrown.getStackTrace();
        Place at = Place.of(trace.length == 0 ? "unknown place" : trace[0].toString());
        List<Problem> problems = thrown instanceof ProblemException told
                ? told.problems()
                : List.of(Problem.ofFileBehind(ProblemCode.WRITE_FAILED, at, thrown)
                        .orElseGet(() -> new Problem(
                                ProblemCode.INTERNAL, at, thrown.getClass().getSimpleName() + ".")));
        boolean mayComeOfEnding = problems.stream()
                .map(Problem::code)
                .allMatch(code -> code == ProblemCode.INTERNAL || code == ProblemCode.WRITE_FAILED);
        return mayComeOfEnding && isEnding()
                ? List.of(new Problem(ProblemCode.STOPPED, Place.of("the run"), ""))
                : problems;
    }

    /** Whether somebody asked this process to end: then all that works fails, and none of it is a defect. */
    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
