package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A fault that changes nothing, or several rules at once, would prove nothing. */
class SeededFaultsTest {
    @ParameterizedTest
    @FieldSource("org.mcpstrata.second.SeededFaults#ALL")
    void aSeededFaultChangesOnePlace(SeededFault fault) throws IOException {
        assertThat(SecondImplementation.places(fault)).isEqualTo(1);
    }

    @Test
    void everySeededFaultIsSeenSomewhere() {
        assertThat(SeededFaults.ALL)
                .allSatisfy(fault -> assertThat(fault.seenAmong()).isNotEmpty());
    }

    @Test
    void tenAndMoreAreSeenAmongGeneratedPeopleInTheFastTests() {
        assertThat(SeededFaults.seenInTheSample()).hasSizeGreaterThanOrEqualTo(10);
    }
}
