package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.BrokenEnvelopes;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.problem.ProblemCode;

/**
 * Promise 20: names that lead elsewhere or hide, things that are no files, bombs and archives in archives. That a run says
 * the same of each: {@code BrokenDropsTest}.
 */
class HostileNamesAndArchivesAreRefusedTest {
    private static final Set<String> NO_FILES =
            Set.of("link", "pipe", "unlisted-pipe", "manifest-is-a-pipe", "unlisted-hidden-file", "unlisted-folder");
    private static final long BOMB = 1L << 30;

    @TempDir
    private Path folder;

    static List<BrokenDrop> hostile() {
        List<BrokenDrop> all = new ArrayList<>(BrokenEnvelopes.names());
        all.addAll(BrokenEnvelopes.archives());
        BrokenEnvelopes.fileLists().stream()
                .filter(broken -> NO_FILES.contains(broken.name()))
                .forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void eachIsRefusedByItsCode(BrokenDrop broken) {
        broken.requireTold(broken.check(folder));
    }

    @Test
    void everyKindOfThingThatIsNoFileIsAmongThem() {
        assertThat(hostile()).extracting(BrokenDrop::name).containsAll(NO_FILES).hasSizeGreaterThan(30);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aGigabyteInOneMegabyteIsNotUnpacked() {
        byte[] bomb = zeros(BOMB);
        BrokenDrop broken = BrokenDrop.rejected(
                "bomb",
                ProblemCode.ARCHIVE_REFUSED,
                "a.csv.gz",
                draft -> draft.file("a.csv.gz", "attribution", "canonical-csv", bomb, 3));
        long start = System.nanoTime();

        broken.requireTold(broken.check(folder));

        assertThat(bomb.length).isLessThan((int) (BOMB / 200));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(60);
    }

    @Test
    void aLinkThatLeadsOutOfTheLandingFolderShowsNothingOfWhereItLeads() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), BrokenDrop.attributions(3));
        DropDraft draft = BrokenDrop.sound(new DropDraft(folder.resolve("landing"), "payer", "d1"));
        Path file = draft.folder().resolve("a.csv");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);
        BrokenDrop broken = BrokenDrop.rejected("payer", ProblemCode.FILE_NOT_REGULAR, "a.csv", ignored -> draft);

        DropOutcome outcome = broken.check(folder.resolve("landing"));

        broken.requireTold(outcome);
        assertThat(outcome.problems().toString()).doesNotContain("secret");
    }

    private static byte[] zeros(long length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
            byte[] megabyte = new byte[1 << 20];
            for (long written = 0; written < length; written += megabyte.length) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
