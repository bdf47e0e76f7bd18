package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenedPeopleTest {
    private static final long SEED = 11;

    @TempDir
    Path folder;

    @Test
    void morePeopleChangeNothingAboutTheFirst() throws IOException {
        ScreenedPeople.write(20, SEED, folder.resolve("few"));
        ScreenedPeople.write(30, SEED, folder.resolve("more"));

        List<String> few = observations(folder.resolve("few"));
        assertThat(few).hasSizeGreaterThan(20);
        assertThat(observations(folder.resolve("more")).subList(0, few.size())).isEqualTo(few);
    }

    /** By hand: adds {@code -Dmcp.screened} people to the landing folder {@code -Dmcp.landing}. */
    @Test
    void writtenByHandBesideGeneratedPeople() throws IOException {
        String landing = System.getProperty("mcp.landing");
        assumeTrue(landing != null, "no landing folder is named: -Dmcp.screened=N -Dmcp.landing=DIR");

        ScreenedPeople.write(Integer.getInteger("mcp.screened"), SEED, Path.of(landing));

        assertThat(Path.of(landing, ScreenedPeople.PAYER)).isDirectory();
    }

    private static List<String> observations(Path landing) throws IOException {
        try (Stream<Path> found = Files.walk(landing)) {
            Path file = found.filter(path -> path.endsWith("observation.csv"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(file);
        }
    }
}
