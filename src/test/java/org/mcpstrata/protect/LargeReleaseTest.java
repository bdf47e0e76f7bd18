package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

class LargeReleaseTest {
    @Test
    void everythingHiddenOfASmallProgramIsProven() {
        GatedRelease gated = gated(80, 2, 60);

        assertThat(gated.figures().tightest().orElseThrow()).isGreaterThanOrEqualTo(10);
        assertThat(gated.rows("a-release")).allSatisfy(row -> {
            for (Count count : Count.values()) {
                if (count != Count.OBSERVATION_SUM && row.count(count.column()) != null) {
                    assertThat(row.count(count.column())).isNotIn(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
                }
            }
        });
    }

    @Test
    @Tag("full")
    void eightThousandPracticesAreProtectedInFiveMinutes() {
        long start = System.nanoTime();
        GatedRelease gated = gated(8000, 11, 60);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(gated.figures().tightest().orElseThrow()).isGreaterThanOrEqualTo(10);
        assertThat(took).isLessThan(Duration.ofMinutes(5));
    }

    private static GatedRelease gated(int practices, int measures, int people) {
        LargeRelease large = new LargeRelease(practices, measures, people);
        List<TableRow> rows = large.rows();
        ReleaseGate gate = new ReleaseGate(
                LargeRelease.policy(),
                "a salt of some length".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                large.measures(),
                large.strata(),
                Practices.of(large.entities()),
                List.of());
        return gate.protect(rows.stream().filter(gate::wants).toList(), 2);
    }
}
