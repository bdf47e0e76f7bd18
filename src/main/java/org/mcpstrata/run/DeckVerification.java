package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.testdeck.Deck;
import org.mcpstrata.testdeck.DeckDrop;
import org.mcpstrata.testdeck.DeckPopulation;
import org.mcpstrata.testdeck.DeckReport;
import org.mcpstrata.time.MeasurementPeriod;

/** Brings test decks in through the front door, one run each, and compares what comes out. */
public final class DeckVerification {
    private final MeasureFolders measures;
    private final Optional<Path> valueSets;
    private final JavaSparkContext spark;
    private final Clock clock;
    private final Progress progress;

    /**
     * @param valueSets folder with full value-set expansions, or empty for the shipped sets
     * @param clock names the attempts; reports do not depend on it
     */
    public DeckVerification(
            MeasureFolders measures, Optional<Path> valueSets, JavaSparkContext spark, Clock clock, Progress progress) {
        this.measures = requireNonNull(measures, "measures");
        this.valueSets = requireNonNull(valueSets, "valueSets");
        this.spark = requireNonNull(spark, "spark");
        this.clock = requireNonNull(clock, "clock");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Runs one deck.
     *
     * @param work an empty folder for the drop and the results
     */
    public DeckReport verify(Deck deck, Path work) {
        MeasureDefinition measure =
                MeasureLoader.load(measures, deck.year(), valueSets).measures().get(deck.measureId());
        if (measure == null) {
            return DeckReport.unmeasured(deck);
        }
        DeckDrop.write(deck, work.resolve("landing"));
        RunOptions options = RunOptions.of(
                        work.resolve("landing").toString(),
                        work.resolve("out").toString(),
                        new MeasurementPeriod(deck.year()),
                        measures.base())
                .program(Optional.of(program(deck, work)))
                .localMeasures(measures.local())
                .valueSets(valueSets)
                .build();
        RunOutcome outcome = QualityRun.execute(options, spark, clock, progress);
        return new DeckReport(
                deck, true, populations(measure, outcome), outcome.counts().getOrDefault("lines rejected", 0L));
    }

    /** A program of the deck's own year: programs of payers know only the years in which they run. */
    private static Path program(Deck deck, Path work) {
        String text = """
                program: deck
                title: A test deck
                source: the deck
                measurement years: { from: %1$d, to: %1$d }
                states: [NJ]
                participants:
                  - { track: 1, kind: standard, measures: ["%2$s"] }
                confidence: 0.95
                """.formatted(deck.year(), deck.measureId());
        try {
            return Files.writeString(work.resolve("program.yaml"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("the deck's program"), e);
        }
    }

    private static SortedMap<String, SortedMap<DeckPopulation, Boolean>> populations(
            MeasureDefinition measure, RunOutcome outcome) {
        String rate = measure.rates().contains(Rate.OVERALL)
                ? Rate.OVERALL.id()
                : measure.rates().get(0).id();
        SortedMap<String, SortedMap<DeckPopulation, Boolean>> found = new TreeMap<>();
        StoredTables.ofRun(new org.apache.hadoop.fs.Path(outcome.folder()), new Configuration())
                .rows(
                        MemberResult.SCHEMA,
                        row -> row.text("measure_id").equals(measure.id())
                                && row.text("rate_id").equals(rate))
                .forEach(row -> add(row, found));
        return found;
    }

    private static void add(TableRow row, SortedMap<String, SortedMap<DeckPopulation, Boolean>> found) {
        SortedMap<DeckPopulation, Boolean> populations = new TreeMap<>();
        for (DeckPopulation population : DeckPopulation.values()) {
            populations.put(population, row.flag(population.column()));
        }
        for (Member member : StoredVerdicts.members(row)) {
            found.put(member.memberId(), populations);
        }
    }
}
