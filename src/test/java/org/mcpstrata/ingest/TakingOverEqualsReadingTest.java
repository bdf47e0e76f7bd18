package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.store.TableFile;

/** Night after night, whatever happens to the landing folder: what is taken over is what would have been read. */
class TakingOverEqualsReadingTest {
    private static final int NIGHTS = 7;
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyNightEqualsAReadingFromScratch(long seed) throws IOException {
        DropSequence drops = new DropSequence(seed, folder.resolve("landing"), folder.resolve("away"));
        int takenOver = 0;
        try (Intake intake = new Intake()) {
            for (int night = 0; night < NIGHTS; night++) {
                drops.next();
                Path out = folder.resolve("out");
                Path scratch = folder.resolve("scratch-" + night);
                IngestResult nightly = intake.read(folder.resolve("landing"), out, NIGHTLY);
                IngestResult full = intake.read(folder.resolve("landing"), scratch);

                String where = "seed " + seed + ", night " + night;
                assertThat(nightly.outcomes()).as(where).isEqualTo(full.outcomes());
                assertThat(nightly.drops().ordered())
                        .as(where)
                        .isEqualTo(full.drops().ordered());
                assertThat(nightly.withdrawn()).as(where).isEqualTo(full.withdrawn());
                assertThat(nightly.laws()).as(where).isEqualTo(full.laws());
                assertThat(rows(nightly, out)).as(where).isEqualTo(rows(full, scratch));
                assertThat(reports(full, out)).as(where).isEqualTo(reports(full, scratch));
                takenOver += nightly.takenOver();
            }
        }
        assertThat(takenOver).isPositive();
    }

    /** Files of rows that count and their content, by name. */
    private static SortedMap<String, String> rows(IngestResult result, Path out) throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        for (TableFile file : result.files()) {
            Path path = Path.of(URI.create(file.path()));
            rows.put(
                    out.toRealPath().relativize(path.toRealPath()) + " " + file.rows() + " " + file.bytes(),
                    DropDraft.sha256(Files.readAllBytes(path)));
        }
        return rows;
    }

    /** Reports and rejects of every drop. */
    private static Map<String, String> reports(IngestResult result, Path out) throws IOException {
        Map<String, String> reports = new TreeMap<>();
        for (DropOutcome outcome : result.outcomes()) {
            Path drop = out.resolve("drops").resolve(outcome.payer()).resolve(outcome.drop());
            List<String> names = new ArrayList<>(Intake.files(drop));
            names.removeIf(name -> name.startsWith("accepted/"));
            for (String name : names) {
                reports.put(drop.getFileName() + "/" + name, DropDraft.sha256(Files.readAllBytes(drop.resolve(name))));
            }
        }
        return reports;
    }
}
