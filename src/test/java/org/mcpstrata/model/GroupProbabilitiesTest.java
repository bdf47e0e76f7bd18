package org.mcpstrata.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupProbabilitiesTest {
    private static GroupProbabilities of(String... delivered) {
        Map<ProbableGroup, BigDecimal> vector = new EnumMap<>(ProbableGroup.class);
        for (int i = 0; i < delivered.length; i++) {
            vector.put(ProbableGroup.values()[i], new BigDecimal(delivered[i]));
        }
        return GroupProbabilities.of(vector);
    }

    @Test
    void whatIsOffOneByAMillionthGoesToTheLargestGroup() {
        assertThat(of("0.333333", "0.333333", "0.333333", "0", "0", "0").millionths())
                .isEqualTo(List.of(333_334, 333_333, 333_333, 0, 0, 0));
        assertThat(of("0.1", "0.800001", "0.1", "0", "0", "0").millionths())
                .isEqualTo(List.of(100_000, 800_000, 100_000, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.500000, 0.499998", // two millionths short
        "0.6, 0.400002",
        "1.000001, 0",
        "-0.1, 1.1",
        "0.5000005, 0.4999995" // half a millionth is no millionth
    })
    void whatIsNoVectorIsRefused(String white, String black) {
        assertThatThrownBy(() -> of(white, black, "0", "0", "0", "0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupThatIsMissingIsRefused() {
        assertThatThrownBy(() -> of("0.5", "0.5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noProbabilityOfAPersonIsPrinted() {
        assertThat(of("0.9", "0.1", "0", "0", "0", "0").toString()).doesNotContain("9");
    }
}
