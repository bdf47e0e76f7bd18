package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueSetsCommandTest {
    private static final String HEADER = "value_set_oid,value_set_name,code_system,code,display\n";

    @TempDir
    private Path folder;

    private String csv(String name, String row) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + row).toString();
    }

    @Test
    void theExitCodeTellsEqualFromDifferentFromUnreadable() throws IOException {
        String a = csv("a.csv", "1.1,Visit,CPT,99213,\n");
        String b = csv("b.csv", "1.1,Visit,CPT,99214,\n");

        assertThat(Main.execute("valuesets", "diff", a, a)).isZero();
        assertThat(Main.execute("valuesets", "diff", a, b)).isEqualTo(1);
        assertThat(Main.execute("valuesets", "diff", a, folder.resolve("absent").toString()))
                .isEqualTo(2);
    }

    @Test
    void anImportWritesItsFolderOrNothing() throws IOException {
        String right = csv("right.csv", "1.1,Visit,CPT,99213,\n");
        String wrong = csv("wrong.csv", "1.1,Visit,CPT,99,\n");
        Path out = folder.resolve("out");

        assertThat(Main.execute("valuesets", "import", wrong, "--out", out.toString()))
                .isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(Main.execute("valuesets", "import", right, "--out", out.toString()))
                .isZero();
        assertThat(out.resolve("visit__1.1.csv")).exists();
    }
}
