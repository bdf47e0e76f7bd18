package org.mcpstrata.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The official cases of all editions as drops of a payer: manifest, intake, linking and all, to member_result. */
class OfficialDecksThroughTheFrontDoorTest {
    private static final List<String> POPULATIONS =
            List.of("initial_population", "denominator", "denominator_exclusion", "denominator_exception", "numerator");

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
    @CsvSource({
        "CMS122,cms2024,2025,27",
        "CMS130,cms2024,2025,41",
        "CMS165,cms2024,2025,38",
        "CMS2,cms2024,2025,20",
        "CMS122,qicore4-mp2025,2025,27",
        "CMS130,qicore4-mp2025,2025,31",
        "CMS159,qicore4-mp2025,2025,36",
        "CMS165,qicore4-mp2025,2025,34",
        "CMS2,qicore4-mp2025,2025,20",
        "CMS122,qicore6-mp2026,2026,36",
        "CMS130,qicore6-mp2026,2026,47",
        "CMS159,qicore6-mp2026,2026,48",
        "CMS165,qicore6-mp2026,2026,46",
        "CMS2,qicore6-mp2026,2026,22",
    })
    void everyPopulationOfEveryCaseIsAsExpected(String measure, String edition, int year, int cases)
            throws IOException {
        OfficialDeck deck = new OfficialDeck(measure, edition, year, cases);
        new DeckDrop(deck.folder(), year).writeTo(folder.resolve("landing"));

        RunOutcome outcome = QualityRun.execute(
                RunOptions.of(
                                folder.resolve("landing").toString(),
                                folder.resolve("out").toString(),
                                new MeasurementPeriod(year),
                                Path.of("measures"))
                        .valueSets(Optional.of(OfficialDeck.shared().resolve("valuesets")))
                        .build(),
                spark,
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                Progress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.counts().get("lines rejected")).isZero();

        Map<String, Set<String>> byPatient = populations(measure, outcome);
        deck.compare(patient -> byPatient.getOrDefault(patient, Set.of()));
    }

    /** The populations of member_result that hold, by patient and by their FHIR names. */
    private static Map<String, Set<String>> populations(String measure, RunOutcome outcome) {
        Map<String, Set<String>> byPatient = new HashMap<>();
        for (Row row : spark.read()
                .parquet(outcome.folder() + "/restricted/member_result")
                .collectAsList()) {
            if (row.getAs("measure_id").equals(measure) && row.getAs("rate_id").equals("overall")) {
                Set<String> holding = new TreeSet<>();
                for (String column : POPULATIONS) {
                    if (row.<Boolean>getAs(column)) {
                        holding.add(column.replace('_', '-'));
                    }
                }
                List<Row> members = row.getList(row.fieldIndex("source_members"));
                members.forEach(member -> byPatient.put(member.getAs("member_id"), holding));
            }
        }
        return byPatient;
    }
}
