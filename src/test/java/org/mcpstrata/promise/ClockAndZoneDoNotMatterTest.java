package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

@Tag("full")
class ClockAndZoneDoNotMatterTest {
    private static final Clock LEAP_DAY =
            Clock.fixed(Instant.parse("2024-02-29T23:30:00Z"), ZoneId.of("Pacific/Auckland"));

    @TempDir
    Path folder;

    @Test
    void zoneLocaleAndTodaysDateChangeNoByte() throws IOException, InterruptedException {
        Path landing = LocalRun.generate(100, folder.resolve("landing"));
        Path golden = folder.resolve("golden");
        RunOutcome outcome =
                LocalRun.run(landing.toString(), golden.toString(), LEAP_DAY, Map.of("spark.master", "local[2]"));
        assertThat(outcome.problems()).isEmpty();
        SortedMap<String, String> bytes = bytes(golden);
        assertThat(bytes).containsKey("runs/" + outcome.runId() + "/run.json");

        List<List<String>> machines = List.of(
                List.of("-Duser.timezone=Pacific/Auckland", "-Duser.language=tr", "-Duser.country=TR"),
                List.of("-Duser.timezone=America/Denver", "-Duser.language=ar", "-Duser.country=EG"),
                List.of("-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US"));
        for (List<String> machine : machines) {
            Path out = folder.resolve("out" + machines.indexOf(machine));
            try (ChildJvm run = ChildJvm.run(landing, out, folder.resolve("logs"), machine.toArray(String[]::new))) {
                assertThat(run.exitWithin(180)).as(run.err()).isZero();
            }
            assertThat(bytes(out)).as(machine.toString()).isEqualTo(bytes);
        }
    }

    /** Everything but the run log, the only place for the clock. */
    private static SortedMap<String, String> bytes(Path out) throws IOException {
        return FileTree.timelessDigests(out);
    }
}
