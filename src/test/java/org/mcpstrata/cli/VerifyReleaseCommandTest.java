package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command tells its caller. */
class VerifyReleaseCommandTest {
    @Test
    void aFolderThatIsNoReleaseIsAMistakeOfTheCommandLine(@TempDir Path empty) {
        assertThat(Main.execute("verify-release", empty.toString())).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void helpIsThere() {
        assertThat(Main.execute("verify-release", "--help")).isEqualTo(ExitCode.DONE.number());
    }
}
