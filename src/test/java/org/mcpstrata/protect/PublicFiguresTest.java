package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.StratifiedResult;

/** What a public row tells of months, dollars and the year before: nothing that one person's could follow from. */
class PublicFiguresTest {
    private static TableRow.Builder row(String scoring, long people) {
        TableRow.Builder row = TableRow.of(StratifiedResult.SCHEMA);
        for (Column column : StratifiedResult.SCHEMA.columns()) {
            if (column.required()) {
                switch (column.type()) {
                    case STRING -> row.set(column.name(), "any");
                    case DATE -> row.set(column.name(), LocalDate.of(2025, 1, 1));
                    case BOOLEAN -> row.set(column.name(), true);
                    default -> row.set(column.name(), 0);
                }
            }
        }
        return row.set("scoring", scoring)
                .set("unit", "index")
                .set("initial_population", people)
                .set("performance_denominator", people)
                .set("quality_mark", "OK");
    }

    private static TableRow.Builder costs(long people, long months) {
        return row("CONTINUOUS", people)
                .set("observation_sum", new BigDecimal("5977.400000"))
                .set("exposure", BigDecimal.valueOf(months))
                .set("value", 1.0349306080843583)
                .set("value_lo", 0.7590385002587603)
                .set("value_hi", 11.310822709915)
                .set("n_effective", 1.0)
                .set("reliability", "C");
    }

    private static TableRow events(long people, long months) {
        return row("RATE", people)
                .set("observation_sum", BigDecimal.valueOf(15))
                .set("exposure", BigDecimal.valueOf(months))
                .set("value", 15_000.0 / months)
                .set("reliability", "C")
                .build();
    }

    @Test
    void dollarsOfOneWhoLeftAreNotPublishedWhereNobodyIsCounted() {
        TableRow left = costs(0, 4).build();

        assertThat(PublicFigures.of(left).values()).containsOnlyKeys("unit");
        assertThat(PublicRow.isPublished(left)).isFalse();
    }

    @Test
    void amountsAreRoundedAndWhoseTheyAreIsNotToldBesideThoseWhoStay() {
        assertThat(PublicFigures.of(costs(34, 412).build()).values())
                .containsOnly(
                        entry("unit", "index"), entry("value", 1.0), entry("value_lo", 0.8), entry("value_hi", 11.0));
    }

    @Test
    void monthThatOnePersonLacksChangesNothingOfAnEventRate() {
        PublicFigures all = PublicFigures.of(events(34, 408));

        assertThat(PublicFigures.of(events(34, 407))).isEqualTo(all);
        assertThat(all.values()).contains(entry("value", 15_000.0 / 34), entry("unit", "events per 1000 people"));
    }

    @Test
    void columnsOfMonthsAndExpectedEventsAreNotPublished() {
        assertThat(PublicRow.SCHEMA.find("exposure")).isEmpty();
        assertThat(PublicRow.SCHEMA.find("expected")).isEmpty();
    }

    @Test
    void improvementThatFitsOneCountOfTheYearBeforeIsNotPublished() {
        assertThat(PublicRow.isPublished(row("RATIO", 34)
                        .set("unit", DerivedRate.IMPROVEMENT_UNIT)
                        .build()))
                .isFalse();
        assertThat(PublicRow.isPublished(row("RATIO", 34).build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0", "0.96, 1.0", "1.25, 1.3", "9.96, 10", "80.4, 80", "123.4, 120", "-2.664, -2.7", "0, 0"})
    void twoDigitsAndNoFinerThanATenth(double exact, double published) {
        assertThat(PublicFigures.rounded(exact)).isEqualTo(published);
    }
}
