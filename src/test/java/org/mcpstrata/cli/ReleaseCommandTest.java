package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.run.release.ReleaseOutcome;

class ReleaseCommandTest {
    /** A measure is shown as before also where its counts are the same and nothing more of them could be proven. */
    @Test
    void nobodyReadsOfAChangeThatMayNotHaveHappened() {
        StringWriter printed = new StringWriter();

        ReleaseCommand.print(
                new ReleaseOutcome(
                        "new release",
                        "run",
                        "folder",
                        Optional.empty(),
                        new TreeMap<>(Map.of("CMS122", "first release")),
                        0),
                new PrintWriter(printed));

        assertThat(printed.toString())
                .contains(
                        "CMS122 is shown as in release first release, with the figures of its run and not of this one")
                .contains("not proven safe")
                .doesNotContain("changed");
    }
}
