package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class AStoppedRunIsNoDefectTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void aRunThatIsAskedToEndIsNoDefectAndPublishesNothing() throws IOException, InterruptedException {
        Path landing = LocalRun.generate(400, folder.resolve("landing"));
        Path out = folder.resolve("out");
        try (ChildJvm run = ChildJvm.run(landing, out, folder.resolve("logs"))) {
            run.awaitText("reading drops", 120);
            run.askToEnd();
            assertThat(run.exitWithin(60)).isEqualTo(TERMINATED);
            assertThat(run.err()).doesNotContain("INTERNAL");
        }
        assertThat(out.resolve("CURRENT")).doesNotExist();
        assertThat(out.resolve("generations")).doesNotExist();
    }
}
