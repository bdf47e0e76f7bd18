package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;
import org.mcpstrata.time.MeasurementPeriod;

/** What an operator of a small run is told while it works. */
class ProgressIsHonestTest {
    private record Told(String stage, long done, long total) {}

    private static final int PEOPLE = 50;

    @TempDir
    static Path folder;

    private static final List<Told> TOLD = new ArrayList<>();
    private static RunOutcome outcome;

    @BeforeAll
    static void run() {
        Path landing = folder.resolve("landing");
        Generator.generate(GeneratorOptions.of(PEOPLE, 11), landing, done -> {});
        RunOptions options = RunOptions.of(
                        landing.toString(),
                        folder.resolve("out").toString(),
                        new MeasurementPeriod(2025),
                        Path.of("measures"))
                .build();
        SparkSession session = QuerySession.start();
        try {
            outcome = QualityRun.execute(
                    options,
                    QuerySession.context(session),
                    Clock.systemUTC(),
                    (stage, done, total) -> TOLD.add(new Told(stage, done, total)));
        } finally {
            session.stop();
        }
    }

    private static List<Told> stage(String name) {
        return TOLD.stream().filter(told -> told.stage().equals(name)).toList();
    }

    @Test
    void readingDropsMovesOnASmallRunToo() {
        for (String pass : List.of("reading drops: digests, records", "reading drops: values, records")) {
            assertThat(stage(pass))
                    .as(pass)
                    .hasSizeGreaterThan(2)
                    .anyMatch(told -> told.done() > 0 && told.done() < told.total());
        }
    }

    @Test
    void everyStageEndsAtWhatTheRunReallyRead() {
        long delivered = outcome.counts().get("lines delivered");
        long persons = outcome.counts().get("persons");
        assertThat(delivered).isPositive();
        for (Map.Entry<String, Long> end : Map.of(
                        "reading drops: values, records", delivered,
                        "evaluate: people", persons)
                .entrySet()) {
            List<Told> told = stage(end.getKey());
            assertThat(told.get(told.size() - 1)).isEqualTo(new Told(end.getKey(), end.getValue(), end.getValue()));
        }
    }

    @Test
    void nothingGoesBackwardsAndNoFinishedStageSpeaksAgain() {
        Map<String, Told> last = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (Told told : TOLD) {
            assertThat(told.done()).isLessThanOrEqualTo(told.total());
            Told before = last.put(told.stage(), told);
            if (before == null) {
                order.add(told.stage());
            } else {
                assertThat(told.done()).isGreaterThan(before.done());
            }
            if (!told.stage().startsWith("evaluate")) {
                assertThat(told.stage()).isEqualTo(order.get(order.size() - 1));
            }
        }
        assertThat(order)
                .containsSubsequence("ingest", "link", "link: rows", "evaluate", "evaluate: people", "stratify");
    }
}
