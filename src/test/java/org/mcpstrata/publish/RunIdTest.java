package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunIdTest {
    private static RunId id(Map<String, String> inputs) {
        return RunId.of(new TreeMap<>(inputs));
    }

    @Test
    void equalInputsGiveTheSameIdOnEveryMachine() {
        // printf '6:period=4:2025\n' | sha256sum
        assertThat(id(Map.of("period", "2025")).value()).isEqualTo("a892d5eff69e1915aafa");
    }

    @Test
    void everyInputAndItsNameChangesTheId() {
        RunId id = id(Map.of("drops", "abc", "period", "2025"));
        assertThat(id(Map.of("drops", "abd", "period", "2025"))).isNotEqualTo(id);
        assertThat(id(Map.of("drop", "sabc", "period", "2025"))).isNotEqualTo(id);
        assertThat(id(Map.of("drops", "abc"))).isNotEqualTo(id);
        assertThat(id(Map.of("drops", "abc\n6:period=4:2025"))).isNotEqualTo(id);
    }
}
