package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Drops that an earlier run read: taken over where nothing changed, read where anything might have. */
class TakenOverDropsTest {
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);
    private static final IngestOptions FULL = IngestOptions.usual().incremental("reader", true);

    private static Intake intake;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private Path landing() {
        return folder.resolve("landing");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private IngestResult night() {
        return intake.read(landing(), out(), NIGHTLY);
    }

    private DropDraft first() {
        return new DropDraft(landing(), "p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2);
    }

    /** Other bytes behind the file system's back: whoever reads the file sees them. */
    private static void spoil(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, content.length / 2, content.length, (byte) '?');
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void anAcceptedDropIsNotReadAgainUnlessAFullRunIsAskedFor() throws IOException {
        first().send();
        IngestResult read = night();
        spoil(landing().resolve("p/d1/a.csv"));

        IngestResult again = night();
        IngestResult full = intake.read(landing(), out(), FULL);

        assertThat(read.takenOver()).isZero();
        assertThat(again.takenOver()).isEqualTo(1);
        assertThat(again.outcomes()).isEqualTo(read.outcomes());
        assertThat(again.files()).isEqualTo(read.files());
        assertThat(again.laws()).isEqualTo(read.laws());
        assertThat(full.takenOver()).isZero();
        assertThat(Intake.states(full)).containsExactly("p/d1 REJECTED");
    }

    @Test
    void aFileThatWasTouchedIsReadAgain() throws IOException {
        first().send();
        night();
        Path file = landing().resolve("p/d1/a.csv");
        spoil(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        IngestResult again = night();

        assertThat(again.takenOver()).isZero();
        assertThat(again.outcomes().get(0).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drops/p/d1/accepted/attribution/a.csv-0.parquet",
                "state/intake/p/d1/keys/a.csv-0.keys",
                "state/intake/p/d1/drop.json"
            })
    void whatIsDamagedBelowTheOutputFolderIsMadeAgain(String damaged) throws IOException {
        first().send();
        IngestResult read = night();
        byte[] whole = Files.readAllBytes(out().resolve(damaged));
        spoil(out().resolve(damaged));

        IngestResult again = night();

        assertThat(again.takenOver()).isZero();
        assertThat(again.outcomes()).isEqualTo(read.outcomes());
        assertThat(Files.readAllBytes(out().resolve(damaged))).isEqualTo(whole);
        assertThat(night().takenOver()).isEqualTo(1);
    }

    @Test
    void anotherReaderMayFindSomethingElse() {
        first().send();
        night();

        IngestResult again = intake.read(landing(), out(), IngestOptions.usual().incremental("another", false));

        assertThat(again.takenOver()).isZero();
    }

    @Test
    void aRestatementTakesRowsAwayFromADropThatIsNotReadForAnythingElse() {
        first().csv("b.csv", "patient", "member_id,birth_date\nm1,1960-01-01\n", 1)
                .send();
        night();
        new DropDraft(landing(), "p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(2), 1)
                .send();

        IngestResult restated = night();
        // Of the first drop only the file that lost a row is read again.
        assertThat(restated.read()).isEqualTo(2);
        assertThat(intake.rows(restated, Table.ATTRIBUTION))
                .extracting(CanonicalRow::dropId)
                .containsExactly("d1", "d2");
        assertThat(restated.outcomes().get(0).files().get(0).superseded()).isEqualTo(1);

        IngestResult again = night();
        assertThat(again.takenOver()).isEqualTo(2);
        assertThat(again.files()).isEqualTo(restated.files());
        assertThat(again.outcomes()).isEqualTo(restated.outcomes());
    }

    @Test
    void aWithdrawnRestatementGivesTheRowsBack() throws IOException {
        first().send();
        IngestResult alone = night();
        Path newer = new DropDraft(landing(), "p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .mode("full")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(2), 1)
                .folder();
        assertThat(night().takenOver()).isEqualTo(1);
        new DropDraft(landing(), "p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .mode("full")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(2), 1)
                .send();
        assertThat(Intake.states(night())).containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED");
        Files.delete(newer.resolve("manifest.json"));

        IngestResult back = night();

        assertThat(back.files()).isEqualTo(alone.files());
        assertThat(Intake.states(back)).containsExactly("p/d1 ACCEPTED", "p/d2 PENDING");
    }
}
