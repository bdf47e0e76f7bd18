package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mcpstrata.link.Geography;
import org.mcpstrata.link.GeographyReader;
import org.mcpstrata.link.LinkageKey;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.WantedFacts;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.quality.PayerProfileReader;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.RuleBook;
import org.mcpstrata.stratify.EntityType;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.Switches;
import org.mcpstrata.stratify.compare.ComparisonRule;
import org.mcpstrata.valueset.Coding;

/**
 * Everything a run needs to know before it reads any data; loading fails with every problem at once and exit code 2.
 *
 * @param comparison what groups are compared with, and when
 * @param sampleKey whether the published sample key is used, which {@code run.json} says
 * @param geography tables of ZIP codes and counties that were brought
 * @param rules quality rules, and what is agreed with payers about them
 * @param digests of the files that all of it was read from
 */
record Definitions(
        MeasureSet measures,
        Stratifiers stratifiers,
        Program program,
        ComparisonRule comparison,
        LinkageKey linkageKey,
        boolean sampleKey,
        Geography geography,
        PayerRules rules,
        DefinitionDigests digests) {
    /** Anybody can read this key: it protects nothing and is for invented people only. */
    private static final String SAMPLE_KEY = "mcp-strata published sample linkage key";

    private static final int SHORTEST_KEY = 16;
    private static final BigDecimal CONFIDENCE = new BigDecimal("0.95");

    Definitions {
        requireNonNull(measures, "measures");
        requireNonNull(stratifiers, "stratifiers");
        requireNonNull(program, "program");
        requireNonNull(comparison, "comparison");
        requireNonNull(linkageKey, "linkageKey");
        requireNonNull(geography, "geography");
        requireNonNull(rules, "rules");
        requireNonNull(digests, "digests");
    }

    static Definitions load(RunOptions options) {
        DefinitionDigests before = DefinitionDigests.of(options);
        Definitions read = read(options, before);
        before.requireSame(DefinitionDigests.of(options));
        return read;
    }

    private static Definitions read(RunOptions options, DefinitionDigests digests) {
        int year = options.period().year();
        DefinitionFiles files = options.definitions();
        Program program = files.program(year);
        if (program.confidence().compareTo(CONFIDENCE) != 0) {
            throw new ProblemException(
                    ProblemCode.CONFIGURATION_INVALID,
                    Place.of("--program").atField("confidence"),
                    "The result tables have intervals of 0.95.");
        }
        Geography geography = options.geography().map(GeographyReader::read).orElse(Geography.NONE);
        Stratifiers stratifiers =
                Stratifiers.load(options.measures().resolve("stratifiers.yaml"), switches(program, geography));
        return new Definitions(
                files.measures(program, year),
                stratifiers,
                program,
                ComparisonRule.of(
                        program.referenceGroups(), program.leastAnswered(), stratifiers, stratifier -> program.places()
                                .get(Program.referenceOf(stratifier))),
                linkageKey(options),
                options.linkageKey().isEmpty(),
                geography,
                rules(options),
                digests);
    }

    private static Switches switches(Program program, Geography geography) {
        return new Switches(
                program.wanted().stratifiers(),
                program.wanted().tribalDataOwnerAgreed(),
                geography.given(),
                program.wanted().estimates(),
                program.wanted().entities().stream().map(EntityType::valueOf).collect(Collectors.toSet()),
                stratifier -> program.places().get(Program.optionalOf(stratifier)));
    }

    private static PayerRules rules(RunOptions options) {
        RuleBook book = RuleBook.load(options.measures().resolve(RuleBook.FILE));
        return new PayerRules(
                book,
                options.payerProfiles()
                        .map(folder -> PayerProfileReader.read(folder, book))
                        .orElse(Map.of()));
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
        return measures.measures().values().stream()
                .map(measure -> info(measure, unverified(measure), program.largePractices()))
                .toList();
    }

    /** The same without a program: no practice is large, and no note is about who reports a measure. */
    static List<MeasureInfo> infos(MeasureSet measures) {
        return measures.measures().values().stream()
                .map(measure -> info(measure, measure.unverifiedNotes(measures.valueSets()), new TreeSet<>()))
                .toList();
    }

    /** What was not checked of the measure, then of the program where it reports the measure. */
    private List<String> unverified(MeasureDefinition measure) {
        List<String> notes = new ArrayList<>(measure.unverifiedNotes(measures.valueSets()));
        if (program.measureIds().contains(measure.id())) {
            program.unverified().forEach(note -> notes.add("program " + program.id() + ": " + note));
        }
        return notes;
    }

    /** Rates of all measures: how many verdicts there are on each person. */
    int rateCount() {
        return measureInfos().stream()
                .mapToInt(measure -> measure.rateIds().size())
                .sum();
    }

    /** What the program decides about people, before its practices are known. */
    PersonPolicy personPolicy(RunOptions options) {
        Program.Wanted wanted = program.wanted();
        LocalDate end = options.period().end();
        LocalDate lastDay = options.asOf().filter(end::isAfter).orElse(end);
        return PersonPolicy.standard()
                .withPayerOrder(program.payerOrder())
                .withGeography(geography)
                .withCandidates(candidates())
                .withWanted(new WantedFacts(
                        wanted.estimates(),
                        wanted.entities().contains(EntityType.COUNTY.name()),
                        stratifiers.areByScreenings() ? lastDay : null));
    }

    /** How a person nobody attributed finds a practice, as the cost measure says; null where none does. */
    CostRule.Candidates candidates() {
        return candidates(measures);
    }

    /** The same of any measures. */
    static CostRule.Candidates candidates(MeasureSet measures) {
        return measures.measures().values().stream()
                .map(MeasureDefinition::cost)
                .filter(cost -> cost != null && cost.candidates() != null)
                .map(CostRule::candidates)
                .findFirst()
                .map(rule -> rule.with(codes(measures, rule.setId())))
                .orElse(null);
    }

    private static Set<String> codes(MeasureSet measures, String setId) {
        return measures.valueSets().byId(setId).orElseThrow().members().stream()
                .map(Coding::code)
                .collect(Collectors.toSet());
    }

    private static MeasureInfo info(
            MeasureDefinition measure, List<String> unverified, SortedSet<String> largePractices) {
        return new MeasureInfo(
                measure.id(),
                measure.version(),
                measure.title(),
                switch (measure.scoring()) {
                    case PROPORTION -> MeasureInfo.Scoring.PROPORTION;
                    case RATIO -> MeasureInfo.Scoring.RATE;
                    case CONTINUOUS -> MeasureInfo.Scoring.CONTINUOUS;
                },
                measure.improvement().inResults(),
                measure.unit(),
                switch (measure.ageAt()) {
                    case START -> MeasureInfo.AgeAnchor.PERIOD_START;
                    case END -> MeasureInfo.AgeAnchor.PERIOD_END;
                },
                unverified,
                measure.rates().stream().map(rate -> rate.id()).toList(),
                measure.itemMeans() == null ? null : measure.itemMeans().score().withLargePractices(largePractices),
                measure.derived(),
                measure.risk(),
                measure.cost(),
                measure.cost() != null || !measure.sufficientWhen().isEmpty());
    }
}
