package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

class PersonPassTest {
    private static final Predicate<CanonicalRow> DIABETES = row -> "E11.9".equals(row.text("code"));

    private final TestRows rows = new TestRows();

    @Test
    void correctionThatNoMeasureAsksForStillReplacesTheOlderRow() {
        CanonicalRow diabetes = condition(TestRows.FIRST, "E11.9");
        CanonicalRow corrected = condition(TestRows.SECOND, "R73.03");

        List<CanonicalRow> counting = new FinalAction(TestRows.DROPS)
                .of(List.of(diabetes, corrected).stream()
                        .filter(row -> PersonPass.mayCount(row, TestRows.DROPS, DIABETES))
                        .toList())
                .rows();

        assertThat(counting).containsExactly(corrected);
    }

    @Test
    void rowOfAPayersFirstDropThatNoMeasureAsksForIsLeftOut() {
        assertThat(PersonPass.mayCount(condition(TestRows.FIRST, "R73.03"), TestRows.DROPS, DIABETES))
                .isFalse();
        assertThat(PersonPass.mayCount(condition(TestRows.FIRST, "E11.9"), TestRows.DROPS, DIABETES))
                .isTrue();
    }

    private CanonicalRow condition(String drop, String code) {
        return rows.inDrop(
                drop,
                Table.CONDITION,
                TestRows.CLINIC,
                "m",
                "condition_id",
                "c1",
                "code_system",
                "ICD10CM",
                "code",
                code);
    }
}
