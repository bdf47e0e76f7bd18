package org.mcpstrata.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.DeckVerification;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.testdeck.Deck;
import org.mcpstrata.testdeck.DeckCase;
import org.mcpstrata.testdeck.DeckReport;

/** The official cases of all editions as drops of a payer: manifest, intake, linking and all, to member_result. */
class OfficialDecksThroughTheFrontDoorTest {
    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        System.setProperty("spark.master", "local[2]");
        spark = QuerySession.start();
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
    void everyPopulationOfEveryCaseIsAsExpected(String measure, String edition, int year, int cases) {
        OfficialDeck official = new OfficialDeck(measure, edition, year, cases);
        Deck deck = Deck.below(official.folder()).get(0);

        DeckReport report = new DeckVerification(
                        new MeasureFolders(Path.of("measures"), Optional.empty()),
                        Optional.of(SharedFolder.require("valuesets")),
                        QuerySession.context(spark),
                        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                        Progress.SILENT)
                .verify(deck, folder);

        assertThat(deck.year()).isEqualTo(year);
        assertThat(deck.cases()).hasSize(cases);
        assertThat(report.rejectedLines()).isZero();
        assertThat(report.missed())
                .as(report.text())
                .extracting(DeckCase::id)
                .containsExactlyInAnyOrderElementsOf(official.disputed());
    }
}
