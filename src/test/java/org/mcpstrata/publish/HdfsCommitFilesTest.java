package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls made on HDFS, on Hadoop's local implementation of the same interface: what they refuse, not atomicity. */
class HdfsCommitFilesTest {
    @TempDir
    java.nio.file.Path folder;

    private HdfsCommitFiles files;
    private Path root;

    @BeforeEach
    void open() throws IOException {
        files = new HdfsCommitFiles(FileContext.getLocalFSFileContext(new Configuration()));
        root = new Path(folder.toUri());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        try (InputStream in = files.open(new Path(root, name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFolderIsNeverMovedIntoAnExistingOne() throws IOException {
        files.write(new Path(root, "staging/a"), bytes("new"));
        files.write(new Path(root, "run/a"), bytes("old"));
        assertThatThrownBy(() -> files.moveFolder(new Path(root, "staging"), new Path(root, "run")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(files.tree(new Path(root, "run"))).containsOnlyKeys("a");
        assertThat(read("run/a")).isEqualTo("old");
        files.moveFolder(new Path(root, "staging"), new Path(root, "other"));
        assertThat(read("other/a")).isEqualTo("new");
    }

    @Test
    void theSecondToCreateLosesAndChangesNothing() throws IOException {
        files.write(new Path(root, "one"), bytes("1"));
        files.write(new Path(root, "two"), bytes("2"));
        files.createIfAbsent(new Path(root, "one"), new Path(root, "generations/000001.json"));
        assertThatThrownBy(() -> files.createIfAbsent(new Path(root, "two"), new Path(root, "generations/000001.json")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(read("generations/000001.json")).isEqualTo("1");
        assertThat(files.names(new Path(root, "generations"))).containsExactly("000001.json");
    }

    @Test
    void writingNeverOverwritesAndReplacingDoes() throws IOException {
        files.write(new Path(root, "CURRENT"), bytes("a"));
        assertThatThrownBy(() -> files.write(new Path(root, "CURRENT"), bytes("b")))
                .isInstanceOf(FileAlreadyExistsException.class);
        files.write(new Path(root, "next"), bytes("b"));
        files.replace(new Path(root, "next"), new Path(root, "CURRENT"));
        assertThat(read("CURRENT")).isEqualTo("b");
    }

    @Test
    void aMarkIsClaimedOnceAndGoneWhenGivenBack() throws IOException {
        Path mark = new Path(root, "x.mark");
        try (Closeable held = files.claim(mark).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(files.claim(mark)).isEmpty();
        }
        assertThat(files.names(root)).doesNotContain("x.mark");
        assertThat(files.claim(mark)).isPresent();
    }

    @Test
    void whatIsNotThereIsEmptyAndDeletedWithoutComplaint() throws IOException {
        assertThat(files.names(new Path(root, "absent"))).isEmpty();
        files.delete(new Path(root, "absent"));
    }
}
