package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.ProblemException;

class PolicyReaderTest {
    private static final Map<String, String> KNOWN = Map.of(
            "sex", "SEX", "dual", "", "age_band", "", "race_eth_2024", "RACE", "race_eth_1997", "RACE", "state", "");

    @TempDir
    private Path folder;

    private ProtectionPolicy read(String text) throws IOException {
        Path file = folder.resolve("protection.yaml");
        Files.writeString(file, text);
        return PolicyReader.read(file, KNOWN, Set.of());
    }

    @Test
    void threeTwoWayTablesOfThreeAxesAreRefused() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [sex, dual, age_band]
                        crossings: [[sex, dual], [dual, age_band], [sex, age_band]]
                        """))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no cycle")
                .hasMessageContaining("line 4");
    }

    @Test
    void twoViewsOfOneAnswerAreRefused() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [race_eth_2024, race_eth_1997]
                        """)).hasMessageContaining("another view of the answers of 'race_eth_2024'");
    }

    @Test
    void aMisspeltStratifierIsNamedWithTheLikelyOne() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [sexx]
                        most smal: 3
                        """)).hasMessageContaining("'sexx'").hasMessageContaining("most small");
    }

    @Test
    void aWidthThatWouldLeaveSmallResidualsIsRefused() {
        assertThatThrownBy(() -> read("threshold: 10\nwidth: 3\n")).hasMessageContaining("at least the threshold");
    }

    @Test
    void shippedPolicyIsReadable() throws IOException {
        ProtectionPolicy policy = read(Files.readString(Path.of("measures/protection.yaml"))
                .replace("  - language\n", "")
                .replace("  - disability\n", "")
                .replace("  - track\n", "")
                .replace("  - participant_type\n", ""));

        assertThat(policy.rule()).isEqualTo(new SafetyRule(10, 10));
        assertThat(policy.crossings()).hasSize(2);
        assertThat(policy.publishes("STATE", "ALL", "state", new java.util.TreeSet<>()))
                .isFalse();
        assertThat(policy.publishes("PROGRAM", "payer:x", "TOTAL", new java.util.TreeSet<>()))
                .isFalse();
        assertThat(policy.publishes("PRACTICE", "ALL", "sex", new java.util.TreeSet<>()))
                .isFalse();
    }
}
