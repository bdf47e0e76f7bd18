package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** What two releases tell together. */
class TwoReleasesTest {
    private static final byte[] SALT = "a salt of some length".getBytes(StandardCharsets.UTF_8);
    private static final LargeRelease SMALL = new LargeRelease(80, 1, 60);
    private static final List<TableRow> ROWS = SMALL.rows();

    private static ReleaseGate gate(ProtectionPolicy policy, List<Released> earlier) {
        return new ReleaseGate(policy, SALT, SMALL.measures(), SMALL.strata(), Practices.of(SMALL.entities()), earlier);
    }

    private static GatedRelease release(ProtectionPolicy policy, List<TableRow> rows, List<Released> earlier) {
        ReleaseGate gate = gate(policy, earlier);
        return gate.protect(rows.stream().filter(gate::wants).toList(), 1);
    }

    private static Released released(GatedRelease first) {
        List<TableRow> shown = first.rows("first");
        return new Released(
                "first",
                shown,
                PublicDimensions.strata(SMALL.strata(), shown, first, (stratifier, stratum) -> Optional.empty()));
    }

    private static TableRow with(TableRow row, String column, long change) {
        return with(row, column, Long.valueOf(row.count(column) + change));
    }

    private static TableRow with(TableRow row, String column, Object value) {
        TableSchema schema = row.schema();
        TableRow.Builder changed = TableRow.of(schema);
        schema.columns()
                .forEach(each -> changed.set(each.name(), each.name().equals(column) ? value : row.value(each.name())));
        return changed.build();
    }

    /** One more person met the numerator: in every row that counts that person. */
    private static List<TableRow> oneMoreMet() {
        List<String> of = List.of("CO", "program", "P00000");
        TreeSet<String> strata = new TreeSet<>(
                List.of("TOTAL", "TRACK_1", "IHS_TRIBAL", "r0", "s0", "d0", "r0:s0", "r0:d0", "a0", "l0", "h0"));
        return ROWS.stream()
                .filter(row -> row.text("payer_scope").equals("ALL"))
                .filter(row -> List.of("TOTAL", "sex").contains(row.text("stratifier_id")))
                .map(row -> of.contains(row.text("entity_id")) && strata.contains(row.text("stratum_id"))
                        ? with(with(row, "numerator", 1), "not_met", -1)
                        : row)
                .toList();
    }

    private static List<TableRow> asBefore() {
        return ROWS.stream()
                .filter(row -> row.text("payer_scope").equals("ALL"))
                .filter(row -> List.of("TOTAL", "sex").contains(row.text("stratifier_id")))
                .toList();
    }

    @Test
    void aReleaseThatDiffersByOnePersonShowsTheEarlierFigures() {
        GatedRelease first = release(LargeRelease.policy(), asBefore(), List.of());
        List<TableRow> shown = first.rows("first");

        GatedRelease second = release(LargeRelease.policy(), oneMoreMet(), List.of(released(first)));

        assertThat(second.carriedFrom()).containsEntry("M00", "first");
        assertThat(second.rows("first")).isEqualTo(shown);
    }

    @Test
    void aNewMeasureOfPeopleWhoseEarlierFiguresStandIsNotLeftOutWithoutAWord() {
        GatedRelease first = release(LargeRelease.policy(), asBefore(), List.of());
        List<TableRow> measures = new ArrayList<>(SMALL.measures());
        measures.add(InventedDimensions.measure("M01"));
        List<TableRow> rows = new ArrayList<>(oneMoreMet());
        oneMoreMet().forEach(row -> rows.add(with(row, "measure_id", "M01")));
        ReleaseGate gate = new ReleaseGate(
                LargeRelease.policy(),
                SALT,
                measures,
                SMALL.strata(),
                Practices.of(SMALL.entities()),
                List.of(released(first)));

        GatedRelease second = gate.protect(rows.stream().filter(gate::wants).toList(), 1);

        assertThat(second.carriedFrom()).containsOnlyKeys("M00");
        assertThat(second.measures()).containsExactly("M00");
        assertThat(second.withheld()).isNotEmpty().allSatisfy(table -> assertThat(table)
                .containsEntry("measure_id", "M01"));
    }

    @Test
    void aReleaseThatShowsWhatAnotherShowedSaysNothingOfHowFarItsHiddenCountsLieApart() {
        GatedRelease first = release(LargeRelease.policy(), asBefore(), List.of());

        GateFigures figures = release(LargeRelease.policy(), oneMoreMet(), List.of(released(first)))
                .figures();

        assertThat(first.figures().tightest().orElseThrow()).isGreaterThanOrEqualTo(10);
        assertThat(figures.tightest()).isEmpty();
        assertThat(figures.cells()).isZero();
    }

    @Test
    void whatWasHiddenStaysHiddenWhenMoreIsPublishedOfTheSameCounts() {
        GatedRelease first = release(LargeRelease.policy(), asBefore(), List.of());
        List<TableRow> shown = first.rows("first");

        GatedRelease second = release(
                LargeRelease.policy(),
                ROWS.stream()
                        .filter(row -> row.text("payer_scope").equals("ALL"))
                        .toList(),
                List.of(released(first)));

        if (second.carriedFrom().isEmpty()) {
            List<TableRow> again = second.rows("first").stream()
                    .filter(row -> List.of("TOTAL", "sex").contains(row.text("stratifier_id")))
                    .toList();
            assertThat(again).hasSameSizeAs(shown);
            for (int i = 0; i < shown.size(); i++) {
                for (Count count : List.of(Count.DENOMINATOR_EXCLUSION, Count.NUMERATOR, Count.NOT_MET)) {
                    assertThat(again.get(i).count(count.column()))
                            .isEqualTo(shown.get(i).count(count.column()));
                }
            }
        } else {
            assertThat(second.rows("first")).isEqualTo(shown);
        }
        assertThat(second.rows("first")).isNotEmpty();
    }

    @Test
    void theSameQuestionHasTheSameAnswerWhateverTheThreads() {
        ReleaseGate gate = gate(LargeRelease.policy(), List.of());
        List<TableRow> rows = asBefore().stream().filter(gate::wants).toList();

        assertThat(gate.protect(rows, 1).rows("a"))
                .isEqualTo(gate.protect(rows, 2).rows("a"));
    }

    @Test
    void noFigureIsShownBesideAHiddenCountItIsMadeFrom() {
        List<TableRow> shown =
                release(LargeRelease.policy(), asBefore(), List.of()).rows("first");

        assertThat(shown).anyMatch(row -> row.text("suppression").equals("HIDDEN"));
        assertThat(shown).allSatisfy(row -> {
            boolean whole = row.count("numerator") != null
                    && row.count("not_met") != null
                    && row.count("performance_denominator") != null;
            if (!whole) {
                assertThat(row.statistic("value")).isNull();
                assertThat(row.text("reliability")).isNull();
                assertThat(row.text("suppression")).isEqualTo("HIDDEN");
            }
        });
    }
}
