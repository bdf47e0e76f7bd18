package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AFileThatAKilledRunLeftIsWrittenOverTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftBesideTheWholeFile() throws IOException {
        Files.writeString(folder.resolve(".report.json.staged"), "half of an old rep");

        new FileStore(new Configuration())
                .write(
                        new org.apache.hadoop.fs.Path(
                                folder.resolve("report.json").toUri()),
                        DropDraft.bytes("new"));

        assertThat(Intake.files(folder)).containsExactly("report.json");
        assertThat(folder.resolve("report.json")).hasContent("new");
    }
}
