package org.mcpstrata.measure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** For every rule a folder that breaks it and a folder that nearly does. */
class LintRulesTest {
    private static final Map<ProblemCode, Pair> PAIRS = pairs();

    @TempDir
    private Path folder;

    /** What puts the mistake in, and what comes close without being one. */
    private record Pair(Consumer<MeasureFolder> wrong, Consumer<MeasureFolder> right) {}

    @Test
    void everyRuleHasItsPairOfFolders() {
        assertThat(PAIRS).containsOnlyKeys(Lint.codes());
    }

    @TestFactory
    Stream<DynamicTest> aRuleFindsItsMistakeWithFileLineAndRemedy() {
        return PAIRS.entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.getKey() + " broken", () -> {
                    List<Problem> found =
                            lint(pair.getKey() + "-wrong", pair.getValue().wrong());
                    assertThat(found).isNotEmpty().allSatisfy(problem -> {
                        assertThat(problem.code()).isEqualTo(pair.getKey());
                        assertThat(problem.place().source()).endsWith(".yaml");
                        assertThat(problem.place().line()).isPositive();
                        assertThat(problem.toString())
                                .startsWith(
                                        pair.getKey() + " [" + problem.place().source() + ", line ")
                                .endsWith(pair.getKey().remedy());
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> aRuleLeavesInPeaceWhatIsRight() {
        return PAIRS.entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.getKey() + " kept", () -> assertThat(
                                lint(pair.getKey() + "-right", pair.getValue().right()))
                        .isEmpty()));
    }

    private List<Problem> lint(String name, Consumer<MeasureFolder> change) {
        Path measures = folder.resolve(name);
        change.accept(new MeasureFolder(measures));
        return Lint.check(measures);
    }

    private static Map<ProblemCode, Pair> pairs() {
        Map<ProblemCode, Pair> pairs = new EnumMap<>(ProblemCode.class);
        pairs.put(
                ProblemCode.UNUSED_NAME,
                new Pair(measures -> declared(measures, "  Diabetes again: 1.2\n"), measures -> declared(
                                measures, "  Diabetes again: 1.2\n")
                        .replace("test.yaml", "in: Diabetes,", "in: [Diabetes, Diabetes again],")));
        pairs.put(
                ProblemCode.UNUSED_DEFINITION,
                new Pair(
                        measures -> defined(measures, "  home visit:\n    encounter: { in: Visits }\n"),
                        measures -> defined(measures, "  home visit:\n    encounter: { in: Visits }\n")
                                .replace("test.yaml", "[18 to 75, visit,", "[18 to 75, home visit, visit,")));
        pairs.put(ProblemCode.UNUSED_VALUE_SET, new Pair(LintRulesTest::moreVisits, measures -> declared(
                        moreVisits(measures), "  More Visits: 1.3\n")
                .replace("test.yaml", "in: Visits,", "in: [Visits, More Visits],")));
        pairs.put(
                ProblemCode.EMPTY_VALUE_SET,
                new Pair(measures -> visitsFrom(measures, 2026), measures -> visitsFrom(measures, 2025)));
        pairs.put(ProblemCode.IMPOSSIBLE_WINDOW, replacing("- 1 year", "+ 1 day", "- 1 day"));
        pairs.put(
                ProblemCode.CONTRADICTORY_AGES,
                replacing("from: 18, to: 75, at", "from: 75, to: 18, at", "from: 75, to: 75, at"));
        pairs.put(ProblemCode.UNEQUAL_UNITS, replacing("< 8 %", "< 64 mmol/mol", "< 8.5 %"));
        pairs.put(
                ProblemCode.YEAR_COVERAGE,
                new Pair(measures -> nextFiles(measures, 2027), measures -> nextFiles(measures, 2026)));
        pairs.put(
                ProblemCode.OVERLAPPING_POPULATIONS,
                new Pair(
                        measures -> excluded(measures, "latest A1c is low"),
                        measures -> excluded(defined(measures, age("over 70", 71)), "over 70")));
        pairs.put(
                ProblemCode.UNREACHABLE_CLAUSE,
                new Pair(
                        measures -> excluded(defined(measures, age("over 75", 76)), "over 75"),
                        measures -> excluded(defined(measures, age("over 74", 75)), "over 74")));
        return pairs;
    }

    private static Pair replacing(String text, String wrong, String right) {
        return new Pair(
                measures -> measures.replace("test.yaml", text, wrong),
                measures -> measures.replace("test.yaml", text, right));
    }

    private static MeasureFolder declared(MeasureFolder measures, String valueSet) {
        return measures.replace("test.yaml", "  Diabetes: 1.2\n", "  Diabetes: 1.2\n" + valueSet);
    }

    private static MeasureFolder defined(MeasureFolder measures, String definition) {
        return measures.replace("test.yaml", "definitions:\n", "definitions:\n" + definition);
    }

    private static MeasureFolder excluded(MeasureFolder measures, String name) {
        String exclusions = "  denominator exclusions:\n    any: [" + name + "]\n";
        return measures.replace("test.yaml", "  numerator:\n", exclusions + "  numerator:\n");
    }

    private static String age(String name, int from) {
        return "  " + name + ":\n    age: { from: " + from + ", at: end of measurement period }\n";
    }

    private static MeasureFolder moreVisits(MeasureFolder measures) {
        return measures.write("value-sets/more.yaml", MeasureFolder.valueSet("More Visits", "1.3", "CPT: [99211]"));
    }

    private static MeasureFolder visitsFrom(MeasureFolder measures, int year) {
        return measures.write(
                "value-sets/visits.yaml", MeasureFolder.valueSet("Visits", "1.1", "CPT: [99202]\n    from: " + year));
    }

    /** The same measure for a later year, with everything it needs. */
    private static MeasureFolder nextFiles(MeasureFolder measures, int year) {
        return measures.write(
                        "test-next.yaml",
                        MeasureFolder.measure().replace("from: 2025, to: 2025", "from: " + year + ", to: " + year))
                .write(
                        "shared/results-next.yaml",
                        MeasureFolder.library().replace("from: 2025, to: 2025", "from: 2026, to: " + year));
    }
}
