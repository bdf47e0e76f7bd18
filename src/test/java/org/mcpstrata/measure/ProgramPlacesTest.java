package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Place;

/** Whatever a program names can be pointed at in its file when it turns out to be wrong. */
class ProgramPlacesTest {
    private static final List<String> NAMED =
            List.of("EDU", "TPCC", Program.improvementOf("TPCC"), Program.limitOf("EDU", "outlier"));

    private static Program program(List<String> placed, String confidence) {
        Map<String, Place> places = new HashMap<>();
        placed.forEach(name -> places.put(name, Place.of("program.yaml")));
        SortedMap<String, SortedMap<String, Limit>> limits = new TreeMap<>();
        limits.put("EDU", new TreeMap<>(Map.of("outlier", Limit.fixed(Threshold.parse(">= 4")))));
        return new Program(
                "test",
                "A test",
                "test",
                List.of(),
                new YearRange(2025, 2025),
                new TreeSet<>(List.of("NJ")),
                new TreeSet<>(),
                List.of(),
                new TreeSet<>(),
                List.of(new Program.Participant(2, "IHS or Tribal", List.of("EDU"), List.of("TPCC"))),
                limits,
                new BigDecimal(confidence),
                Map.of(),
                80,
                Program.Wanted.NOTHING,
                places);
    }

    @Test
    void aMeasureAnImprovementOrALimitWithoutItsPlaceIsRefused() {
        assertThat(program(NAMED, "0.95").places()).hasSize(4);
        for (int missing = 0; missing < NAMED.size(); missing++) {
            List<String> placed = new ArrayList<>(NAMED);
            placed.remove(missing);
            assertThatThrownBy(() -> program(placed, "0.95")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theMeasureOfAnImprovementIsReportedToo() {
        assertThat(program(NAMED, "0.95").measureIds()).containsExactly("EDU", "TPCC");
    }

    @Test
    void limitsOfTwoMeasuresAreNotMistakenForOneAnother() {
        assertThat(Program.limitOf("EDU", "outlier")).isEqualTo("EDU > outlier");
        assertThat(Program.improvementOf("EDU")).isEqualTo("improvement of > EDU");
    }

    @Test
    void confidenceOfNothingOrOfCertaintyIsRefused() {
        assertThatThrownBy(() -> program(NAMED, "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> program(NAMED, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKindOfAParticipantIsWrittenAsAttributionFilesDo() {
        assertThat(program(NAMED, "0.95").participants().get(0).type()).isEqualTo("IHS_TRIBAL");
    }
}
