package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;

/** A law that cannot fail is no law: every additive column of every kind of row is changed by one, and noticed. */
class StratifyLawsTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);

    private static List<TableRow> rows;

    @BeforeAll
    static void count() {
        Cells cells = CountedPeople.in(STRATIFIERS, StoryPeople.MEASURES, StoryPeople.crowd(60, 21), 1);
        ResultContext context = ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of());
        rows = new StratifiedResult(context, STRATIFIERS, StoryPeople.MEASURES, cells)
                .rows()
                .toList();
    }

    @Test
    void everyLawHoldsForRowsThatNobodyChanged() {
        assertThat(laws(rows)).isNotEmpty().allMatch(Law::holds);
    }

    private static List<Law> laws(List<TableRow> rows) {
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        return laws.laws();
    }

    static Stream<String> columns() {
        return RowSums.COUNTS.stream();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void onePersonMoreInAnyRowBreaksALaw(String column) {
        for (String entityType : List.of("PRACTICE", "STATE", "PROGRAM")) {
            for (String stratifier : List.of("TOTAL", "sex", "race_eth_2024_x_sex", "race_eth_aoic")) {
                List<TableRow> changed = new ArrayList<>(rows);
                int index = first(entityType, stratifier, column);
                Object[] values = rows.get(index).values().clone();
                values[StratifiedResult.SCHEMA.column(column).index()] =
                        rows.get(index).count(column) + 1;
                changed.set(index, new TableRow(StratifiedResult.SCHEMA, values));
                assertThat(laws(changed))
                        .as("%s of %s %s", column, entityType, stratifier)
                        .anyMatch(law -> !law.holds());
            }
        }
    }

    private static int first(String entityType, String stratifier, String column) {
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            if (row.text("entity_type").equals(entityType)
                    && row.text("stratifier_id").equals(stratifier)
                    && row.count(column) != null
                    && row.count(column) > 0) {
                return i;
            }
        }
        throw new AssertionError("no such row");
    }

    @Test
    void aLostRowBreaksALaw() {
        for (int lost = 0; lost < rows.size(); lost += 97) {
            if (rows.get(lost).count("initial_population") > 0) {
                List<TableRow> fewer = new ArrayList<>(rows);
                fewer.remove(lost);
                assertThat(laws(fewer)).anyMatch(law -> !law.holds());
            }
        }
    }

    @Test
    void twoErrorsThatCancelInTheSumsAreStillSeen() {
        List<TableRow> changed = new ArrayList<>(rows);
        int index = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).text("entity_type").equals("PRACTICE")
                    && rows.get(i).text("stratifier_id").equals("sex")
                    && rows.get(i).count("data_sufficient") > 0) {
                Object[] values = rows.get(i).values().clone();
                values[StratifiedResult.SCHEMA.column("data_sufficient").index()] =
                        rows.get(i).count("data_sufficient") + (index < 0 ? 1 : -1);
                changed.set(i, new TableRow(StratifiedResult.SCHEMA, values));
                if (index >= 0) {
                    break;
                }
                index = i;
            }
        }
        assertThat(laws(changed)).anyMatch(law -> !law.holds());
    }

    private static TableRow changed(TableRow row, String column, Object value) {
        Object[] values = row.values().clone();
        values[StratifiedResult.SCHEMA.column(column).index()] = value;
        return new TableRow(StratifiedResult.SCHEMA, values);
    }

    private static List<TableRow> withRow(int index, TableRow row) {
        List<TableRow> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return changed;
    }

    @Test
    void aProgramAwayFromItsOwnAgesBreaksALaw() {
        int total = first("PROGRAM", "TOTAL", "numerator");
        TableRow row = changed(rows.get(total), "std_weights_id", "internal");
        double value = row.statistic("value");
        assertThat(laws(withRow(total, changed(row, "std_value", value + 1e-12))))
                .allMatch(Law::holds);
        assertThat(laws(withRow(total, changed(row, "std_value", value + 1e-6))))
                .anyMatch(law -> !law.holds());
    }

    @Test
    void aStandardisedValueWithoutAStandardOrAValueBreaksALaw() {
        int index = rows.indexOf(rows.stream()
                .filter(row -> row.statistic("std_value") != null)
                .findFirst()
                .orElseThrow());
        for (String column : List.of("std_weights_id", "value")) {
            assertThat(laws(withRow(index, changed(rows.get(index), column, null))))
                    .as(column)
                    .anyMatch(law -> !law.holds());
        }
    }
}
