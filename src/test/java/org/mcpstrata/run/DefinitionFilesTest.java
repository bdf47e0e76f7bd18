package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.problem.ProblemException;

class DefinitionFilesTest {
    private static final DefinitionFiles SHIPPED = files(Optional.empty());

    @TempDir
    private Path folder;

    private static DefinitionFiles files(Optional<Path> program) {
        return new DefinitionFiles(
                new MeasureFolders(Path.of("measures"), Optional.empty()), program, Optional.empty());
    }

    @Test
    void aYearIsMeasuredByItsOwnProgramWithoutNamingTheFile() {
        assertThat(SHIPPED.program(2024).id()).isEqualTo("mcp-2024");
        assertThat(SHIPPED.program(2025).id()).isEqualTo("mcp-2025");
        assertThat(SHIPPED.program(2026).id()).isEqualTo("mcp-2026");
        assertThat(SHIPPED.digests(2024).get("program"))
                .isNotEqualTo(SHIPPED.digests(2025).get("program"));
    }

    @Test
    void aYearOfNoProgramIsRefusedAndNotMeasuredByTheRulesOfAnother() {
        assertThatThrownBy(() -> SHIPPED.program(2023)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> files(Optional.of(Path.of("measures/programs/mcp-2024.yaml")))
                        .program(2025))
                .isInstanceOf(ProblemException.class);
    }

    private String local() {
        return new DefinitionFiles(
                        new MeasureFolders(Path.of("measures"), Optional.of(folder.resolve("local"))),
                        Optional.empty(),
                        Optional.empty())
                .digests(2025)
                .get("local measures");
    }

    private static String expansions(Path given) {
        return new DefinitionFiles(
                        new MeasureFolders(Path.of("measures"), Optional.empty()), Optional.empty(), Optional.of(given))
                .digests(2025)
                .get("value sets");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aLinkThatIsTurnedToOtherExpansionsIsAnotherInput() throws IOException {
        write("v1/a.csv", "1");
        write("v2/a.csv", "2");
        Path link = Files.createSymbolicLink(folder.resolve("current"), Path.of("v1"));
        String first = expansions(link);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("v2"));

        assertThat(first).isEqualTo(expansions(folder.resolve("v1")));
        assertThat(expansions(link)).isEqualTo(expansions(folder.resolve("v2"))).isNotEqualTo(first);
    }

    @Test
    void whatLiesBehindALinkInAMeasuresFolderIsPartOfIt() throws IOException {
        write("local/own.yaml", "measure: OWN\n");
        write("elsewhere/visits.yaml", "1");
        Files.createSymbolicLink(folder.resolve("local/value-sets"), Path.of("../elsewhere"));
        String first = local();
        write("elsewhere/visits.yaml", "2");

        assertThat(local()).isNotEqualTo(first);
    }

    @Test
    void aFolderWithoutAnyFileHasNoDigestThatAnotherHasToo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> expansions(empty))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--value-sets");
    }

    @Test
    void aLinkThatLeadsBackIsToldAndNotFollowedForEver() throws IOException {
        write("local/own.yaml", "measure: OWN\n");
        Files.createSymbolicLink(folder.resolve("local/again"), Path.of("."));

        assertThatThrownBy(this::local).isInstanceOf(ProblemException.class).hasMessageContaining("--measures");
    }

    @Test
    void whatVersionControlEditorsAndDesktopsLeaveIsNoOtherDefinition() throws IOException {
        write("local/own.yaml", "measure: OWN\n");
        String before = local();
        write("local/.git/FETCH_HEAD", "1");
        write("local/.own.yaml.swp", "2");
        write("local/value-sets/.DS_Store", "3");

        assertThat(local()).isEqualTo(before);

        write("local/value-sets/visits.yaml", "4");
        assertThat(local()).isNotEqualTo(before);
    }
}
