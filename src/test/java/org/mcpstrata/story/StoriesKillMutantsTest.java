package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Problems;

/**
 * A measure whose threshold, bound or window is wrong by one step contradicts some story. Whatever the numerator of a
 * measure rests on is moved, one place at a time; a change that no story notices is a boundary without a story, unless
 * {@link EquivalentMutants} says why it changes nobody's result.
 */
@Tag("full")
class StoriesKillMutantsTest {
    private static final List<SourceFile> FILES =
            MeasureLoader.sources(MeasureFolders.of(Path.of("measures")), new Problems());
    private static final SortedMap<String, String> TABLE = new TreeMap<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CMS122", "CMS130", "CMS159", "CMS165", "CMS2", "EDU", "Q487"})
    void aStepAwayFromTheMeasureContradictsAStory(String measureId) throws IOException {
        SourceFile measure = measure(measureId);
        SortedMap<Integer, List<StoryPerson>> people = people(measureId);
        MutantFolder mutants = MutantFolder.of(measure, folder);
        int killed = 0;
        Set<String> survivors = new TreeSet<>();
        Set<String> equivalent = new TreeSet<>();
        for (Mutant mutant : Mutant.of(measure, FILES)) {
            boolean listed = EquivalentMutants.reasons().containsKey(mutant.toString());
            if (contradictsAStory(mutant, mutants, people)) {
                killed++;
                assertThat(listed)
                        .as("a story tells it apart, so it is not equivalent: " + mutant)
                        .isFalse();
            } else {
                (listed ? equivalent : survivors).add(mutant.toString());
            }
        }
        TABLE.put(
                measureId,
                String.format(
                        Locale.ROOT,
                        "%s: %d of %d, %d more are equivalent",
                        measureId,
                        killed,
                        killed + survivors.size(),
                        equivalent.size()));

        assertThat(killed).isPositive();
        assertThat(survivors).as("steps that no story notices").isEmpty();
    }

    @Test
    void everyListedEquivalentIsAMutantOfSomeMeasure() {
        Set<String> known = new TreeSet<>();
        for (SourceFile file : FILES) {
            if (file.measure()) {
                Mutant.of(file, FILES).forEach(mutant -> known.add(mutant.toString()));
            }
        }

        assertThat(known).containsAll(EquivalentMutants.reasons().keySet());
    }

    @AfterAll
    static void table() {
        System.out.println("Wrong by one step, and contradicted by a story:");
        TABLE.values().forEach(System.out::println);
    }

    private static SourceFile measure(String id) {
        return FILES.stream()
                .filter(file -> file.measure() && file.name().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean contradictsAStory(
            Mutant mutant, MutantFolder mutants, SortedMap<Integer, List<StoryPerson>> people) throws IOException {
        for (Map.Entry<Integer, List<StoryPerson>> year : people.entrySet()) {
            if (mutant.leaf().file().years().contains(year.getKey())
                    && contradicts(mutants.load(mutant, year.getKey()), year.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contradicts(Evaluator evaluator, List<StoryPerson> people) {
        return people.stream().anyMatch(person -> !new StoryResults(person.results(evaluator))
                .differences(List.of(person.story()))
                .isEmpty());
    }

    private static SortedMap<Integer, List<StoryPerson>> people(String measureId) throws IOException {
        SortedMap<Integer, List<StoryPerson>> people = new TreeMap<>();
        for (Story story : StoryFolder.stories()) {
            if (story.measure().equals(measureId)) {
                people.computeIfAbsent(story.year(), any -> new ArrayList<>()).add(StoryPerson.of(story));
            }
        }
        return people;
    }
}
