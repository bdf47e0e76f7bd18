package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableRow;

class WhatIsNeverPublishedTest {
    private static final LargeRelease SMALL = new LargeRelease(16, 1, 200);

    private final ReleaseGate gate = new ReleaseGate(
            LargeRelease.policy(),
            "a salt of sixteen bytes".getBytes(StandardCharsets.UTF_8),
            SMALL.measures(),
            SMALL.strata(),
            Practices.of(SMALL.entities()),
            List.of());

    private static TableRow changed(TableRow row, String column, Object value) {
        Object[] values = row.values().clone();
        values[row.schema().column(column).index()] = value;
        return new TableRow(row.schema(), values);
    }

    private static List<TableRow> wanted(ReleaseGate gate) {
        return SMALL.rows().stream().filter(gate::wants).toList();
    }

    @Test
    void theGateWantsRowsOfPeopleCountedDirectly() {
        assertThat(wanted(gate)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INDIRECT", "DIRECT_PLUS_INDIRECT", "A_METHOD_NOBODY_KNOWS"})
    void theSameRowsMadeFromProbabilitiesAreNotWanted(String method) {
        assertThat(wanted(gate)).noneMatch(row -> gate.wants(changed(row, "method", method)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIN", "COUNTY", "AN_ENTITY_NOBODY_KNOWS"})
    void theSameRowsOfOtherKindsOfEntitiesAreNotWanted(String type) {
        assertThat(wanted(gate)).noneMatch(row -> gate.wants(changed(row, "entity_type", type)));
    }

    @Test
    void aReleaseHasNoColumnOfAgeStandardisedValues() {
        assertThat(PublicRow.SCHEMA.columns()).extracting(Column::name).noneMatch(name -> name.startsWith("std_"));
        assertThat(SMALL.rows().get(0).schema().columns())
                .as("the run's own rows have them")
                .extracting(Column::name)
                .contains("std_value", "std_lo", "std_hi", "std_weights_id");
    }
}
