package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** What cannot be read of one drop, at whatever moment, is told of that drop, and every other payer is read. */
class AnUnreadableDropStopsNobodyElseTest {
    private static final String SECRET = "canary-1S00E00AA00";
    private static final IOException DENIED = new AccessControlException("Permission denied: " + SECRET);
    private static final IOException GONE = new FileNotFoundException(SECRET);
    private static final IOException FAILED = new IOException("Input/output error " + SECRET);
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);

    private static Intake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = new Intake();
        RefusingFileSystem.knownTo(intake.spark().hadoopConfiguration());
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @AfterEach
    void refuseNothing() {
        RefusingFileSystem.refuseNothing();
    }

    private Path landing() {
        return folder.resolve("landing");
    }

    private Path drop(String name) {
        return landing().resolve(name);
    }

    private DropDraft draft(String payer, String drop, String created) {
        return new DropDraft(landing(), payer, drop).createdAt(created + "T00:00:00Z");
    }

    private void send(String payer, String drop, String created, int member) {
        draft(payer, drop, created)
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(member), 1)
                .send();
    }

    private IngestResult night() {
        return intake.read(RefusingFileSystem.path(landing()), folder.resolve("out"), NIGHTLY);
    }

    private List<String> membersThatCount(IngestResult result) {
        return intake.rows(result, Table.ATTRIBUTION).stream()
                .map(row -> row.payerId() + '/' + row.dropId() + ' ' + row.memberId())
                .toList();
    }

    private static List<Problem> problems(IngestResult result, String payer) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.payer().equals(payer))
                .flatMap(outcome -> outcome.problems().stream())
                .toList();
    }

    private String report(String drop, String name) throws IOException {
        return Files.readString(folder.resolve("out/drops").resolve(drop).resolve(name));
    }

    /**
     * A failure of a file.
     *
     * @param path below the drop's folder; empty for the folder
     * @param look 1 while the drop is inspected or its files are digested, 2 while records are read
     */
    record Hazard(String name, String path, int look, IOException failure, ProblemCode code, String detail) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hazard> hazards() {
        String permission = "The permission is missing.";
        String failed = "The file system failed.";
        return Stream.of(
                // Looking for a landing folder lists each drop's folder once before.
                new Hazard("folder", "", 1, DENIED, ProblemCode.FILE_UNREADABLE, permission),
                new Hazard("manifest", "manifest.json", 1, DENIED, ProblemCode.FILE_UNREADABLE, permission),
                new Hazard("file", "a.csv", 1, DENIED, ProblemCode.FILE_UNREADABLE, permission),
                new Hazard("file on a bad disk", "a.csv", 1, FAILED, ProblemCode.FILE_UNREADABLE, failed),
                new Hazard(
                        "file gone before its digest",
                        "a.csv",
                        1,
                        GONE,
                        ProblemCode.FILE_MISSING,
                        "It was there a moment before."),
                new Hazard("file after its digest", "a.csv", 2, DENIED, ProblemCode.FILE_UNREADABLE, permission),
                new Hazard("bad disk after its digest", "a.csv", 2, FAILED, ProblemCode.FILE_UNREADABLE, failed),
                new Hazard(
                        "file gone after its digest",
                        "a.csv",
                        2,
                        GONE,
                        ProblemCode.FILE_MISSING,
                        "It was there a moment before."));
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void itsDropIsRejectedTonightAndAcceptedWhenItCanBeRead(Hazard hazard) throws IOException {
        send("bad", "d1", "2026-01-01", 1);
        send("good", "d1", "2026-01-01", 2);
        Path refused = hazard.path().isEmpty() ? drop("bad/d1") : drop("bad/d1").resolve(hazard.path());
        RefusingFileSystem.refuse(refused, hazard.look(), hazard.failure());

        IngestResult tonight = night();

        assertThat(Intake.states(tonight)).containsExactly("bad/d1 REJECTED", "good/d1 ACCEPTED");
        assertThat(membersThatCount(tonight)).containsExactly("good/d1 m2");
        assertThat(problems(tonight, "bad"))
                .containsExactly(new Problem(hazard.code(), Place.of("bad/d1").inFile(hazard.path()), hazard.detail()));
        assertThat(tonight.outcomes()).filteredOn(DropOutcome::needsAttention).hasSize(1);
        assertThat(report("bad/d1", "report.md"))
                .contains("State: **REJECTED**", hazard.code() + " | " + hazard.path() + " |", hazard.detail())
                .doesNotContain(SECRET);
        assertThat(report("bad/d1", "report.json"))
                .contains("REJECTED", hazard.code().name())
                .doesNotContain(SECRET);
        assertThat(report("bad/d1", "ack.csv").lines()).endsWith(",,REJECTED,0,0,0");

        RefusingFileSystem.refuseNothing();
        IngestResult next = night();

        assertThat(Intake.states(next)).containsExactly("bad/d1 ACCEPTED", "good/d1 ACCEPTED");
        assertThat(membersThatCount(next)).containsExactly("bad/d1 m1", "good/d1 m2");
        assertThat(next.takenOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "manifest.json"})
    void aManifestThatGoesAwayLeavesADropThatIsStillWritten(String gone) {
        send("good", "d1", "2026-01-01", 2);
        send("writing", "d1", "2026-01-01", 1);
        RefusingFileSystem.refuse(gone.isEmpty() ? drop("writing/d1") : drop("writing/d1/" + gone), 1, GONE);

        assertThat(Intake.states(night())).containsExactly("good/d1 ACCEPTED", "writing/d1 PENDING");
    }

    @Test
    void aPayersFolderThatCannotBeReadIsTold() {
        send("bad", "d1", "2026-01-01", 1);
        send("good", "d1", "2026-01-01", 2);
        RefusingFileSystem.refuse(drop("bad"), 1, DENIED);

        IngestResult result = night();

        assertThat(Intake.states(result)).containsExactly("good/d1 ACCEPTED");
        assertThat(result.problems())
                .containsExactly(
                        new Problem(ProblemCode.FILE_UNREADABLE, Place.of("bad"), "The permission is missing."));
    }

    @Test
    void whatANewerDropWouldHaveReplacedCountsAgainWhenThatOneCannotBeReadAfterItsDigest() {
        for (int month = 1; month <= 2; month++) {
            draft("p", "d" + month, "2026-0" + month + "-01")
                    .mode("full")
                    .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(month), 1)
                    .send();
        }
        RefusingFileSystem.refuse(drop("p/d2/a.csv"), 2, GONE);

        IngestResult result = night();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED");
        assertThat(membersThatCount(result)).containsExactly("p/d1 m1");
    }

    @Test
    void aDropOfAnEarlierNightThatMustBeReadAgainAndCannotIsRejected() {
        draft("p", "d1", "2026-01-01")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2)
                .send();
        night();
        send("p", "d2", "2026-02-01", 2);
        RefusingFileSystem.refuse(drop("p/d1/a.csv"), 1, DENIED);

        IngestResult result = night();

        assertThat(Intake.states(result)).containsExactly("p/d1 REJECTED", "p/d2 ACCEPTED");
        assertThat(problems(result, "p"))
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(tuple(ProblemCode.FILE_UNREADABLE, "p/d1, a.csv"));
        assertThat(membersThatCount(result)).containsExactly("p/d2 m2");
        RefusingFileSystem.refuseNothing();
        assertThat(membersThatCount(night())).containsExactly("p/d1 m1", "p/d2 m2");
    }

    @Test
    void theSameFilesSentAgainAreNoDuplicateOfADropThatCannotBeRead() {
        send("p", "d1", "2026-01-01", 1);
        send("p", "d2", "2026-02-01", 1);
        RefusingFileSystem.refuse(drop("p/d1/a.csv"), 1, DENIED);

        IngestResult result = night();

        assertThat(Intake.states(result)).containsExactly("p/d1 REJECTED", "p/d2 ACCEPTED");
        assertThat(membersThatCount(result)).containsExactly("p/d2 m1");
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void aPayerIsToldTheSameBeforeSending(Hazard hazard) {
        send("bad", "d1", "2026-01-01", 1);
        Path refused = hazard.path().isEmpty() ? drop("bad/d1") : drop("bad/d1").resolve(hazard.path());
        RefusingFileSystem.refuse(refused, hazard.look(), hazard.failure());

        DropOutcome outcome =
                DropCheck.check(RefusingFileSystem.path(drop("bad/d1")), intake.spark()::hadoopConfiguration);

        assertThat(outcome.state()).isEqualTo(DropState.REJECTED);
        assertThat(outcome.problems())
                .containsExactly(new Problem(hazard.code(), Place.of("bad/d1").inFile(hazard.path()), hazard.detail()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "manifest.json", "a.csv"})
    void aMissingPermissionOfThisMachineIsToldOfTheDrop(String path) throws IOException {
        send("bad", "d1", "2026-01-01", 1);
        send("good", "d1", "2026-01-01", 2);
        Path refused = path.isEmpty() ? drop("bad/d1") : drop("bad/d1").resolve(path);
        var before = Files.getPosixFilePermissions(refused);
        Files.setPosixFilePermissions(refused, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeThat(Files.isReadable(refused))
                    .as("the superuser reads everything")
                    .isFalse();

            IngestResult result = intake.read(landing(), folder.resolve("out"), NIGHTLY);
            DropOutcome checked =
                    DropCheck.check(new org.apache.hadoop.fs.Path(drop("bad/d1").toUri()), Configuration::new);

            Problem expected = new Problem(
                    ProblemCode.FILE_UNREADABLE, Place.of("bad/d1").inFile(path), "The permission is missing.");
            assertThat(Intake.states(result)).containsExactly("bad/d1 REJECTED", "good/d1 ACCEPTED");
            assertThat(problems(result, "bad")).containsExactly(expected);
            assertThat(checked.problems()).containsExactly(expected);
        } finally {
            Files.setPosixFilePermissions(refused, before);
        }
    }
}
