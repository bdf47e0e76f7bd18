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
import org.mcpstrata.disclosed.ReferenceGroups;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Comparisons of a release say what its shown cells say, and a checker that works them out anew notices anything else. */
class PlantedComparisonsTest {
    private static final At WHITE = At.stratum("race", "White");

    @TempDir
    private Path work;

    private static ReleaseDraft shown() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", null, "M1 overall")
                .entity("PROGRAM", "mcp", null)
                .exclusive("race", "White", "Black", "Asian")
                .metAndNot(At.total(), 540, 360)
                .metAndNot(WHITE, 300, 100)
                .metAndNot(At.stratum("race", "Black"), 150, 150)
                .metAndNot(At.stratum("race", "Asian"), 90, 110);
        draft.at(At.total()).set("reliability", "A").set("stratum_kind", "TOTAL");
        for (String race : List.of("White", "Black", "Asian")) {
            draft.at(At.stratum("race", race)).set("reliability", "A");
        }
        return draft;
    }

    private static ReleaseDraft hideWhite(ReleaseDraft draft) {
        draft.at(WHITE).hide("numerator", "not_met", "value", "reliability");
        return draft;
    }

    private static List<TableRow> comparisons(ReleaseDraft draft) {
        return new PublicComparisons(ReferenceGroups.of(Map.of("race", "White"), 80)).rows(draft.results());
    }

    private List<Finding> found(ReleaseDraft draft) {
        return draft.verify(work).findings().stream()
                .filter(finding -> finding.place().contains("stratum_comparison"))
                .toList();
    }

    @Test
    void comparisonsOfShownCellsFollowFromThem() {
        List<TableRow> rows = comparisons(shown());

        assertThat(rows).hasSize(12);
        assertThat(found(shown().compared(rows))).isEmpty();
    }

    @Test
    void aComparisonWithAHiddenSideIsCaught() {
        List<Finding> findings = found(hideWhite(shown()).compared(comparisons(shown())));

        assertThat(findings)
                .filteredOn(finding -> finding.breach() == Breach.DERIVED_FROM_HIDDEN)
                .extracting(Finding::place)
                .anyMatch(place -> place.endsWith("race, Black, FIXED_REF"))
                .anyMatch(place -> place.endsWith("race, Asian, BEST"))
                .anyMatch(place -> place.endsWith("race, White, OVERALL"))
                .noneMatch(place -> place.endsWith("race, Black, OVERALL"));
    }

    @Test
    void nothingIsComparedWithAHiddenGroup() {
        List<TableRow> rows = comparisons(hideWhite(shown()));

        assertThat(rows)
                .extracting(row -> row.text("stratum_id") + " " + row.text("comparator"))
                .containsExactly("Asian OVERALL", "Black OVERALL", "Asian REST", "Black REST");
        assertThat(found(hideWhite(shown()).compared(rows))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "comparator_value",
                "known_pct",
                "diff",
                "diff_lo",
                "diff_hi",
                "gap_favourable",
                "ratio",
                "ratio_lo",
                "ratio_hi",
                "z",
                "p_value",
                "q_value",
                "confidence"
            })
    void aFigureThatIsNotOfTheShownCellsIsCaught(String column) {
        List<TableRow> rows = comparisons(shown()).stream()
                .map(row -> row.value(column) == null ? row : with(row, column, aLittleMore(row.statistic(column))))
                .toList();

        assertThat(found(shown().compared(rows)))
                .extracting(Finding::breach)
                .contains(Breach.FIGURE_DIFFERS)
                .containsOnly(Breach.FIGURE_DIFFERS);
    }

    /** More than the checker allows, which is relative above 1. */
    private static double aLittleMore(double figure) {
        return figure + 2e-9 * Math.max(1, Math.abs(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "numerator", "comparator_people", "comparator_numerator"})
    void aCountThatIsNotTheShownOneIsCaught(String column) {
        List<TableRow> rows = comparisons(shown()).stream()
                .map(row -> with(row, column, row.count(column) + 1))
                .toList();

        assertThat(found(shown().compared(rows)))
                .extracting(Finding::breach)
                .contains(Breach.FIGURE_DIFFERS)
                .containsOnly(Breach.FIGURE_DIFFERS);
    }

    private static TableRow with(TableRow row, String changed, Object value) {
        TableRow.Builder out = TableRow.of(row.schema());
        for (Column column : row.schema().columns()) {
            out.set(column.name(), row.value(column.name()));
        }
        return out.set(changed, value).build();
    }
}
