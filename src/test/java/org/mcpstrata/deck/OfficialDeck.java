package org.mcpstrata.deck;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.mcpstrata.SharedFolder;

/**
 * The official cases of one measure and edition, read in place: what each case expects of each population, and which
 * expectations the pipeline does not meet on purpose.
 *
 * @param year the measurement period of the edition
 * @param cases how many cases there are, so that a deck that was only half read is noticed
 */
public record OfficialDeck(String measure, String edition, int year, int cases) {
    private static final String CODED_YES =
            "expects poor control from a coded Yes in place of a result; the authors' engines disagree";
    private static final String HOSPICE =
            "names hospice care by a code that was a service until the release of 2023 and is an encounter since";
    private static final String ADVANCED_ILLNESS =
            "draft: still asks for visits with an advanced illness, which the rules of 2025 no longer do";
    private static final String SIGMOIDOSCOPY =
            "draft: names a history of sigmoidoscopy, which the releases since 2024 no longer count as one";
    private static final String AGE =
            "draft: takes the age on the first day of the period, the published text that on the last";

    /**
     * Cases that are not met, by id, with the reason. A case that comes right or goes wrong unannounced fails. The drafts of
     * CMS122, CMS130 and CMS165 are held against the rules of 2025 here, and against those of 2024 beside the evaluator.
     */
    private static final Map<String, String> DISPUTED = Map.ofEntries(
            Map.entry("CMS122 cms2024 6630d394-c81d-42f5-a218-40b73a2a4949", CODED_YES),
            Map.entry("CMS122 cms2024 8956ebb5-d3c0-4112-a34a-200961713efd", CODED_YES),
            Map.entry(
                    "CMS165 cms2024 45e01fed-56bb-483d-a860-af3d566bda11",
                    "expects a dementia medication named by reference not to be found; the authors corrected that for 2026"),
            Map.entry("CMS159 qicore4-mp2025 9b4f7024-eb2e-4896-90e7-13638aefbe92", HOSPICE),
            Map.entry("CMS159 qicore4-mp2025 b263321d-43c1-42bd-909c-e93ab2e0cf03", HOSPICE),
            Map.entry("CMS122 qicore4-mp2025 0ffa64bf-29c7-478b-aaaf-9cb19bb6245e", ADVANCED_ILLNESS),
            Map.entry("CMS122 qicore4-mp2025 79915431-9035-4e4c-811a-bcc9b927d15b", ADVANCED_ILLNESS),
            Map.entry("CMS122 qicore4-mp2025 6b6a5f96-c2a8-43f1-a353-7b5700ecb031", HOSPICE),
            Map.entry("CMS122 qicore4-mp2025 7d01a597-c0da-4bff-9bdd-f3516021db34", HOSPICE),
            Map.entry("CMS122 qicore4-mp2025 8956ebb5-d3c0-4112-a34a-200961713efd", CODED_YES),
            Map.entry("CMS122 qicore4-mp2025 ad9a8d0c-7d40-49ee-9088-6676f5916c1f", AGE),
            Map.entry("CMS130 qicore4-mp2025 e904e28b-ec42-4ca5-8dab-f1cf72f705e6", SIGMOIDOSCOPY),
            Map.entry("CMS130 qicore4-mp2025 f0dae4e3-d82d-422f-883c-4e5238c14a54", SIGMOIDOSCOPY),
            Map.entry("CMS165 qicore4-mp2025 5a16f2d5-51f6-4402-8c3d-6449ea92080e", ADVANCED_ILLNESS),
            Map.entry("CMS165 qicore4-mp2025 d5429113-823d-4bae-8465-08e2b43c3516", ADVANCED_ILLNESS),
            Map.entry("CMS165 qicore4-mp2025 0e867903-400d-4d71-a7fd-dc9b96d94a17", HOSPICE));

    /** The cases that are not met on purpose, as {@code measure edition patient}, with the reason of each. */
    public static SortedMap<String, String> disputedCases() {
        return new TreeMap<>(DISPUTED);
    }

    /** Where the cases are; a test that needs them is skipped where they are not. */
    public Path folder() {
        return SharedFolder.require("testdecks/" + measure + "/" + edition);
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

    /** The patients of this edition whose cases are not met on purpose. */
    public Set<String> disputed() {
        String prefix = measure + " " + edition + " ";
        Set<String> patients = new TreeSet<>();
        DISPUTED.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> patients.add(key.substring(prefix.length())));
        return patients;
    }
}
