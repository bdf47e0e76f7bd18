package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: an invented multi-payer population as a landing folder. */
@Command(
        name = "generate",
        description = "Writes a landing folder of invented people; the same seed gives the same bytes.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:the command line is wrong, or the folder is of no use",
            "4:a file could not be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata generate --people 2000 --seed 1 --out sample-data/landing",
            "  mcp-strata generate --people 200000 --seed 7 --out /tmp/landing --truth /tmp/truth.csv"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--people", required = true, paramLabel = "N", description = "Size of the population.")
    private int people;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Seed of the population.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Landing folder to write; new or empty.")
    private Path out;

    @Option(names = "--period", paramLabel = "YEAR", defaultValue = "2025", description = "Measurement period.")
    private int year;

    @Option(names = "--truth", paramLabel = "FILE", description = "Write the true answers here, outside --out.")
    private Path truth;

    @Override
    public Integer call() {
        GeneratorOptions options;
        try {
            options =
                    new GeneratorOptions(people, seed, year, LocalDate.of(year + 1, 1, 15), Optional.ofNullable(truth));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--people"), "It is 1 to 9,999,999.");
        }
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err);
        Generator.generate(options, out, done -> progress.reached("generate", done, people));
        spec.commandLine().getOut().println("Landing folder: " + out);
        return ExitCode.DONE.number();
    }
}
