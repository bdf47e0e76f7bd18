package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Fails the first call on the file system, then the second, and so on until a run finishes without meeting a fault. */
class FaultSweepTest {
    private static final SmallRun OLD = new SmallRun(2);
    private static final SmallRun NEW = new SmallRun(6);

    @TempDir
    Path folder;

    private SortedMap<String, String> golden;

    @BeforeEach
    void publishWithoutFaults() throws IOException {
        Path out = Files.createDirectories(folder.resolve("golden"));
        OLD.publish(SmallRun.at(out), "old");
        NEW.publish(SmallRun.at(out), "new");
        golden = SmallRun.tree(out);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noSingleFaultMixesTwoPublications(boolean afterEffect) throws IOException {
        Set<ProblemCode> seen = new TreeSet<>();
        int failing = 1;
        for (boolean fired = true; fired; failing++) {
            Path out = Files.createDirectories(folder.resolve("fault-" + failing));
            OLD.publish(SmallRun.at(out), "old");
            FaultyCommitFiles faulty = new FaultyCommitFiles(new PosixCommitFiles(), failing, afterEffect);
            boolean published = false;
            boolean unknown = false;
            try {
                Outcome outcome = NEW.publish(SmallRun.at(out, faulty), "faulty");
                published = true;
                assertThat(outcome.warnings()).allMatch(warning -> warning.code() == ProblemCode.NOT_TIDIED);
            } catch (ProblemException e) {
                seen.add(e.problems().get(0).code());
                unknown = e.problems().get(0).code() == ProblemCode.COMMIT_UNKNOWN;
            }
            fired = faulty.hasFired();
            RunId visible = assertWholeAndOldOrNew(out);
            if (!unknown) {
                assertThat(visible).as("after fault %s", failing).isEqualTo(published ? NEW.id() : OLD.id());
            }
            assertThat(NEW.publish(SmallRun.at(out), "again").warnings()).isEmpty();
            assertThat(SmallRun.tree(out)).as("after fault %s", failing).isEqualTo(golden);
        }
        assertThat(failing).isGreaterThan(25);
        assertThat(seen).containsExactly(ProblemCode.WRITE_FAILED, ProblemCode.COMMIT_UNKNOWN);
    }

    private static RunId assertWholeAndOldOrNew(Path out) throws IOException {
        Publication reader = SmallRun.at(out);
        Generation newest = reader.generations().newest().orElseThrow();
        RunId visible = new RunId(newest.runId());
        assertThat(visible).isIn(OLD.id(), NEW.id());
        assertThat(new RunFolder(reader.folder(visible), new PosixCommitFiles()).holds(newest.runDigest()))
                .isTrue();
        assertThat(Files.readString(out.resolve("CURRENT")).strip())
                .isIn(OLD.id().value(), NEW.id().value());
        return visible;
    }
}
