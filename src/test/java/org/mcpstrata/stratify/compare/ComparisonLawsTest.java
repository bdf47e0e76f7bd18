package org.mcpstrata.stratify.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.stratify.CountedCrowd;

/** A law that cannot fail is no law: rows are changed, left out and doubled, and it is noticed. */
class ComparisonLawsTest {
    private static CountedCrowd crowd;
    private static Compared compared;

    @BeforeAll
    static void compare() {
        crowd = CountedCrowd.seeded(3_000, 77);
        compared = Compared.of(crowd.result());
    }

    @Test
    void everyLawHoldsForRowsThatNobodyChanged() {
        assertThat(compared.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(compared.comparisons()).anyMatch(row -> row.statistic("q_value") != null);
        assertThat(compared.comparisons()).anyMatch(row -> row.statistic("within_gap") != null);
        assertThat(compared.summaries()).isNotEmpty();
    }

    @Test
    void theOrderAndTheCutOfThePeopleChangeNothing() {
        Compared cutOtherwise = Compared.of(crowd.reversedIn(7));
        assertThat(cutOtherwise.comparisons()).isEqualTo(compared.comparisons());
        assertThat(cutOtherwise.summaries()).isEqualTo(compared.summaries());
    }

    @Test
    void rowsAreInTheOrderOfTheirKeyAndNoKeyComesTwice() {
        assertThat(compared.comparisons())
                .isSortedAccordingTo(TableRow.by(
                        StratumComparisons.SCHEMA,
                        List.of(
                                "entity_type",
                                "entity_id",
                                "payer_scope",
                                "stratifier_id",
                                "method",
                                "comparator",
                                "measure_id",
                                "rate_id",
                                "stratum_id")));
        assertThat(compared.summaries())
                .isSortedAccordingTo(TableRow.by(
                        DisparitySummaries.SCHEMA,
                        List.of(
                                "entity_type",
                                "entity_id",
                                "payer_scope",
                                "stratifier_id",
                                "method",
                                "measure_id",
                                "rate_id")));
        assertThat(compared.comparisons().stream()
                        .map(row -> String.join(
                                "|",
                                row.text("entity_id"),
                                row.text("payer_scope"),
                                row.text("stratifier_id"),
                                row.text("comparator"),
                                row.text("measure_id"),
                                row.text("rate_id"),
                                row.text("stratum_id"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void oneChangedNumberOfOneComparisonBreaksALaw() {
        breaks(row -> true, "people", 1_000_000L);
        breaks(row -> true, "value", 0.123456789);
        breaks(row -> row.statistic("q_value") != null && row.statistic("p_value") > 0.01, "q_value", 0.001);
        breaks(row -> row.statistic("q_value") != null, "q_value", null);
        breaks(row -> row.statistic("within_gap") != null, "within_gap", 0.5);
        breaks(row -> row.statistic("diff") != null, "diff", null);
        breaks(row -> row.statistic("diff_lo") != null, "diff_lo", 10.0);
        breaks(
                row -> row.text("comparator").equals("REST")
                        && row.text("scoring").equals("PROPORTION")
                        && row.count("comparator_people") != null,
                "comparator_people",
                1L);
        breaks(row -> row.text("comparison_state").equals("LOW_N"), "comparison_state", "OK");
    }

    private static void breaks(Predicate<TableRow> which, String column, Object value) {
        List<TableRow> rows = new ArrayList<>(compared.comparisons());
        int index = 0;
        while (!which.test(rows.get(index))) {
            index++;
        }
        rows.set(index, changed(rows.get(index), column, value));
        assertThat(new Compared(compared.results(), rows, compared.summaries()).laws())
                .as(column)
                .anyMatch(law -> !law.holds());
    }

    private static TableRow changed(TableRow row, String column, Object value) {
        TableSchema schema = row.schema();
        Object[] values = row.values().clone();
        values[schema.column(column).index()] = value;
        return new TableRow(schema, values);
    }

    @Test
    void aRowLeftOutOrMovedToAnotherGroupBreaksALaw() {
        List<TableRow> fewer =
                compared.comparisons().subList(1, compared.comparisons().size());
        assertThat(new Compared(compared.results(), fewer, compared.summaries()).laws())
                .anyMatch(law -> !law.holds());
        List<TableRow> moved = new ArrayList<>(compared.comparisons());
        moved.set(0, changed(moved.get(0), "stratum_id", "SOMETHING_ELSE"));
        assertThat(new Compared(compared.results(), moved, compared.summaries()).laws())
                .anyMatch(law -> !law.holds());
        List<TableRow> unsummarised =
                compared.summaries().subList(1, compared.summaries().size());
        assertThat(new Compared(compared.results(), compared.comparisons(), unsummarised).laws())
                .anyMatch(law -> !law.holds());
        List<TableRow> fewerPeople = new ArrayList<>(compared.summaries());
        fewerPeople.set(0, changed(fewerPeople.get(0), "people_used", 1L));
        assertThat(new Compared(compared.results(), compared.comparisons(), fewerPeople).laws())
                .anyMatch(law -> !law.holds());
    }
}
