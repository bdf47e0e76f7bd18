package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpstrata.ingest.DropDraft.bytes;
import static org.mcpstrata.ingest.DropDraft.gzip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;
import org.mcpstrata.store.TableWriter;

/** A delivered file that is another one, or none, between two looks at it; all of it with files of this machine. */
class ADeliveryThatChangesWhileItIsReadIsNoDefectTest {
    private static final Place DROP = Place.of("p/d");

    @TempDir
    private Path folder;

    private final FileStore store = new FileStore(new Configuration());

    private ManifestFile listed(String name, FileFormat format, Compression compression) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve(name));
        String type = format == FileFormat.CCLF ? "cclf-archive" : "attribution";
        return new ManifestFile(
                name,
                type,
                format,
                "",
                compression,
                Encoding.UTF_8,
                content.length,
                DropDraft.sha256(content),
                3,
                null);
    }

    private FileSurvey survey(ManifestFile file) throws IOException {
        return FileSurvey.of(store, hadoop(file.name()), file, DROP);
    }

    private org.apache.hadoop.fs.Path hadoop(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }

    /** Surveys the file, lets something happen to it and reads its records. */
    private void read(ManifestFile file, ThrowableAssert.ThrowingCallable meanwhile) throws Throwable {
        FileSurvey survey = survey(file);
        assertThat(survey.problems()).isEmpty();
        Problems problems = new Problems();
        RecordPlan plan = Readers.plan(
                        survey.sections().get(0),
                        file,
                        new DropFacts(LineOfBusiness.NONE, LocalDate.EPOCH),
                        survey.amounts(),
                        ApcdTerms.COMMON,
                        DROP,
                        problems)
                .orElseThrow();
        ReadingPlan shared = SplitTaskTest.ofOneFile(file, plan);
        Split split = ReadingPlan.splits(List.of(
                        new ReadingPlan.Source(0, plan, hadoop(file.name()).toString())))
                .get(0);
        meanwhile.call();
        new SplitTask(shared, split, store, new SplitKeys(1), new NoFiles()).run();
    }

    private void requireTold(ManifestFile file, ProblemCode code, ThrowableAssert.ThrowingCallable meanwhile) {
        assertThatThrownBy(() -> read(file, meanwhile)).isInstanceOfSatisfying(UnreadableDelivery.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().place()).isEqualTo(DROP.inFile(file.name()));
            assertThat(thrown.problem().toString()).doesNotContain(folder.toString());
        });
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void becomesAFolder(String name) throws IOException {
        Files.delete(file(name));
        Files.createDirectory(file(name));
    }

    private ManifestFile csv() throws IOException {
        Files.write(file("a.csv"), bytes(BrokenDrop.attributions(3)));
        return listed("a.csv", FileFormat.CANONICAL_CSV, Compression.NONE);
    }

    private ManifestFile gzipped() throws IOException {
        Files.write(file("a.csv.gz"), gzip(bytes(BrokenDrop.attributions(3))));
        return listed("a.csv.gz", FileFormat.CANONICAL_CSV, Compression.GZIP);
    }

    private ManifestFile archive() throws IOException {
        Files.write(file("a.zip"), BrokenDrop.zip(BrokenEnvelopes.MEMBER, bytes("1\n2\n3\n")));
        return listed("a.zip", FileFormat.CCLF, Compression.ZIP);
    }

    private ManifestFile parquet() throws IOException {
        try (TableWriter rows =
                TableWriter.create(hadoop("a.parquet"), Table.ATTRIBUTION.schema(), new Configuration())) {
            for (int i = 0; i < 3; i++) {
                rows.write(Table.ATTRIBUTION.schema().columns().stream()
                        .map(column -> value(column.name()))
                        .toArray());
            }
        }
        return listed("a.parquet", FileFormat.CANONICAL_PARQUET, Compression.NONE);
    }

    private static Object value(String column) {
        return switch (column) {
            case "source_row" -> 1L;
            case "track" -> 1;
            case "start_date", "end_date" -> LocalDate.of(2025, 1, 1);
            default -> "x";
        };
    }

    private void damage(String name) throws IOException {
        byte[] content = Files.readAllBytes(file(name));
        Arrays.fill(content, 4, content.length / 2, (byte) 0xff);
        Files.write(file(name), content);
    }

    @Test
    void aFileThatIsGoneOrAFolderBeforeItsDigest() throws IOException {
        ManifestFile file = csv();
        becomesAFolder("a.csv");
        assertThat(survey(file).problems())
                .containsExactly(
                        new Problem(ProblemCode.FILE_UNREADABLE, DROP.inFile("a.csv"), "The file system failed."));

        Files.delete(file("a.csv"));
        assertThat(survey(file).problems())
                .containsExactly(
                        new Problem(ProblemCode.FILE_MISSING, DROP.inFile("a.csv"), "It was there a moment before."));
    }

    @Test
    void aFileThatIsGoneOrAFolderBeforeItsRecordsAreRead() throws IOException {
        for (ManifestFile file : List.of(csv(), gzipped(), archive(), parquet())) {
            requireTold(file, ProblemCode.FILE_UNREADABLE, () -> becomesAFolder(file.name()));
            Files.delete(file(file.name()));
        }
        for (ManifestFile file : List.of(csv(), gzipped(), archive(), parquet())) {
            requireTold(file, ProblemCode.FILE_MISSING, () -> Files.delete(file(file.name())));
        }
    }

    @Test
    void anArchiveThatBreaksAfterItsDigest() throws IOException {
        for (ManifestFile file : List.of(gzipped(), archive(), parquet())) {
            requireTold(file, ProblemCode.SIZE_OR_DIGEST_MISMATCH, () -> damage(file.name()));
        }
    }

    @Test
    void anArchiveWithoutTheMemberThatWasInIt() throws IOException {
        ManifestFile file = archive();
        requireTold(
                file,
                ProblemCode.SIZE_OR_DIGEST_MISMATCH,
                () -> Files.write(
                        file("a.zip"),
                        BrokenDrop.zip(BrokenEnvelopes.MEMBER.replace("ZC9", "ZC8"), bytes("1\n2\n3\n"))));
    }
}
