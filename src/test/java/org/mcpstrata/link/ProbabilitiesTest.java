package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.VENDOR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.IndirectEstimates.Method;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.ProbableGroup;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class ProbabilitiesTest {
    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> evidence = new ArrayList<>();
    private PersonPolicy policy = PersonPolicy.standard()
            .withWanted(new WantedFacts(
                    new IndirectEstimates("MBISG", "2.1", new TreeSet<>(List.of(Method.INDIRECT)), false), false));

    private void vector(String payer, String model, String version, String white, String black) {
        evidence.add(rows.row(
                Table.RACE_PROBABILITY,
                payer,
                "m",
                "prob_model",
                model,
                "prob_version",
                version,
                "white",
                white,
                "black",
                black,
                "hispanic",
                "0",
                "asian_nhpi",
                "0",
                "aian",
                "0",
                "multiracial",
                "0"));
    }

    private OptionalFacts facts() {
        return new PersonResolver(new MeasurementPeriod(2025), DROPS, policy)
                .resolve("P1", evidence)
                .optional();
    }

    private int white() {
        int found = facts().groups().orElseThrow().of(ProbableGroup.WHITE);
        Collections.reverse(evidence);
        assertThat(facts().groups().orElseThrow().of(ProbableGroup.WHITE))
                .as("in any order of rows")
                .isEqualTo(found);
        return found;
    }

    @Test
    void onlyTheModelAndVersionOfTheProgramCount() {
        vector(VENDOR, "BISG", "2.1", "0.1", "0.9");
        vector(VENDOR, "MBISG", "2.0", "0.2", "0.8");
        assertThat(facts().groups()).isEmpty();
        vector(VENDOR, "MBISG", "2.1", "0.3", "0.7");
        assertThat(white()).isEqualTo(300_000);
    }

    @Test
    void theNewestDropsVectorCountsAndNeverAMeanOfTwo() {
        vector(PLAN, "MBISG", "2.1", "0.4", "0.6");
        vector(CLINIC, "MBISG", "2.1", "0.6", "0.4");
        boolean planIsNewer = DROPS.rank(PLAN, evidence.get(0).dropId())
                > DROPS.rank(CLINIC, evidence.get(1).dropId());
        assertThat(white()).isEqualTo(planIsNewer ? 400_000 : 600_000);
    }

    @Test
    void nothingIsKeptWhereTheProgramWantsNothing() {
        policy = PersonPolicy.standard();
        vector(VENDOR, "MBISG", "2.1", "0.3", "0.7");
        assertThat(facts()).isEqualTo(OptionalFacts.NONE);
    }
}
