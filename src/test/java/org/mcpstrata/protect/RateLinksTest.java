package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

/** How rates hang together is read from the counts, so that nothing rests on how a measure file says it. */
class RateLinksTest {
    private static final RateName OVERALL = new RateName("M00", "overall");
    private static final RateName NARROW = new RateName("M00", "narrow");

    /** Every row once more as a rate that excludes those who did not meet the other. */
    private static List<CountedRow> withNarrower(String entityWithMore) {
        List<CountedRow> rows = new ArrayList<>();
        for (TableRow row : new LargeRelease(80, 1, 60).rows()) {
            rows.add(CountedRow.of(row, Map.of()));
            TableRow.Builder narrow = TableRow.of(row.schema());
            row.schema().columns().forEach(column -> narrow.set(column.name(), row.value(column.name())));
            boolean more = row.text("entity_id").equals(entityWithMore);
            long fewer = more ? 0 : row.count("not_met");
            narrow.set("rate_id", "narrow")
                    .set(
                            "denominator_exclusion",
                            more ? row.count("denominator_exclusion") - 1 : row.count("denominator_exclusion") + fewer)
                    .set("performance_denominator", row.count("performance_denominator") - fewer)
                    .set("not_met", row.count("not_met") - fewer);
            rows.add(CountedRow.of(narrow.build(), Map.of()));
        }
        return rows;
    }

    @Test
    void aRateThatExcludesMoreInEveryRowNarrowsTheOther() {
        RateLinks links = RateLinks.of(withNarrower(""));

        assertThat(links.narrows()).containsEntry(NARROW, OVERALL).hasSize(1);
        assertThat(links.populations())
                .containsEntry(OVERALL, links.populations().get(NARROW));
    }

    @Test
    void oneRowThatExcludesFewerEndsIt() {
        assertThat(RateLinks.of(withNarrower("CO")).narrows()).isEmpty();
    }

    /** Every row once more as a measure of the same people and exclusions that looks for the contrary. */
    @Test
    void exclusionsAndDenominatorsOfAnotherNumeratorAreTheSameCounts() {
        RateName contrary = new RateName("M01", "overall");
        List<CountedRow> rows = new ArrayList<>();
        for (TableRow row : new LargeRelease(80, 1, 60).rows()) {
            rows.add(CountedRow.of(row, Map.of()));
            TableRow.Builder other = TableRow.of(row.schema());
            row.schema().columns().forEach(column -> other.set(column.name(), row.value(column.name())));
            other.set("measure_id", "M01")
                    .set("numerator", row.count("not_met"))
                    .set("not_met", row.count("numerator"));
            rows.add(CountedRow.of(other.build(), Map.of()));
        }

        RateLinks links = RateLinks.of(rows);

        for (Count count : List.of(
                Count.INITIAL_POPULATION,
                Count.DENOMINATOR,
                Count.DENOMINATOR_EXCLUSION,
                Count.PERFORMANCE_DENOMINATOR)) {
            assertThat(links.first(count, contrary)).as(count.name()).isEqualTo(OVERALL);
        }
        assertThat(links.first(Count.NUMERATOR, contrary)).isEqualTo(contrary);
        assertThat(ReleaseGate.block(contrary, links)).isEqualTo("M00+M01");
    }
}
