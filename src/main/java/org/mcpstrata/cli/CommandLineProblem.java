package org.mcpstrata.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in the form of every other problem, without the parser's own words. */
final class CommandLineProblem {
    private CommandLineProblem() {}

    static Problem of(ParameterException refused) {
        if (refused instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream()
                    .map(CommandLineProblem::name)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            return problem(names, "It is required.");
        }
        if (refused instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            List<String> known = refused.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                    .toList();
            List<String> commands =
                    List.copyOf(refused.getCommandLine().getSubcommands().keySet());
            return problem(
                    "command line",
                    "'" + word + "' is unknown." + Suggestion.of(word, word.startsWith("-") ? known : commands));
        }
        ArgSpec arg = refused.getArgSpec();
        return arg == null
                ? problem("command line", "It cannot be read.")
                : problem(name(arg), "Its value is no " + arg.paramLabel() + ".");
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static Problem problem(String place, String detail) {
        return new Problem(ProblemCode.BAD_OPTION, Place.of(place), detail);
    }
}
