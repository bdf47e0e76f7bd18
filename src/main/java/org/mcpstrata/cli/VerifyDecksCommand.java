package org.mcpstrata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.run.DeckVerification;
import org.mcpstrata.run.SparkSettings;
import org.mcpstrata.testdeck.Deck;
import org.mcpstrata.testdeck.DeckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-decks}: anybody's test cases against the definitions, through the whole line. */
@Command(
        name = "verify-decks",
        description = {
            "Runs test decks and compares every population of every case with what the deck expects.",
            "A deck is <measure>/<edition>/expected.csv with one FHIR bundle a patient in cases/; DIR is one edition, a "
                    + "measure or a folder of measures. Exit code 0: everything is as expected; 4: not."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every population of every case is as expected",
            "2:the command line, a definition or a deck is wrong; nothing was compared",
            "4:a case is missed, a measure is not there, or the work could not be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata verify-decks decks/CMS122 --value-sets vsac-expansions",
            "  mcp-strata verify-decks my-decks --measures my-measures"
        })
final class VerifyDecksCommand implements Callable<Integer> {
    private static final String DISPUTED = "src/site/markdown/disputed-cases.md";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder with decks.")
    private Path folder;

    @Option(names = "--value-sets", paramLabel = "DIR", description = "Folder with full value-set expansions.")
    private Path valueSets;

    @Option(
            names = "--measures",
            paramLabel = "DIR",
            description = "Folder with local measures, or a complete measures folder.")
    private Path measures;

    @Override
    public Integer call() throws IOException {
        MeasureFolders folders = Folders.measures(measures);
        List<Deck> decks = Deck.below(folder);
        PrintWriter out = spec.commandLine().getOut();
        boolean allMatch = true;
        JavaSparkContext spark = SparkSettings.start();
        try {
            DeckVerification verification = new DeckVerification(
                    folders, Optional.ofNullable(valueSets), spark, Clock.systemUTC(), Progress.SILENT);
            for (Deck deck : decks) {
                DeckReport report = inEmptyFolder(deck, verification);
                out.println(report.text());
                out.flush();
                allMatch &= report.matches();
            }
        } finally {
            spark.stop();
        }
        if (allMatch) {
            return ExitCode.DONE.number();
        }
        Problem missed = new Problem(ProblemCode.CASES_MISSED, Place.of("DIR"), "");
        spec.commandLine().getErr().println(missed);
        spec.commandLine()
                .getErr()
                .println("Official cases that are missed on purpose, with the reason of each: " + DISPUTED);
        return ExitCode.of(List.of(missed)).number();
    }

    private static DeckReport inEmptyFolder(Deck deck, DeckVerification verification) throws IOException {
        Path work = Files.createTempDirectory("mcp-strata-deck");
        try {
            return verification.verify(deck, work);
        } finally {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
