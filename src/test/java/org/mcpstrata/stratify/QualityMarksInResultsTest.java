package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.quality.QualityMarks;

/** What a failed rule does to rows of the result, beside the same rows without it. */
class QualityMarksInResultsTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
    private static final String MEASURE = StoryPeople.CONTROL.measureId();

    private static JavaSparkContext spark;
    private static List<TableRow> clean;
    private static List<TableRow> blocked;

    @BeforeAll
    static void compute() {
        spark = new JavaSparkContext(
                new SparkConf().setMaster("local[2]").setAppName("marks").set("spark.ui.enabled", "false"));
        Cells cells = CountedPeople.in(
                new CellAggregation(STRATIFIERS, StoryPeople.PERIOD, StoryPeople.MEASURES),
                spark.parallelize(StoryPeople.crowd(120, 7), 2));
        clean = rows(cells, QualityMarks.NONE);
        blocked = rows(
                cells,
                new QualityMarks(List.of(
                        mark("DQ02_BLOCKS", true, Set.of(MEASURE), Set.of(Attribute.RACE_ETHNICITY)),
                        mark("DQ01_MARKS", false, Set.of(MEASURE), Set.of()))));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static QualityMarks.Mark mark(String rule, boolean blocks, Set<String> measures, Set<Attribute> of) {
        return new QualityMarks.Mark(
                rule, blocks, new TreeSet<>(Set.of("ALL")), new TreeSet<>(measures), new TreeSet<>(of));
    }

    private static List<TableRow> rows(Cells cells, QualityMarks marks) {
        ResultContext context = new ResultContext(
                "run", "MCP", "Program", StoryPeople.PERIOD, List.of(), List.of(), ScoringRule.NONE, marks);
        return new StratifiedResult(context, STRATIFIERS, StoryPeople.MEASURES, cells)
                .rows()
                .toList();
    }

    @Test
    void blockedRowKeepsItsCountsAndLosesItsValue() {
        int seen = 0;
        for (int i = 0; i < clean.size(); i++) {
            TableRow before = clean.get(i);
            TableRow after = blocked.get(i);
            boolean race = after.list("quality_rules").contains("DQ02_BLOCKS");
            assertThat(after.count("performance_denominator")).isEqualTo(before.count("performance_denominator"));
            assertThat(after.count("numerator")).isEqualTo(before.count("numerator"));
            assertThat(after.statistic("value")).isEqualTo(race ? null : before.statistic("value"));
            assertThat(after.statistic("value_lo")).isEqualTo(race ? null : before.statistic("value_lo"));
            assertThat(after.text("quality_mark").equals("BLOCKED"))
                    .isEqualTo(race || before.text("quality_mark").equals("BLOCKED"));
            seen += race && before.statistic("value") != null ? 1 : 0;
        }
        assertThat(seen).as("rows that had a value to lose").isPositive();
    }

    @Test
    void markedRowKeepsItsValueAndNamesTheRule() {
        TableRow total = blocked.stream()
                .filter(row -> row.text("measure_id").equals(MEASURE)
                        && row.text("stratifier_id").equals("TOTAL")
                        && row.text("entity_type").equals("PROGRAM")
                        && row.text("payer_scope").equals("ALL"))
                .findFirst()
                .orElseThrow();
        assertThat(total.text("quality_mark")).isEqualTo("MARKED");
        assertThat(total.list("quality_rules")).containsExactly("DQ01_MARKS");
        assertThat(total.statistic("value")).isNotNull();
    }

    @Test
    void otherScopesAndMeasuresAreNotTouched() {
        for (int i = 0; i < clean.size(); i++) {
            TableRow row = blocked.get(i);
            if (!row.text("payer_scope").equals("ALL")
                    || !row.text("measure_id").equals(MEASURE)) {
                assertThat(row).isEqualTo(clean.get(i));
            }
        }
    }

    @Test
    void crossingWithRaceIsAStratumOfRace() {
        assertThat(blocked)
                .filteredOn(row -> row.list("quality_rules").contains("DQ02_BLOCKS"))
                .extracting(row -> row.text("stratifier_id"))
                .anyMatch(id -> id.contains("race_eth")
                        && STRATIFIERS.all().stream().anyMatch(each -> each.id().equals(id) && each.isCrossing()))
                .doesNotContain("sex", "TOTAL");
    }
}
