package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Two views of one answer that tell together what neither tells alone. */
class PlantedViewsTest extends PlantedLeaks {
    /** The oracle's two roll-ups; people of several answers or without one do not occur. */
    private static ReleaseDraft rollUps(String... hidden) {
        ReleaseDraft draft = draft();
        view(draft, "race_1997", "W", List.of("WHITE", "MENA"));
        view(draft, "race_1997", "B", List.of("BLACK"));
        view(draft, "race_1997", "O", List.of("OTHER"));
        view(draft, "race_2024", "W", List.of("WHITE"));
        view(draft, "race_2024", "MENA", List.of("MENA"));
        view(draft, "race_2024", "B", List.of("BLACK"));
        view(draft, "race_2024", "O", List.of("OTHER"));
        several(draft, "race_1997");
        several(draft, "race_2024");
        draft.people(At.total(), 215)
                .people(At.stratum("race_1997", "W"), 130)
                .people(At.stratum("race_1997", "B"), 60)
                .people(At.stratum("race_1997", "O"), 25)
                .people(At.stratum("race_2024", "W"), 121)
                .people(At.stratum("race_2024", "MENA"), 9)
                .people(At.stratum("race_2024", "B"), 60)
                .people(At.stratum("race_2024", "O"), 25);
        for (String stratum : hidden) {
            draft.hidePeople(At.stratum("race_2024", stratum));
        }
        return draft;
    }

    private static void view(ReleaseDraft draft, String stratifier, String id, List<String> answers) {
        draft.stratum(stratifier, id, "VALUE", row -> row.set("attribute", "RACE_ETHNICITY")
                .set("rule", "combined answer")
                .set("answers", answers));
    }

    private static void several(ReleaseDraft draft, String stratifier) {
        draft.stratum(stratifier, "MULTI", "MULTI", row -> row.set("attribute", "RACE_ETHNICITY")
                .set("rule", "combined answer"));
    }

    @Test
    void twoRollUpsGiveWhatLooksSafeInEach() {
        Verification verification = verify(rollUps("MENA", "O"));

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[9, 9]")).isTrue();
        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[25, 25]")).isTrue();
    }

    @Test
    void hidingTheRollUpsOtherPartIsSafe() {
        Verification verification = verify(rollUps("MENA", "W"));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).startsWith("[1, 129] of");
    }

    @Test
    void peopleInCombinationOnlyFollowFromTwoViews() {
        ReleaseDraft draft = draft();
        for (String id : List.of("AIAN", "WHITE")) {
            view(draft, "race_2024", id, List.of(id));
            draft.stratum("race_aoic", id, "VALUE", row -> row.set("exclusive", false)
                    .set("attribute", "RACE_ETHNICITY")
                    .set("rule", "every answer")
                    .set("answers", List.of(id)));
        }
        several(draft, "race_2024");
        draft.people(At.total(), 150)
                .people(At.stratum("race_2024", "AIAN"), 30)
                .people(At.stratum("race_2024", "WHITE"), 112)
                .people(At.stratum("race_2024", "MULTI"), 8)
                .people(At.stratum("race_aoic", "AIAN"), 38)
                .people(At.stratum("race_aoic", "WHITE"), 120)
                .hidePeople(At.stratum("race_2024", "MULTI"));

        Verification verification = verify(draft);

        assertThat(found(verification, Breach.SMALL_RESIDUAL, "difference is 8"))
                .isTrue();
        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[8, 8]")).isTrue();
    }
}
