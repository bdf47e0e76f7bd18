package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.lint.Lint;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** A folder with one measure of its own beside the complete one. */
class LocalMeasuresTest {
    private static final String WRITTEN = """
              Visits:
                members:
                  - CPT: [99211-99213]
                not members:
                  - CPT: [99212]
            """;

    @TempDir
    private Path base;

    @TempDir
    private Path local;

    @BeforeEach
    void writeFolders() throws IOException {
        new MeasureFolder(base);
        writeLocal(MeasureFolder.measure().replace("measure: TEST", "measure: OWN"));
    }

    private void writeLocal(String text) throws IOException {
        Files.writeString(local.resolve("own.yaml"), text);
    }

    private MeasureSet load() {
        return MeasureLoader.load(new MeasureFolders(base, Optional.of(local)), 2025, Optional.empty());
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemException.class, this::load).problems();
    }

    @Test
    void aLocalMeasureStandsBesideTheOthersAndUsesTheirLibraries() {
        assertThat(load().measures()).containsOnlyKeys("OWN", "TEST");
        assertThat(Lint.check(new MeasureFolders(base, Optional.of(local)))).isEmpty();
    }

    @Test
    void theSameIdAndYearTwiceIsRefusedAndNamesTheLocalFile() throws IOException {
        writeLocal(MeasureFolder.measure());

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DEFINITION_INVALID);
            assertThat(problem.place().source()).isEqualTo(local.getFileName() + "/own.yaml");
            assertThat(problem.detail()).contains("same measure and year");
        });
    }

    @Test
    void aLocalFolderWithoutAMeasureOfTheYearIsRefused() throws IOException {
        writeLocal(MeasureFolder.measure().replace("{ from: 2025, to: 2025 }", "{ from: 2024, to: 2024 }"));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.NO_MEASURE_FOR_YEAR);
            assertThat(problem.place().source()).isEqualTo("local measures");
        });
    }

    @Test
    void theSameIdInAnotherYearIsNoConflict() throws IOException {
        Files.writeString(
                local.resolve("other-year.yaml"),
                MeasureFolder.measure().replace("{ from: 2025, to: 2025 }", "{ from: 2024, to: 2024 }"));

        assertThat(load().measures()).containsOnlyKeys("OWN", "TEST");
    }

    @Test
    void aValueSetWrittenIntoTheMeasureNeedsNoFile() throws IOException {
        writeLocal(MeasureFolder.measure()
                .replace("measure: TEST", "measure: OWN")
                .replace("  Visits: 1.1\n", WRITTEN.replaceAll("(?s) {4}not members.*", "")));

        assertThat(load().valueSets().byId("OWN: Visits")).get().satisfies(set -> assertThat(set.members())
                .hasSize(3));
    }

    @Test
    void aMistakeInAWrittenValueSetIsAProblemOfTheMeasuresFile() throws IOException {
        writeLocal(MeasureFolder.measure()
                .replace("measure: TEST", "measure: OWN")
                .replace("  Visits: 1.1\n", WRITTEN.replace("CPT: [99211-99213]", "CTP: [99211]")));

        assertThat(problems()).first().satisfies(problem -> {
            assertThat(problem.place().source()).isEqualTo(local.getFileName() + "/own.yaml");
            assertThat(problem.detail()).contains("'CTP' is not a code system");
        });
    }

    @Test
    void aWrittenValueSetWithTheOidOfAShippedOneIsRefused() throws IOException {
        writeLocal(MeasureFolder.measure()
                .replace("measure: TEST", "measure: OWN")
                .replace("  Visits: 1.1\n", "  Visits:\n    oid: 1.1\n    members:\n      - CPT: [99211]\n"));

        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).contains("the same oid"));
    }

    @Test
    void theShippedExampleSatisfiesTheLinter() {
        MeasureFolders folders =
                new MeasureFolders(Path.of("measures"), Optional.of(Path.of("sample-data/local-measures")));

        assertThat(Lint.check(folders)).isEmpty();
    }

    @Test
    void aFolderBehindALinkIsLookedIntoAsIfItWereNamedItself() throws IOException {
        Path link = Files.createSymbolicLink(base.resolveSibling(base.getFileName() + "-link"), local);
        MeasureFolders linked = new MeasureFolders(base, Optional.of(link));
        try {
            assertThat(MeasureLoader.load(linked, 2025, Optional.empty()).measures())
                    .containsOnlyKeys("OWN", "TEST");

            writeLocal("measure: [");
            assertThat(Lint.check(linked)).isNotEmpty();
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void aLinkThatLeadsBackIsAProblemOfTheFolderAndNoDefectOfTheProgram() throws IOException {
        Files.createSymbolicLink(local.resolve("again"), Path.of("."));

        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.detail()).isEqualTo("The folder cannot be read."));
    }

    @Test
    void whatNoDigestCountsIsNotReadEither() throws IOException {
        Files.createDirectories(local.resolve(".github/workflows"));
        Files.writeString(local.resolve(".github/workflows/checks.yaml"), "on: push\n");
        Files.writeString(
                local.resolve(".own.yaml"), MeasureFolder.measure().replace("measure: TEST", "measure: HIDDEN"));
        Files.createDirectory(local.resolve("value-sets"));
        Files.writeString(local.resolve("value-sets/.more.yaml"), "no value set\n");

        assertThat(load().measures()).containsOnlyKeys("OWN", "TEST");
        assertThat(Lint.check(new MeasureFolders(base, Optional.of(local)))).isEmpty();
    }

    @Test
    void aFileBehindALinkThatLeadsNowhereIsNotPassedOver() throws IOException {
        Files.createSymbolicLink(local.resolve("gone.yaml"), Path.of("elsewhere.yaml"));

        assertThat(problems())
                .extracting(problem -> problem.place().source())
                .containsExactly(local.getFileName() + "/gone.yaml");
    }
}
