package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problems;

/** A workbook from somewhere must not take the memory of the machine. */
class WorkbookGuardTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private Path workbook;

    @BeforeEach
    void writeWorkbook() throws IOException {
        workbook = Downloads.ofOneValueSet(folder.resolve("one.xlsx"), List.of(Downloads.code("99213", "CPT", "")));
    }

    @Test
    void anOrdinaryWorkbookPasses() throws IOException {
        assertThat(WorkbookGuard.refusal(workbook)).isEmpty();
    }

    @Test
    void aSmallFileThatUnpacksToALargeOneIsRefusedWhateverSizeItStates() throws IOException {
        Path bomb = changed(sheet -> sheet, true);
        assertThat(Files.size(bomb)).isLessThan(MEGABYTE);

        assertThat(WorkbookGuard.refusal(bomb, 4L * MEGABYTE)).contains("Unpacked it is larger than 4 MB.");
        assertThat(WorkbookGuard.refusal(bomb, 16L * MEGABYTE)).isEmpty();
    }

    @Test
    void aCellBeyondTheLastColumnIsRefusedBeforeAnyMemoryIsTakenForIt() throws IOException {
        Path far = changed(sheet -> sheet.replaceFirst("r=\"A1\"", "r=\"ZZZZZZ1\""), false);
        Problems problems = new Problems();

        assertThat(ExpansionXlsx.read(far, "far.xlsx", id -> true, problems)).isEmpty();
        assertThat(problems.list()).singleElement().satisfies(problem -> assertThat(problem.detail())
                .contains("beyond the last column"));
    }

    /** The workbook with its sheets changed, and on demand with eight megabytes of nothing in a part of its own. */
    private Path changed(UnaryOperator<String> change, boolean bloated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(from.entries())) {
                try (InputStream in = from.getInputStream(part)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    String written = part.getName().contains("sheet") ? change.apply(text) : text;
                    put(to, part.getName(), written.getBytes(StandardCharsets.UTF_8));
                }
            }
            if (bloated) {
                put(to, "xl/media/image1.png", new byte[8 * MEGABYTE]);
            }
        }
        return Files.write(folder.resolve("changed.xlsx"), bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ((OutputStream) zip).write(content);
        zip.closeEntry();
    }
}
