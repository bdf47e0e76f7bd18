package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSetDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code valuesets diff}: the codes that two releases do not share. */
@Command(
        name = "diff",
        description = "Shows for every value set the codes that only A or only B has, by code system.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:A and B hold the same codes", "1:they differ", "2:one of them cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata valuesets diff vsac-2025 vsac-2026",
            "  mcp-strata valuesets diff vsac-2026 downloads/diabetes.xlsx"
        })
final class ValueSetsDiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "File or folder, in any form that import reads.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "File or folder, in any form that import reads.")
    private Path b;

    @Override
    public Integer call() {
        ValueSetDifference.Comparison comparison = ValueSetDifference.between(a, b);
        PrintWriter out = spec.commandLine().getOut();
        comparison.different().forEach(difference -> print(difference, out));
        out.println(
                comparison.different().isEmpty()
                        ? "No difference in " + comparison.compared() + " value sets."
                        : comparison.different().size() + " of " + comparison.compared() + " value sets differ.");
        return (comparison.different().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT).number();
    }

    private static void print(ValueSetDifference difference, PrintWriter out) {
        String missing = difference.inA() ? (difference.inB() ? "" : ", not in B") : ", not in A";
        out.println(difference.name() + " (" + difference.id() + ")" + missing);
        print("A", difference.onlyA(), out);
        print("B", difference.onlyB(), out);
    }

    private static void print(String side, SortedSet<Coding> only, PrintWriter out) {
        ValueSetDifference.bySystem(only)
                .forEach((system, codes) ->
                        out.println("  only in " + side + ", " + system + ": " + String.join(", ", codes)));
    }
}
