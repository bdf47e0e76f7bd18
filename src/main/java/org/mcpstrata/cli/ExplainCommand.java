package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.prose.Prose;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Member;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.MemberExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: a measure in sentences that a clinician can review, or what it says of one person and why. */
@Command(
        name = "explain",
        description = {
            "Says in plain sentences what a measure counts.",
            "With --member: what a published run says of one person, with the lines behind every definition and what "
                    + "would have closed the gap. That page holds personal data."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:explained",
            "2:the command line or a definition is wrong, or the run knows no such member",
            "4:the verdict made again differs from the one that the run wrote, or the run's record was changed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata explain CMS122",
            "  mcp-strata explain LOCAL1 --measures my-measures --period 2025",
            "  mcp-strata explain CMS122 --member state-medicaid:A123 --out /data/results"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int USUAL_YEAR = 2025;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MEASURE", description = "Measure id, for example CMS122.")
    private String measureId;

    @Option(
            names = "--period",
            paramLabel = "YEAR",
            description = "Measurement period (default 2025). A person is explained in the period of the run.")
    private Integer year;

    @Option(
            names = "--measures",
            paramLabel = "DIR",
            description = "Folder with local measures, or a complete measures folder.")
    private Path measures;

    @Option(names = "--value-sets", paramLabel = "DIR", description = "Folder with full value-set expansions.")
    private Path valueSets;

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "With --member: the program file of the run, where it is not the usual one.")
    private Path program;

    @Option(
            names = "--member",
            paramLabel = "PAYER:ID",
            description = "A payer's member: explain the person that this member is.")
    private String member;

    @Option(
            names = "--out",
            converter = FolderName.class,
            paramLabel = "DIR",
            description = "With --member: folder with the results.")
    private String out;

    @Option(names = "--run", paramLabel = "RUN", description = "With --member: an earlier run (default the newest).")
    private String runId;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "With --member: one rate of the measure (default all).")
    private String rate;

    @Override
    public Integer call() {
        String text = member == null ? measure() : person();
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }

    private String measure() {
        if (out != null || runId != null || rate != null || program != null) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--member"), "The other options need it.");
        }
        int asked = MeasureYear.of(year == null ? USUAL_YEAR : year).year();
        DefinitionFiles files =
                new DefinitionFiles(Folders.measures(measures), Optional.empty(), Optional.ofNullable(valueSets));
        MeasureSet set = MeasureLoader.load(files.measures(), asked, files.valueSets());
        MeasureDefinition measure = set.measures().get(measureId);
        if (measure == null) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("MEASURE"), set.unknown(measureId));
        }
        return Prose.of(measure, set.valueSets(), files.programOf(asked));
    }

    private String person() {
        int colon = member.indexOf(':');
        if (colon < 1 || colon == member.length() - 1) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--member"), "It is PAYER:ID.");
        }
        if (out == null || year != null) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of(out == null ? "--out" : "--period"),
                    out == null ? "--member needs it." : "The run has its own period; leave the option out.");
        }
        MemberExplanation.Question question = new MemberExplanation.Question(
                measureId,
                new Member(member.substring(0, colon), member.substring(colon + 1)),
                out,
                Optional.ofNullable(runId),
                new DefinitionFiles(
                        Folders.measures(measures), Optional.ofNullable(program), Optional.ofNullable(valueSets)),
                Optional.ofNullable(rate));
        return MemberExplanation.of(question, new Configuration());
    }
}
