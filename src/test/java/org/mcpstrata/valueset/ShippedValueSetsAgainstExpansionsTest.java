package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.KnownDifference.Side;

/**
 * Compares every shipped set that has an official counterpart with its published expansion, in both directions, over all
 * codes that any expansion holds, in every year. What differs must be listed with its reason, and what is listed must differ.
 */
class ShippedValueSetsAgainstExpansionsTest {
    private static final Set<CodeSystem> COMPARED =
            EnumSet.of(CodeSystem.ICD10CM, CodeSystem.ICD10PCS, CodeSystem.CPT, CodeSystem.HCPCS, CodeSystem.LOINC);
    private static final Path SHIPPED = Path.of("measures/value-sets");
    private static final int FEWEST_COMPARED = 38;

    private static Path folder;
    private static PublishedExpansions published;

    @BeforeEach
    void readExpansionsOnce() throws IOException {
        folder = SharedFolder.require("valuesets");
        if (published == null) {
            published = PublishedExpansions.read(folder);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void aSetDiffersFromItsExpansionOnlyWhereTheListSaysWhy(int year) throws IOException {
        SortedMap<String, ValueSet> shipped = shipped(year);
        Collection<Expansion> counterparts = published.of(shipped.keySet());
        List<KnownDifference> known = KnownDifference.list().stream()
                .filter(difference -> difference.concerns(year))
                .toList();
        List<KnownDifference> met = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (Expansion expansion : counterparts) {
            for (Difference difference : differences(expansion, new ValueSets(shipped.values()))) {
                List<KnownDifference> reasons = known.stream()
                        .filter(each -> each.explains(expansion.name(), difference.side(), difference.coding()))
                        .toList();
                met.addAll(reasons);
                if (reasons.size() != 1) {
                    unexplained.add(expansion.name() + ": " + difference + " has " + reasons.size() + " reasons");
                }
            }
        }
        assertThat(unexplained).as("not in " + KnownDifference.LIST).isEmpty();
        assertThat(known).as("no longer different in " + year).allMatch(met::contains);
        assertThat(counterparts).hasSizeGreaterThanOrEqualTo(FEWEST_COMPARED);
    }

    @Test
    void everyListedDifferenceSaysWhyAndForWhichYears() throws IOException {
        assertThat(KnownDifference.list()).allSatisfy(difference -> {
            assertThat(difference.reason()).hasSizeGreaterThan(20);
            assertThat(difference.from()).isBetween(2024, difference.to());
            assertThat(difference.to()).isLessThanOrEqualTo(2026);
        });
    }

    private static List<Difference> differences(Expansion expansion, ValueSets index) {
        int number = index.numberOf(expansion.id());
        List<Difference> different = new ArrayList<>();
        for (Coding code : published.everyCode()) {
            if (COMPARED.contains(code.system())) {
                boolean here = Arrays.binarySearch(index.valueSetsOf(code.system(), code.code()), number) >= 0;
                if (here != expansion.members().contains(code)) {
                    different.add(new Difference(here ? Side.SHIPPED : Side.EXPANSION, code));
                }
            }
        }
        return different;
    }

    private record Difference(Side side, Coding coding) {}

    @Test
    void codesOfLaterYearsStayOutOfAnExpansionOf2026UsedForEarlierYears() {
        List<Coding> later = List.of(
                Coding.of(CodeSystem.ICD10CM, "E10.A2"),
                Coding.of(CodeSystem.ICD10CM, "R29.6"),
                Coding.of(CodeSystem.CPT, "98008"),
                Coding.of(CodeSystem.CPT, "98015"));
        Set<String> ids = shipped(2025).keySet();
        for (int year : new int[] {2024, 2025, 2026}) {
            Problems problems = new Problems();
            SortedMap<String, ValueSet> sets = ValueSetLoader.load(SHIPPED, year, Optional.of(folder), problems);
            assertThat(problems.list()).isEmpty();
            sets.keySet().retainAll(ids);
            for (Coding coding : later) {
                assertThat(sets.values().stream().anyMatch(set -> set.members().contains(coding)))
                        .as(coding + " in " + year)
                        .isEqualTo(year == 2026);
            }
        }
    }

    private static SortedMap<String, ValueSet> shipped(int year) {
        Problems problems = new Problems();
        SortedMap<String, ValueSet> shipped = ValueSetLoader.load(SHIPPED, year, Optional.empty(), problems);
        assertThat(problems.list()).isEmpty();
        return shipped;
    }
}
