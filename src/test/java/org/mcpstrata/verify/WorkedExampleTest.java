package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.verify.ReleaseDraft.At;

/** The worked example of stratification.md 5.8, race by dual status: right, naive, and with each complement shown. */
class WorkedExampleTest {
    private static final Map<String, long[]> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put("White", new long[] {60, 140});
        PEOPLE.put("Black", new long[] {25, 45});
        PEOPLE.put("Asian", new long[] {4, 21});
        PEOPLE.put("AIAN", new long[] {6, 13});
    }

    private static final List<String> RIGHT =
            List.of("AIAN:Dual", "AIAN:Non", "Asian:Dual", "Asian:Non", "Black:Dual", "Black:Non");

    @TempDir
    private Path work;

    private static ReleaseDraft table(List<String> hidden) {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", "", "")
                .entity("PROGRAM", "mcp", "")
                .exclusive("race", PEOPLE.keySet().toArray(String[]::new))
                .exclusive("dual", "Dual", "Non")
                .people(At.total(), 314)
                .people(At.stratum("dual", "Dual"), 95)
                .people(At.stratum("dual", "Non"), 219);
        PEOPLE.forEach((race, counts) -> {
            draft.people(At.stratum("race", race), counts[0] + counts[1]);
            for (int i = 0; i < 2; i++) {
                String dual = i == 0 ? "Dual" : "Non";
                String pair = race + ":" + dual;
                draft.stratum(
                        "race:dual",
                        pair,
                        "VALUE",
                        row -> row.set("components", new TreeMap<>(Map.of("race", race, "dual", dual))));
                draft.people(At.stratum("race:dual", pair), counts[i]);
                if (hidden.contains(pair)) {
                    draft.hidePeople(At.stratum("race:dual", pair));
                }
            }
        });
        return draft;
    }

    @Test
    void theRightPatternIsSafeAndItsTightestIntervalIsThePrintedOne() {
        Verification verification = table(RIGHT).verify(work);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).startsWith("[1, 18] of").contains("AIAN:");
        assertThat(verification.hiddenCounts()).isEqualTo(18);
    }

    @Test
    void aSecondHiddenCellInEveryLineIsNotEnough() {
        Verification verification = table(RIGHT.subList(0, 4)).verify(work);

        assertThat(verification.findings())
                .filteredOn(finding -> finding.place().endsWith("denominator"))
                .filteredOn(finding -> finding.breach() == Breach.INTERVAL_TOO_NARROW)
                .extracting(finding -> finding.place().split(", ")[7] + " " + finding.inferred())
                .containsExactlyInAnyOrder(
                        "AIAN:Dual interval [1, 9]",
                        "AIAN:Non interval [10, 18]",
                        "Asian:Dual interval [1, 9]",
                        "Asian:Non interval [16, 24]");
        assertThat(verification.findings())
                .filteredOn(finding -> finding.breach() == Breach.SMALL_RESIDUAL)
                .anyMatch(finding -> finding.inferred().equals("the hidden parts sum up to 10"));
    }

    @Test
    void showingAnyOneComplementIsCaught() {
        for (String shown : List.of("AIAN:Non", "Asian:Non", "Black:Dual", "Black:Non")) {
            List<String> hidden = new ArrayList<>(RIGHT);
            hidden.remove(shown);

            assertThat(table(hidden)
                            .verify(work.resolve(shown.replace(':', '-')))
                            .findings())
                    .as(shown)
                    .extracting(Finding::breach)
                    .contains(Breach.INTERVAL_TOO_NARROW);
        }
    }
}
