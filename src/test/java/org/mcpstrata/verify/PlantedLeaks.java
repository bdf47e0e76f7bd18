package org.mcpstrata.verify;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Small releases in which leaks of stratification.md 5.1 and of the disclosure oracles are planted. */
abstract class PlantedLeaks {
    @TempDir
    private Path work;

    private int drafts;

    static ReleaseDraft draft() {
        return new ReleaseDraft().measure("M1", "overall", "", "").entity("PROGRAM", "mcp", "");
    }

    Verification verify(ReleaseDraft draft, Path... earlier) {
        return draft.verify(work.resolve("r" + drafts++), earlier);
    }

    /** Writes an earlier release. */
    Path write(ReleaseDraft draft) {
        return draft.write(work.resolve("r" + drafts++));
    }

    static At race(String id) {
        return At.stratum("race", id);
    }

    /** The oracle's one-way table. */
    static ReleaseDraft oneWay() {
        return draft().exclusive("race", "White", "Black", "Asian", "Hispanic", "Unknown")
                .people(At.total(), 225)
                .people(race("White"), 120)
                .people(race("Black"), 48)
                .people(race("Asian"), 7)
                .people(race("Hispanic"), 35)
                .people(race("Unknown"), 15);
    }

    static boolean found(Verification verification, Breach breach, String inferred) {
        return verification.findings().stream()
                .anyMatch(finding ->
                        finding.breach() == breach && finding.inferred().contains(inferred));
    }

    static ReleaseDraft release(long white, long black, long hispanic) {
        return draft().exclusive("race", "White", "Black", "Hispanic")
                .people(At.total(), white + black + hispanic)
                .people(race("White"), white)
                .people(race("Black"), black)
                .people(race("Hispanic"), hispanic);
    }
}
