package org.mcpstrata.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The official cases of one measure and edition, read in place: what each case expects of each population, and which
 * expectations the pipeline does not meet on purpose.
 *
 * @param year the measurement period of the edition
 * @param cases how many cases there are, so that a deck that was only half read is noticed
 */
public record OfficialDeck(String measure, String edition, int year, int cases) {
    /** Cases that are not met, by id, with the reason. A case that comes right or goes wrong unannounced fails. */
    private static final Map<String, String> DISPUTED = Map.of(
            "CMS122 cms2024 6630d394-c81d-42f5-a218-40b73a2a4949",
            "expects poor control from a coded Yes in place of a result; the authors' engines disagree (measures.md 17.17)",
            "CMS122 cms2024 8956ebb5-d3c0-4112-a34a-200961713efd",
            "expects poor control from a coded Yes in place of a result; the authors' engines disagree (measures.md 17.17)",
            "CMS165 cms2024 45e01fed-56bb-483d-a860-af3d566bda11",
            "expects a dementia medication named by reference not to be found; the authors corrected that for 2026",
            "CMS159 qicore4-mp2025 9b4f7024-eb2e-4896-90e7-13638aefbe92",
            "names hospice care by a code that was a service until the release of 2023 and is an encounter since",
            "CMS159 qicore4-mp2025 b263321d-43c1-42bd-909c-e93ab2e0cf03",
            "names hospice care by a code that was a service until the release of 2023 and is an encounter since");

    /** The folder of third-party material beside the project. */
    public static Path shared() {
        return Path.of(System.getProperty("mcp.shared", "../shared"));
    }

    /** Where the cases are; a test that needs them is skipped where they are not. */
    public Path folder() {
        Path deck = shared().resolve("testdecks").resolve(measure).resolve(edition);
        assumeTrue(Files.isDirectory(deck), "skipped: no official decks at <mcp.shared>/testdecks");
        return deck;
    }

    /** The file of one case. */
    public Path bundle(String patient) {
        return folder().resolve("cases").resolve(patient + ".json");
    }

    /** Expected counts by patient and population; the first four columns hold no quoted text. */
    private SortedMap<String, SortedMap<String, Integer>> expected() throws IOException {
        SortedMap<String, SortedMap<String, Integer>> byPatient = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder().resolve("expected.csv"), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", 4);
            byPatient
                    .computeIfAbsent(fields[0], patient -> new TreeMap<>())
                    .put(fields[1], Integer.parseInt(fields[2]));
        }
        return byPatient;
    }

    /**
     * Compares every population of every case; exactly the disputed cases may differ.
     *
     * @param found the effective populations of a patient, by their FHIR names; nothing is in a population that is missing
     */
    public void compare(Function<String, Set<String>> found) throws IOException {
        Set<String> missed = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        SortedMap<String, Integer> matches = new TreeMap<>();
        SortedMap<String, SortedMap<String, Integer>> expected = expected();
        expected.forEach((patient, populations) -> {
            Set<String> holding = found.apply(patient);
            populations.forEach((population, count) -> {
                if (holding.contains(population) == (count > 0)) {
                    matches.merge(population, 1, Integer::sum);
                } else {
                    missed.add(patient);
                    differences.add(patient + " " + population + " expected " + count);
                }
            });
        });
        assertThat(expected).hasSize(cases);
        assertThat(missed).as("%s, matches %s", differences, matches).isEqualTo(disputed());
    }

    private Set<String> disputed() {
        String prefix = measure + " " + edition + " ";
        Set<String> patients = new TreeSet<>();
        DISPUTED.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> patients.add(key.substring(prefix.length())));
        return patients;
    }
}
