package org.mcpstrata.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.SparkSettings;
import org.mcpstrata.time.MeasurementPeriod;

/** The official cases of 2025 as drops of a payer: manifest, intake, linking and all, to member_result. */
class OfficialDecksThroughTheFrontDoorTest {
    private static final Path SHARED = Path.of(System.getProperty("mcp.shared", "../shared"));

    /** Why each is disputed: {@code evaluate.OfficialDeckTest}. */
    private static final Map<String, Set<String>> DISPUTED = Map.of(
            "CMS122",
            Set.of("6630d394-c81d-42f5-a218-40b73a2a4949", "8956ebb5-d3c0-4112-a34a-200961713efd"),
            "CMS165",
            Set.of("45e01fed-56bb-483d-a860-af3d566bda11"));

    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        System.setProperty("spark.master", "local[2]");
        spark = SparkSettings.start();
    }

    @AfterAll
    static void stop() {
        spark.stop();
        System.clearProperty("spark.master");
    }

    @ParameterizedTest
    @CsvSource({"CMS122,27", "CMS165,38", "CMS130,41"})
    void everyPopulationOfEveryCaseIsAsExpected(String measure, int cases) throws IOException {
        Path deck = SHARED.resolve("testdecks").resolve(measure).resolve("cms2024");
        assumeTrue(Files.isDirectory(deck), "skipped: no official decks at <mcp.shared>/testdecks");
        new DeckDrop(deck, 2025).writeTo(folder.resolve("landing"));

        RunOutcome outcome = QualityRun.execute(
                new RunOptions(
                        folder.resolve("landing").toString(),
                        folder.resolve("out").toString(),
                        new MeasurementPeriod(2025),
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("measures"),
                        Optional.of(SHARED.resolve("valuesets")),
                        Optional.empty(),
                        new TreeSet<>()),
                spark,
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                Progress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.counts().get("lines rejected")).isZero();

        Map<String, Row> byPatient = results(measure, outcome);
        Set<String> missed = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, Integer>> expected = expected(deck.resolve("expected.csv"));
        expected.forEach((patient, populations) -> populations.forEach((population, count) -> {
            Row row = byPatient.get(patient);
            boolean holds = row != null && row.<Boolean>getAs(population.replace('-', '_'));
            if (holds != (count > 0)) {
                missed.add(patient);
                differences.add(patient + " " + population + " expected " + count);
            }
        }));
        assertThat(expected).hasSize(cases);
        assertThat(missed).as("%s", differences).isEqualTo(DISPUTED.getOrDefault(measure, Set.of()));
    }

    private static Map<String, Row> results(String measure, RunOutcome outcome) {
        Map<String, Row> byPatient = new HashMap<>();
        for (Row row : spark.read()
                .parquet(outcome.folder() + "/restricted/member_result")
                .collectAsList()) {
            if (row.getAs("measure_id").equals(measure) && row.getAs("rate_id").equals("overall")) {
                List<Row> members = row.getList(row.fieldIndex("source_members"));
                members.forEach(member -> byPatient.put(member.getAs("member_id"), row));
            }
        }
        return byPatient;
    }

    /** Expected counts by patient and population; the first three columns hold no quoted text. */
    private static Map<String, Map<String, Integer>> expected(Path file) throws IOException {
        Map<String, Map<String, Integer>> byPatient = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", 4);
            byPatient
                    .computeIfAbsent(fields[0], patient -> new TreeMap<>())
                    .put(fields[1], Integer.parseInt(fields[2]));
        }
        return byPatient;
    }
}
