package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class PublicationTest {
    @TempDir
    Path out;

    private static ProblemCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(ProblemException.class, work)
                .problems()
                .get(0)
                .code();
    }

    @Test
    void aPublishedRunIsNamedByItsGenerationAndByCurrent() throws IOException {
        SmallRun run = new SmallRun(5);
        Outcome outcome = run.publish(SmallRun.at(out), "a");
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        assertThat(outcome.warnings()).isEmpty();
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(run.id() + "\n");
        assertThat(SmallRun.tree(out).keySet())
                .containsExactlyInAnyOrder(
                        "CURRENT",
                        "generations/000001.json",
                        "runs/" + run.id() + "/run.json",
                        "runs/" + run.id() + "/restricted/dim_entity/part-00000.parquet",
                        "runs/" + run.id() + "/report/index.html");
        JsonNode record = new ObjectMapper()
                .readTree(out.resolve("runs/" + run.id() + "/run.json").toFile());
        assertThat(record.at("/tables/restricted~1dim_entity/rows").asLong()).isEqualTo(5);
        assertThat(record.at("/inputs/rows").asText()).isEqualTo("5");
        assertThat(record.at("/laws/0/left").asText()).isEqualTo("5");
        assertThat(record.at("/laws")).hasSizeGreaterThan(3);
    }

    @Test
    void theSameRunTwicePublishesOnce() throws IOException {
        SmallRun run = new SmallRun(5);
        run.publish(SmallRun.at(out), "a");
        SortedMap<String, String> before = SmallRun.tree(out);
        long touched = Files.getLastModifiedTime(out.resolve("generations")).toMillis();
        Outcome again = run.publish(SmallRun.at(out), "b");
        assertThat(again.kind()).isEqualTo(Outcome.Kind.ALREADY_PUBLISHED);
        assertThat(SmallRun.tree(out)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(out.resolve("generations")).toMillis())
                .isEqualTo(touched);
    }

    @Test
    void equalRunsInTwoFoldersHaveEqualBytes(@TempDir Path other) throws IOException {
        new SmallRun(12).publish(SmallRun.at(out), "a");
        new SmallRun(12).publish(SmallRun.at(other), "b");
        assertThat(SmallRun.tree(other)).isEqualTo(SmallRun.tree(out));
    }

    @Test
    void aNewRunLeavesTheOldOneUntouched() throws IOException {
        SmallRun first = new SmallRun(1);
        first.publish(SmallRun.at(out), "a");
        SortedMap<String, String> before =
                SmallRun.tree(out.resolve("runs").resolve(first.id().value()));
        Outcome second = new SmallRun(2).publish(SmallRun.at(out), "b");
        assertThat(second.generation().generation()).isEqualTo(2);
        assertThat(SmallRun.tree(out.resolve("runs").resolve(first.id().value())))
                .isEqualTo(before);
    }

    @Test
    void aBrokenLawStopsPublicationAndNamesBothSides() throws IOException {
        SmallRun run = new SmallRun(3);
        Publication publication = SmallRun.at(out);
        try (Staging staging = publication.stage(run.id(), "a")) {
            run.write(staging);
            Laws laws = new Laws().add(Law.of("stratify", "strata sum to the total", 41, 42));
            Problem problem = catchThrowableOfType(
                            ProblemException.class, () -> Verification.of(staging, run.record(), laws))
                    .problems()
                    .get(0);
            assertThat(problem.code()).isEqualTo(ProblemCode.LAW_BROKEN);
            assertThat(problem.detail()).contains("41").contains("42");
        }
        assertThat(publication.generations().all()).isEmpty();
        assertThat(out.resolve("CURRENT")).doesNotExist();
    }

    @Test
    void aFileChangedBetweenWritingAndReadingStopsPublication() throws IOException {
        SmallRun run = new SmallRun(3);
        Publication publication = SmallRun.at(out);
        try (Staging staging = publication.stage(run.id(), "a")) {
            run.write(staging);
            Path part =
                    Path.of(staging.folder().toUri()).resolve(SmallRun.TABLE).resolve("part-00000.parquet");
            Files.delete(part);
            try (PartWriter writer = new PartWriter(
                    new org.apache.hadoop.fs.Path(part.toUri()),
                    "part-00000.parquet",
                    run.rows().get(0).schema(),
                    SmallRun.CONF)) {
                writer.write(run.rows().get(0));
                writer.write(run.rows().get(1));
                writer.write(run.rows().get(1));
            }
            assertThat(code(() -> run.verify(staging))).isEqualTo(ProblemCode.LAW_BROKEN);
        }
    }

    @Test
    void aFileNobodyWroteStopsPublication() throws IOException {
        SmallRun run = new SmallRun(3);
        try (Staging staging = SmallRun.at(out).stage(run.id(), "a")) {
            run.write(staging);
            Files.writeString(Path.of(staging.folder().toUri()).resolve("notes.txt"), "x");
            assertThat(code(() -> run.verify(staging))).isEqualTo(ProblemCode.LAW_BROKEN);
        }
    }

    @Test
    void theFileOfADeadTaskIsNotPublished() throws IOException {
        SmallRun run = new SmallRun(3);
        Publication publication = SmallRun.at(out);
        try (Staging staging = publication.stage(run.id(), "a")) {
            run.write(staging);
            Files.writeString(
                    Path.of(staging.folder().toUri()).resolve(SmallRun.TABLE).resolve(".attempt-7-part-00000.parquet"),
                    "half");
            publication.commit(run.verify(staging));
        }
        assertThat(SmallRun.tree(out).keySet()).noneMatch(name -> name.contains("attempt"));
    }

    @Test
    void leftoversOfADeadRunAreCleanedAndNothingElse() throws IOException {
        SmallRun run = new SmallRun(1);
        run.publish(SmallRun.at(out), "a");
        Path runs = out.resolve("runs");
        Files.createDirectories(runs.resolve("0123456789abcdef0123.staging-dead/restricted"));
        Files.writeString(runs.resolve("0123456789abcdef0123.staging-dead/restricted/x"), "x");
        Files.writeString(runs.resolve("0123456789abcdef0123.staging-dead.mark"), "");
        Files.writeString(runs.resolve("0123456789abcdef0123.staging-dead.commit"), "");
        Files.createDirectories(runs.resolve("my own folder.staging-x"));
        Files.createDirectories(runs.resolve("0123456789abcdef0123"));
        assertThat(SmallRun.at(out).cleanLeftovers()).isEmpty();
        assertThat(runs.resolve(run.id().value())).exists();
        assertThat(runs.resolve("my own folder.staging-x")).exists();
        assertThat(runs.resolve("0123456789abcdef0123")).exists();
        try (Stream<Path> names = Files.list(runs)) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains("staging-dead"));
        }
    }

    @Test
    void whatADeadRunHadReadIsCleanedAndAcceptedRowsAreNot() throws IOException {
        Files.createDirectories(out.resolve("_work-dead/0/medical_claim"));
        Files.writeString(out.resolve("_work-dead/0/medical_claim/split-0-attempt-4.parquet"), "x");
        Files.writeString(out.resolve("_work-dead.mark"), "");
        Files.createDirectories(out.resolve("_work-MINE"));
        Files.createDirectories(out.resolve("drops/payer/drop/accepted"));
        try (Workplace alive = SmallRun.at(out).work("alive")) {
            Files.createDirectories(Path.of(alive.folder().toUri().getPath()));
            assertThat(SmallRun.at(out).cleanLeftovers()).containsExactly("_work-alive");
            assertThat(out.resolve("_work-alive")).exists();
        }
        try (Stream<Path> names = Files.list(out)) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("_work-MINE", "drops");
        }
    }

    @Test
    void anOutputFolderBehindALinkIsTheFolderThatItLeadsTo(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(out.resolve("link"), elsewhere);
        Files.createDirectory(elsewhere.resolve("generations of the old disk"));
        Files.createSymbolicLink(elsewhere.resolve("generations"), Path.of("generations of the old disk"));
        SmallRun run = new SmallRun(4);
        run.publish(SmallRun.at(link), "a");
        Files.createDirectories(elsewhere.resolve("_work-dead/0/medical_claim"));
        Files.writeString(elsewhere.resolve("_work-dead/0/medical_claim/split-0-attempt-4.parquet"), "x");
        Files.createDirectories(elsewhere.resolve("runs/0123456789abcdef0123.staging-dead"));
        Object current = Files.readAttributes(elsewhere.resolve("CURRENT"), BasicFileAttributes.class)
                .fileKey();

        assertThat(run.publish(SmallRun.at(link), "b").kind()).isEqualTo(Outcome.Kind.ALREADY_PUBLISHED);

        assertThat(SmallRun.at(link).generations().all()).hasSize(1);
        assertThat(elsewhere.resolve("_work-dead")).doesNotExist();
        assertThat(elsewhere.resolve("runs/0123456789abcdef0123.staging-dead")).doesNotExist();
        assertThat(Files.readAttributes(elsewhere.resolve("CURRENT"), BasicFileAttributes.class)
                        .fileKey())
                .as("nothing is written where nothing is new")
                .isEqualTo(current);
    }

    @Test
    void aRunThatWasMovedToAnotherDiskAndLinkedIsIntact(@TempDir Path elsewhere) throws IOException {
        SmallRun run = new SmallRun(4);
        Generation generation = run.publish(SmallRun.at(out), "a").generation();
        Path folder = out.resolve("runs").resolve(run.id().value());
        Path moved = Files.move(folder, elsewhere.resolve("moved"));
        Files.createSymbolicLink(folder, moved);

        assertThat(SmallRun.at(out).isIntact(generation)).isTrue();
    }

    @Test
    void whatALeftoverLinksToIsNotCleaned(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("mine"), "x");
        Files.createSymbolicLink(out.resolve("_work-dead"), elsewhere);

        assertThat(SmallRun.at(out).cleanLeftovers()).isEmpty();

        assertThat(out.resolve("_work-dead")).doesNotExist();
        assertThat(elsewhere.resolve("mine")).exists();
    }

    @Test
    void theStagingOfALivingRunIsNotCleaned() throws IOException {
        SmallRun run = new SmallRun(1);
        try (Staging staging = SmallRun.at(out).stage(run.id(), "alive")) {
            run.write(staging);
            assertThat(SmallRun.at(out).cleanLeftovers()).containsExactly(run.id() + ".staging-alive");
            assertThat(SmallRun.at(out).commit(run.verify(staging)).kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        }
    }

    @Test
    void markThatCannotBeGivenBackAfterTheCommitIsAWarningAndTheResultStands(@TempDir Path rehearsal)
            throws IOException {
        SmallRun run = new SmallRun(3);
        FaultyCommitFiles counting = new FaultyCommitFiles(new PosixCommitFiles(), Integer.MAX_VALUE, false);
        try (Staging staging = SmallRun.at(rehearsal, counting).stage(run.id(), "untidy")) {
            run.write(staging);
            SmallRun.at(rehearsal, counting).commit(run.verify(staging));
        }
        // Giving the mark back is the last thing a publication does.
        FaultyCommitFiles untidy = new FaultyCommitFiles(new PosixCommitFiles(), counting.calls(), false);
        Publication publication = SmallRun.at(out, untidy);
        Outcome outcome;
        try (Staging staging = publication.stage(run.id(), "untidy")) {
            run.write(staging);
            outcome = publication.commit(run.verify(staging));
        }
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        assertThat(outcome.warnings()).extracting(Problem::code).containsExactly(ProblemCode.NOT_TIDIED);
        assertThat(out.resolve("runs").resolve(run.id() + ".staging-untidy.mark"))
                .exists();
        assertThat(publication.isIntact(outcome.generation())).isTrue();
        assertThat(out.resolve("CURRENT")).hasContent(run.id() + "\n");

        assertThat(SmallRun.at(out).cleanLeftovers()).isEmpty();
        try (Stream<Path> names = Files.list(out.resolve("runs"))) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactly(run.id().value());
        }
    }

    @Test
    void twoRunsNeverWorkInOneFolderAtTheSameTime() {
        try (SoleRun first = SmallRun.at(out).alone()) {
            assertThat(first).isNotNull();
            assertThat(code(() -> SmallRun.at(out).alone())).isEqualTo(ProblemCode.RUN_IN_PROGRESS);
        }
        SmallRun.at(out).alone().close();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void theMarkOfADeadRunKeepsNobodyOut() throws IOException {
        Files.createFile(out.resolve("_run.mark"));
        SmallRun.at(out).alone().close();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aByteChangedAfterPublicationIsNoticed() throws IOException {
        SmallRun run = new SmallRun(4);
        Generation generation = run.publish(SmallRun.at(out), "a").generation();
        assertThat(SmallRun.at(out).isIntact(generation)).isTrue();
        Path folder = out.resolve("runs").resolve(run.id().value());
        for (String name : SmallRun.tree(folder).keySet()) {
            byte[] content = Files.readAllBytes(folder.resolve(name));
            content[content.length / 2] ^= 1;
            Files.write(folder.resolve(name), content);
            assertThat(SmallRun.at(out).isIntact(generation)).as(name).isFalse();
            content[content.length / 2] ^= 1;
            Files.write(folder.resolve(name), content);
        }
        assertThat(SmallRun.at(out).isIntact(generation)).isTrue();
    }

    @Test
    void whoeverHandsOnARunFindsOutWhetherWhatHeReadsIsWhatWasCommitted() throws IOException {
        SmallRun run = new SmallRun(4);
        run.publish(SmallRun.at(out), "a");
        Publication publication = SmallRun.at(out);
        publication.requireIntact(run.id(), file -> true);
        Path folder = out.resolve("runs").resolve(run.id().value());
        Files.writeString(folder.resolve("report/index.html"), "<p>9</p>\n");

        publication.requireIntact(run.id(), file -> file.startsWith("restricted/"));
        assertThat(code(() -> publication.requireIntact(run.id(), file -> true)))
                .isEqualTo(ProblemCode.RUN_FOLDER_DIFFERS);

        Files.writeString(folder.resolve(SmallRun.TABLE).resolve("part-00001.parquet"), "more");
        assertThat(code(() -> publication.requireIntact(run.id(), file -> file.startsWith("restricted/"))))
                .isEqualTo(ProblemCode.RUN_FOLDER_DIFFERS);
    }

    @Test
    void clockTimesStayOutsideTheRunFolder() throws IOException {
        SmallRun run = new SmallRun(4);
        Generation generation = run.publish(SmallRun.at(out), "a").generation();
        assertThat(SmallRun.at(out).writeRunLog(run.id(), new TreeMap<>(Map.of("started", "2026-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(out.resolve("run-logs").resolve(run.id().value()).resolve("run-log.json"))
                .content()
                .contains("2026-01-01");
        assertThat(SmallRun.at(out).isIntact(generation)).isTrue();
    }

    @Test
    void aGapInTheGenerationsIsNotReadOver() throws IOException {
        new SmallRun(1).publish(SmallRun.at(out), "a");
        Files.move(out.resolve("generations/000001.json"), out.resolve("generations/000002.json"));
        assertThat(code(() -> SmallRun.at(out).generations())).isEqualTo(ProblemCode.LAW_BROKEN);
    }

    @Test
    void aFileSystemThatCannotPublishAtomicallyIsRefusedByName() {
        assertThatThrownBy(() ->
                        Publication.at(new org.apache.hadoop.fs.Path("http://example.org/out"), new Configuration()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("UNSUPPORTED_FILE_SYSTEM")
                .hasMessageContaining("http");
    }
}
