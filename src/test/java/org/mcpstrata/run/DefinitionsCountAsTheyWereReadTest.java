package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.Drops;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.time.MeasurementPeriod;

/** Hours lie between reading the definitions and naming the run: its id tells of what was read, whatever lies there by then. */
class DefinitionsCountAsTheyWereReadTest {
    private static final IngestResult NOTHING = new IngestResult(
            new Drops(List.of()),
            List.of(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            List.of(),
            0,
            0,
            new TreeMap<>(),
            Map.of());

    @TempDir
    private Path folder;

    private Path measures;

    @BeforeEach
    void bringDefinitions() throws IOException {
        measures = folder.resolve("measures");
        FileUtils.copyDirectory(Path.of("measures").toFile(), measures.toFile());
        Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profile(), "payer: alpha\n");
        Files.createDirectories(folder.resolve("geography"));
        bringPlaces("87301,4,2010\n");
    }

    private void bringPlaces(String lines) throws IOException {
        Files.writeString(folder.resolve("geography/ruca_zip.csv"), "zip,ruca_primary,vintage\n" + lines);
    }

    private Path profile() {
        return folder.resolve("profiles/alpha.yaml");
    }

    private RunOptions.Builder options() {
        return RunOptions.of("landing", "out", new MeasurementPeriod(2025), measures)
                .payerProfiles(Optional.of(folder.resolve("profiles")))
                .geography(Optional.of(folder.resolve("geography")));
    }

    private static void remark(Path file) throws IOException {
        Files.writeString(file, Files.readString(file) + "# changed\n");
    }

    @Test
    void aFileThatIsChangedDuringIntakeIsNotWhatTheRunWasMadeWith() throws IOException {
        RunOptions options = options().build();
        Definitions read = Definitions.load(options);
        SortedMap<String, String> inputs = RunInputs.of(options, read, NOTHING);

        remark(measures.resolve("cms122.yaml"));
        remark(profile());
        bringPlaces("87301,5,2010\n");

        assertThat(RunInputs.of(options, read, NOTHING)).isEqualTo(inputs);
        assertThat(RunInputs.of(options, Definitions.load(options), NOTHING))
                .hasEntrySatisfying("measures", now -> assertThat(now).isNotEqualTo(inputs.get("measures")))
                .hasEntrySatisfying("payer profiles", now -> assertThat(now).isNotEqualTo(inputs.get("payer profiles")))
                .hasEntrySatisfying("geography", now -> assertThat(now).isNotEqualTo(inputs.get("geography")));
    }

    /** The linkage key is read behind the measures, here from a pipe that says when. */
    @Test
    void aFileThatIsChangedWhileItIsReadIsRefused() throws Exception {
        Path key = folder.resolve("key");
        assertThat(new ProcessBuilder("mkfifo", key.toString()).start().waitFor())
                .isZero();
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            try (var pipe = Files.newOutputStream(key)) {
                remark(measures.resolve("cms122.yaml"));
                pipe.write("sixteen bytes are enough".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        RunOptions options = options().linkageKey(Optional.of(key)).build();

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Definitions.load(options));

        meanwhile.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(refused.problems()).singleElement().satisfies((Problem problem) -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DEFINITIONS_CHANGED);
            assertThat(problem.place().toString()).contains("--measures");
        });
    }

    @Test
    void aFileThatIsMissingIsToldByItsName() throws IOException {
        Files.delete(measures.resolve("quality-rules.yaml"));

        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> Definitions.load(options().build()))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().toString()).contains("quality-rules.yaml"));
    }
}
