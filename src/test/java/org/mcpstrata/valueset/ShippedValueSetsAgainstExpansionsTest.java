package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Problems;

/**
 * Compares every shipped set with the full expansion of its OID, in both directions, over all codes that any expansion
 * holds. The expansions are of the release for measurement year 2026.
 */
class ShippedValueSetsAgainstExpansionsTest {
    private static final Set<CodeSystem> COMPARED =
            EnumSet.of(CodeSystem.ICD10CM, CodeSystem.ICD10PCS, CodeSystem.CPT, CodeSystem.HCPCS, CodeSystem.LOINC);
    private static final Path SHIPPED = Path.of("measures/value-sets");

    /** Headings that were codes of their own in earlier years; everything beneath them is in the set. */
    private static final Map<String, Set<String>> KNOWN_DIFFERENCES = Map.of(
            "Advanced Illness", Set.of("+ICD10CM|F01.51", "+ICD10CM|F02.81", "+ICD10CM|F03.91", "+ICD10CM|K74.0"));

    private static Path folder;
    private static SortedMap<String, Expansion> expansions;
    private static Set<Coding> everyCode;

    @BeforeEach
    void readExpansionsOnce() throws IOException {
        folder = SharedFolder.require("valuesets");
        if (expansions != null) {
            return;
        }
        expansions = read(folder);
        everyCode = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path subfolder : all.filter(Files::isDirectory).toList()) {
                read(subfolder).values().forEach(expansion -> expansion.members().stream()
                        .filter(member -> COMPARED.contains(member.system()))
                        .forEach(everyCode::add));
            }
        }
    }

    private static SortedMap<String, Expansion> read(Path from) throws IOException {
        SortedMap<String, Expansion> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("MANIFEST.csv"))
                    .sorted()
                    .toList()) {
                // Some side folders hold several files of one set, or codes with modifiers; here only the codes matter.
                ExpansionCsv.read(file, file.getFileName().toString(), new Problems())
                        .forEach(expansion -> found.put(file.getFileName() + " " + expansion.id(), expansion));
            }
        }
        return found;
    }

    @Test
    void everyShippedSetHoldsExactlyTheCodesOfItsExpansion() {
        Problems problems = new Problems();
        SortedMap<String, ValueSet> shipped = ValueSetLoader.load(SHIPPED, 2026, Optional.empty(), problems);
        ValueSets index = new ValueSets(shipped.values());
        assertThat(problems.list()).isEmpty();
        SortedMap<String, Set<String>> differences = new TreeMap<>();
        int compared = 0;
        for (Expansion expansion : expansions.values()) {
            if (shipped.containsKey(expansion.id())) {
                compared++;
                int number = index.numberOf(expansion.id());
                Set<String> different = new TreeSet<>();
                for (Coding code : everyCode) {
                    boolean here = contains(index.valueSetsOf(code.system(), code.code()), number);
                    boolean there = expansion.members().contains(code);
                    if (here != there) {
                        different.add((here ? "+" : "-") + code);
                    }
                }
                if (!different.isEmpty()) {
                    differences.put(expansion.name(), different);
                }
            }
        }
        assertThat(differences)
                .as("codes that only the shipped set (+) or only the expansion (-) has")
                .isEqualTo(KNOWN_DIFFERENCES);
        assertThat(compared).as("shipped sets that have an expansion").isEqualTo(55);
    }

    private static boolean contains(int[] numbers, int number) {
        for (int candidate : numbers) {
            if (candidate == number) {
                return true;
            }
        }
        return false;
    }

    @Test
    void codesOfLaterYearsStayOutOfAnExpansionOf2026UsedFor2025() {
        Problems problems = new Problems();
        SortedMap<String, ValueSet> of2025 = ValueSetLoader.load(SHIPPED, 2025, Optional.of(folder), problems);
        SortedMap<String, ValueSet> of2026 = ValueSetLoader.load(SHIPPED, 2026, Optional.of(folder), problems);
        assertThat(problems.list()).isEmpty();
        List<Coding> later = List.of(
                Coding.of(CodeSystem.ICD10CM, "E10.A2"),
                Coding.of(CodeSystem.ICD10CM, "R29.6"),
                Coding.of(CodeSystem.CPT, "98008"),
                Coding.of(CodeSystem.CPT, "98015"));
        for (Coding coding : later) {
            assertThat(holding(of2026, coding)).as(coding + " in 2026").isNotEmpty();
            assertThat(holding(of2025, coding).stream().filter(ShippedValueSetsAgainstExpansionsTest::isShipped))
                    .as(coding + " in 2025")
                    .isEmpty();
        }
    }

    private static boolean isShipped(String id) {
        return ValueSetLoader.load(SHIPPED, 2025, Optional.empty(), new Problems())
                .containsKey(id);
    }

    private static List<String> holding(SortedMap<String, ValueSet> sets, Coding coding) {
        return sets.values().stream()
                .filter(set -> set.members().contains(coding))
                .map(ValueSet::id)
                .toList();
    }
}
