package org.mcpstrata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.verify.ReleaseVerifier;
import org.mcpstrata.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-release}: whether small groups follow from a release; anybody can run it on what is published. */
@Command(
        name = "verify-release",
        description = {
            "Works out what a stranger can conclude from a release and all earlier ones together, and fails where a count "
                    + "of 1 to 10 is shown or follows too closely. Reads public Parquet only, starts no Spark, writes nothing.",
            "What cannot be proven safe fails too. The report names every place and what follows there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing small is shown or follows",
            "2:the command line is wrong, or a folder is no release",
            "4:the release must not be published"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata verify-release results/releases/2025-1",
            "  mcp-strata verify-release results/releases/2025-2 results/releases/2025-1",
            "  mcp-strata verify-release results/releases/2025-1 --json"
        })
final class VerifyReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the release.")
    private Path release;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "EARLIER",
            description = "Folders of all earlier releases, oldest first.")
    private List<Path> earlier = List.of();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Verification verification = ReleaseVerifier.verify(release, earlier, new ConsoleProgress(err));
        if (json) {
            out.println(json(verification));
        } else {
            print(verification, out);
        }
        out.flush();
        if (verification.isSafe()) {
            return ExitCode.DONE.number();
        }
        Problem unsafe = new Problem(ProblemCode.RELEASE_UNSAFE, Place.of("DIR"), "");
        err.println(unsafe);
        return ExitCode.of(List.of(unsafe)).number();
    }

    private static String json(Verification verification) throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(verification);
    }

    private static void print(Verification verification, PrintWriter out) {
        verification.findings().forEach(out::println);
        line(out, "release", verification.release());
        line(out, "earlier releases", number(verification.earlierReleases()));
        line(out, "rows", number(verification.rows()));
        line(out, "rows with hidden fields", number(verification.hiddenRows()));
        line(out, "hidden counts, all releases", number(verification.hiddenCounts()));
        line(
                out,
                "tightest interval",
                verification.tightestInterval().isEmpty() ? "nothing is hidden" : verification.tightestInterval());
        line(out, "breaches", number(verification.findings().size()));
        out.println(verification.isSafe() ? "Safe: no small group is shown or follows." : "Not safe.");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void line(PrintWriter out, String what, String value) {
        out.printf(Locale.ROOT, "%-28s %s%n", what, value);
    }
}
