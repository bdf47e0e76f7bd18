package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.disclosed.PublicComparisons;
import org.mcpstrata.disclosed.PublicSummaries;
import org.mcpstrata.disclosed.ReferenceGroups;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Summaries of a release say what its shown cells say, and a checker that works them out anew notices anything else. */
class PlantedSummariesTest {
    private static final ReferenceGroups RULE = ReferenceGroups.of(Map.of("race", "White"), 80);
    private static final At WHITE = At.stratum("race", "White");
    private static final List<String> RACES = List.of("White", "Black", "Asian", "Other");

    @TempDir
    private Path work;

    private int drafts;

    private static ReleaseDraft shown() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", null, "M1 overall")
                .entity("PROGRAM", "mcp", null)
                .exclusive("race", RACES.toArray(String[]::new))
                .metAndNot(At.total(), 640, 460)
                .metAndNot(WHITE, 300, 100)
                .metAndNot(At.stratum("race", "Black"), 150, 150)
                .metAndNot(At.stratum("race", "Asian"), 90, 110)
                .metAndNot(At.stratum("race", "Other"), 100, 100);
        draft.at(At.total()).set("reliability", "A").set("stratum_kind", "TOTAL");
        RACES.forEach(race -> draft.at(At.stratum("race", race)).set("reliability", "A"));
        return draft;
    }

    private static ReleaseDraft hide(ReleaseDraft draft, String... races) {
        for (String race : races) {
            draft.at(At.stratum("race", race)).hide("numerator", "not_met", "value", "reliability");
        }
        return draft;
    }

    private static List<TableRow> summaries(ReleaseDraft draft) {
        return new PublicSummaries(RULE).rows(draft.results());
    }

    private List<Finding> found(ReleaseDraft draft, List<TableRow> summaries) {
        return draft
                .compared(new PublicComparisons(RULE).rows(draft.results()))
                .summarised(summaries)
                .verify(work.resolve("r" + drafts++))
                .findings()
                .stream()
                .filter(finding -> finding.place().contains("disparity_summary"))
                .toList();
    }

    @Test
    void aSummaryOfShownCellsFollowsFromThem() {
        assertThat(summaries(shown())).hasSize(1);
        assertThat(found(shown(), summaries(shown()))).isEmpty();
    }

    @Test
    void aSummaryThatAHiddenGroupWasUsedInIsCaught() {
        assertThat(found(hide(shown(), "Asian", "Other"), summaries(shown())))
                .extracting(Finding::breach)
                .containsExactly(Breach.DERIVED_FROM_HIDDEN);
    }

    @Test
    void aSummaryOfTheGroupsLeftSaysThatOthersAreHidden() {
        ReleaseDraft draft = hide(shown(), "Asian", "Other");
        List<TableRow> rows = summaries(draft);

        assertThat(rows).extracting(row -> row.list("strata_used")).containsExactly(List.of("Black", "White"));
        assertThat(rows).extracting(row -> row.value("n_strata_hidden")).containsExactly(2);
        assertThat(found(draft, rows)).isEmpty();
    }

    @Test
    void whichShownGroupsAreUsedTellsNothing() {
        List<TableRow> ofThree = summaries(hide(shown(), "Asian"));

        assertThat(found(shown(), ofThree))
                .extracting(Finding::breach)
                .contains(Breach.FIGURE_DIFFERS)
                .containsOnly(Breach.FIGURE_DIFFERS);
    }

    @Test
    void thatARowIsMissingTellsNothing() {
        assertThat(found(shown(), List.of())).extracting(Finding::breach).containsExactly(Breach.FIGURE_DIFFERS);
    }

    @Test
    void aRowForOneGroupAloneIsCaught() {
        assertThat(found(hide(shown(), "Asian", "Other", "Black"), summaries(hide(shown(), "Asian", "Other"))))
                .extracting(Finding::breach)
                .containsExactly(Breach.DERIVED_FROM_HIDDEN);
    }

    @Test
    void thatFiguresAreMissingTellsNothing() {
        List<TableRow> rows = summaries(shown()).stream()
                .map(row -> with(row, "comparison_state", "INSUFFICIENT_COMPLETENESS"))
                .toList();

        assertThat(found(shown(), rows))
                .extracting(Finding::place)
                .anyMatch(place -> place.endsWith("bgv"))
                .anyMatch(place -> place.endsWith("worst_stratum_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known_pct",
                "range_diff",
                "range_ratio",
                "idisp_ref",
                "idisp_best",
                "idis_mean",
                "bgv",
                "mdb",
                "theil",
                "mld"
            })
    void aFigureThatIsNotOfTheShownCellsIsCaughtAndSoIsOneThatIsMissing(String column) {
        TableRow row = summaries(shown()).get(0);
        double figure = row.statistic(column);

        assertThat(found(shown(), List.of(with(row, column, figure + 2e-9 * Math.max(1, figure)))))
                .extracting(Finding::breach)
                .containsExactly(Breach.FIGURE_DIFFERS);
        assertThat(found(shown(), List.of(with(row, column, null))))
                .extracting(Finding::breach)
                .contains(Breach.FIGURE_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"best_stratum_id", "worst_stratum_id"})
    void aGroupNamedThatIsNotTheOneIsCaught(String column) {
        assertThat(found(shown(), List.of(with(summaries(shown()).get(0), column, "Other"))))
                .extracting(Finding::breach)
                .containsExactly(Breach.FIGURE_DIFFERS);
    }

    @Test
    void peopleAndGroupsCountedOtherwiseAreCaught() {
        TableRow row = summaries(shown()).get(0);

        for (TableRow planted : List.of(
                with(row, "people_used", 1099L), with(row, "n_strata_hidden", 1), with(row, "n_strata_used", 3))) {
            assertThat(found(shown(), List.of(planted)))
                    .extracting(Finding::breach)
                    .containsExactly(Breach.FIGURE_DIFFERS);
        }
    }

    private static TableRow with(TableRow row, String changed, Object value) {
        TableRow.Builder out = TableRow.of(row.schema());
        for (Column column : row.schema().columns()) {
            out.set(column.name(), row.value(column.name()));
        }
        return out.set(changed, value).build();
    }
}
