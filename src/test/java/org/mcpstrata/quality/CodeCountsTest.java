package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;

/** People whom a payer covers, in the denominators of two measures. */
class CodeCountsTest {
    private static PersonVerdicts person(String payer, Map<String, Boolean> found) {
        return new PersonVerdicts(
                new PersonDraft("p")
                        .scopes(Set.of("ALL", "COMMERCIAL", "payer:" + payer))
                        .build(),
                List.of(),
                List.of(),
                new TreeMap<>(found));
    }

    private static CodeCounts people(int without, int with) {
        CodeCounts.Sum sum = new CodeCounts.Sum();
        for (int i = 0; i < without + with; i++) {
            sum.add(person("plan", Map.of("M1", i >= without, "M2", true)));
        }
        return sum.counts();
    }

    @Test
    void measureOfWhichNobodyHasACodeIsNamed() {
        assertThat(people(30, 0).of("plan")).isEqualTo(new Share(2, 1));
        assertThat(people(30, 0).without("plan")).containsExactly("M1");
    }

    @Test
    void onePersonWithACodeIsEnough() {
        assertThat(people(29, 1).of("plan")).isEqualTo(new Share(2, 0));
        assertThat(people(500, 1).without("plan")).isEmpty();
    }

    @Test
    void fewerThanThirtyPeopleSayNothing() {
        assertThat(people(29, 0).of("plan")).isEqualTo(Share.NONE);
    }

    @Test
    void payersThatCoverNobodyAreAskedNothing() {
        assertThat(people(30, 0).of("registry")).isEqualTo(Share.NONE);
        assertThat(people(30, 0).byPayer()).containsOnlyKeys("plan");
    }
}
