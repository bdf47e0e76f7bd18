package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.mcpstrata.link.LinkageKey;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.stratify.Stratifiers;

/**
 * Everything a run needs to know before it reads any data; loading fails with every problem at once and exit code 2.
 *
 * @param sampleKey whether the published sample key is used, which {@code run.json} says
 */
record Definitions(
        MeasureSet measures, Stratifiers stratifiers, Program program, LinkageKey linkageKey, boolean sampleKey) {
    /** Anybody can read this key: it protects nothing and is for invented people only. */
    private static final String SAMPLE_KEY = "mcp-strata published sample linkage key";

    private static final int SHORTEST_KEY = 16;
    private static final BigDecimal CONFIDENCE = new BigDecimal("0.95");

    Definitions {
        requireNonNull(measures, "measures");
        requireNonNull(stratifiers, "stratifiers");
        requireNonNull(program, "program");
        requireNonNull(linkageKey, "linkageKey");
    }

    static Definitions load(RunOptions options) {
        int year = options.period().year();
        DefinitionFiles files = options.definitions();
        Program program = files.program(year);
        if (program.confidence().compareTo(CONFIDENCE) != 0) {
            throw new ProblemException(
                    ProblemCode.CONFIGURATION_INVALID,
                    Place.of("--program").atField("confidence"),
                    "The result tables have intervals of 0.95.");
        }
        return new Definitions(
                files.measures(program, year),
                Stratifiers.load(options.measures().resolve("stratifiers.yaml")),
                program,
                linkageKey(options),
                options.linkageKey().isEmpty());
    }

    private static LinkageKey linkageKey(RunOptions options) {
        if (options.linkageKey().isEmpty()) {
            return new LinkageKey(SAMPLE_KEY.getBytes(StandardCharsets.UTF_8));
        }
        Path file = options.linkageKey().get();
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < SHORTEST_KEY) {
                throw new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of("--linkage-key-file"), "A key has at least 16 bytes.");
            }
            return new LinkageKey(secret);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--linkage-key-file"), "The file cannot be read.");
        }
    }

    /** What the result tables say about the measures, in order of id. */
    List<MeasureInfo> measureInfos() {
        return infos(measures, program.largePractices());
    }

    /** @param largePractices practices that need the larger number of survey responses */
    static List<MeasureInfo> infos(MeasureSet measures, SortedSet<String> largePractices) {
        return measures.measures().values().stream()
                .map(measure -> info(measure, largePractices))
                .toList();
    }

    /** Rates of all measures: how many verdicts there are on each person. */
    int rateCount() {
        return measureInfos().stream()
                .mapToInt(measure -> measure.rateIds().size())
                .sum();
    }

    private static MeasureInfo info(MeasureDefinition measure, SortedSet<String> largePractices) {
        return new MeasureInfo(
                measure.id(),
                measure.version(),
                measure.title(),
                switch (measure.scoring()) {
                    case PROPORTION -> MeasureInfo.Scoring.PROPORTION;
                    case RATIO -> MeasureInfo.Scoring.RATE;
                    case CONTINUOUS -> MeasureInfo.Scoring.CONTINUOUS;
                },
                switch (measure.improvement()) {
                    case INCREASE -> MeasureInfo.Improvement.HIGHER;
                    case DECREASE -> MeasureInfo.Improvement.LOWER;
                },
                unit(measure),
                switch (measure.ageAt()) {
                    case START -> MeasureInfo.AgeAnchor.PERIOD_START;
                    case END -> MeasureInfo.AgeAnchor.PERIOD_END;
                },
                measure.unverifiedNotes(),
                measure.rates().stream().map(rate -> rate.id()).toList(),
                measure.itemMeans() == null ? null : measure.itemMeans().score().withLargePractices(largePractices));
    }

    private static String unit(MeasureDefinition measure) {
        return switch (measure.scoring()) {
            case PROPORTION -> "proportion";
            case RATIO -> measure.observed().unit();
            case CONTINUOUS -> "score";
        };
    }
}
