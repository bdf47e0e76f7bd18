package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.prose.Prose;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: a measure in sentences that a clinician can review. */
@Command(
        name = "explain",
        description = "Says in plain sentences what a measure counts.",
        footerHeading = "%nExamples:%n",
        footer = {"  mcp-strata explain CMS122", "  mcp-strata explain LOCAL1 --measures my-measures --period 2025"})
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MEASURE", description = "Measure id, for example CMS122.")
    private String measureId;

    @Option(names = "--period", paramLabel = "YEAR", defaultValue = "2025", description = "Measurement period.")
    private int year;

    @Option(names = "--measures", paramLabel = "DIR", description = "Folder with measure definitions.")
    private Path measures;

    @Option(names = "--value-sets", paramLabel = "DIR", description = "Folder with full value-set expansions.")
    private Path valueSets;

    @Override
    public Integer call() {
        MeasureSet set = MeasureLoader.load(Folders.measures(measures), year, Optional.ofNullable(valueSets));
        MeasureDefinition measure = set.measures().get(measureId);
        if (measure == null) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("MEASURE"), set.unknown(measureId));
        }
        spec.commandLine().getOut().print(Prose.of(measure, set.valueSets()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
