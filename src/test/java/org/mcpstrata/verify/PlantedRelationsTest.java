package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Measures, rates, lines of business and practices that give away what another hides. */
class PlantedRelationsTest extends PlantedLeaks {
    @Test
    void anotherMeasureShowsTheDenominatorThatThisOneHid() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", "", "adults")
                .measure("M2", "overall", "", "adults")
                .entity("PROGRAM", "mcp", "")
                .exclusive("race", "White", "Asian", "Unknown");
        for (String measure : List.of("M1", "M2")) {
            draft.people(At.total().rate(measure, "overall"), 142)
                    .people(race("White").rate(measure, "overall"), 100)
                    .people(race("Asian").rate(measure, "overall"), 12)
                    .people(race("Unknown").rate(measure, "overall"), 30);
        }
        draft.hidePeople(race("Asian")).hidePeople(race("Unknown"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[12, 12]")).isTrue();
    }

    @Test
    void everybodyElseOfALineOfBusinessIsAGroupToo() {
        ReleaseDraft draft = draft().people(At.total(), 200).people(At.total().scope("CHIP"), 195);

        assertThat(found(verify(draft), Breach.SMALL_RESIDUAL, "difference is 5"))
                .isTrue();
    }

    @Test
    void thePracticesOfAStateGiveTheHiddenOne() {
        ReleaseDraft draft = draft().entity("STATE", "CO", "CO")
                .entity("PRACTICE", "p1", "CO")
                .entity("PRACTICE", "p2", "CO")
                .people(At.total(), 108)
                .metAndNot(At.total().of("STATE", "CO"), 58, 50)
                .metAndNot(At.total().of("PRACTICE", "p1"), 50, 30)
                .metAndNot(At.total().of("PRACTICE", "p2"), 8, 20)
                .hideMet(At.total().of("PRACTICE", "p2"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[8, 8]")).isTrue();
    }

    @Test
    void practicesOfATrackGiveTheHiddenOneWhereNoStateIsPublished() {
        ReleaseDraft draft = draft().practice("p1", "CO", 1)
                .practice("p2", "MA", 1)
                .practice("p3", "MA", 2)
                .stratum("track", "TRACK_1", "VALUE", row -> track(row, "1"))
                .stratum("track", "TRACK_2", "VALUE", row -> track(row, "2"))
                .metAndNot(At.total(), 158, 150)
                .metAndNot(At.stratum("track", "TRACK_1"), 58, 50)
                .metAndNot(At.stratum("track", "TRACK_2"), 100, 100)
                .metAndNot(At.total().of("PRACTICE", "p1"), 50, 30)
                .metAndNot(At.total().of("PRACTICE", "p2"), 8, 20)
                .metAndNot(At.total().of("PRACTICE", "p3"), 100, 100)
                .hideMet(At.total().of("PRACTICE", "p2"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[8, 8]")).isTrue();
    }

    private static void track(TableRow.Builder row, String answer) {
        row.set("attribute", "practice:track").set("rule", "practice fact").set("answers", List.of(answer));
    }

    @Test
    void aRateThatIsNotPublishedSaysNothing() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", "", "")
                .measure("M1", "young", "overall", "")
                .measure("M1", "old", "overall", "")
                .entity("PROGRAM", "mcp", "")
                .people(At.total(), 109)
                .people(At.total().rate("M1", "old"), 90);

        assertThat(verify(draft).findings()).isEmpty();
    }

    @Test
    void publishedRatesLeaveASmallRestForTheOthers() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", "", "")
                .measure("M1", "young", "overall", "")
                .measure("M1", "old", "overall", "")
                .entity("PROGRAM", "mcp", "")
                .people(At.total(), 109)
                .people(At.total().rate("M1", "old"), 101);

        assertThat(found(verify(draft), Breach.SMALL_RESIDUAL, "difference is 8"))
                .isTrue();
    }

    @Test
    void agesThatAddUpToTheMeasureGiveTheHiddenOne() {
        ReleaseDraft draft = new ReleaseDraft()
                .measure("M1", "overall", "", "")
                .measure("M1", "young", "overall", "")
                .measure("M1", "old", "overall", "")
                .entity("PROGRAM", "mcp", "")
                .people(At.total(), 109)
                .people(At.total().rate("M1", "young"), 9)
                .people(At.total().rate("M1", "old"), 100)
                .hidePeople(At.total().rate("M1", "young"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[9, 9]")).isTrue();
    }

    private static ReleaseDraft narrowing(long excludedByTheNarrow) {
        At narrow = At.total().rate("M1", "without outliers");
        return new ReleaseDraft()
                .measure("M1", "overall", "", "adults")
                .measure("M1", "without outliers", "", "adults", "overall")
                .entity("PROGRAM", "mcp", "")
                .excluding(At.total(), 200, 40)
                .excluding(narrow, 200, excludedByTheNarrow);
    }

    @Test
    void whoeverOnlyTheNarrowerRateExcludesIsAGroupToo() {
        assertThat(verify(narrowing(60)).findings()).isEmpty();
        assertThat(found(verify(narrowing(47)), Breach.SMALL_RESIDUAL, "difference is 7"))
                .isTrue();
        assertThat(found(verify(narrowing(30)), Breach.DOES_NOT_ADD_UP, "off by 10"))
                .as("a narrower rate that excludes fewer")
                .isTrue();
    }

    @Test
    void orientationAndIdentityAndTribeAreNeitherCrossedNorSplitByPayer() {
        for (String attribute : List.of("SEXUAL_ORIENTATION", "GENDER_IDENTITY", "TRIBAL_AFFILIATION")) {
            ReleaseDraft draft = draft().exclusive("sex", "F")
                    .stratum("axis", "A", "VALUE", row -> row.set("attribute", attribute))
                    .stratum(
                            "axis_x_sex",
                            "A:F",
                            "VALUE",
                            row -> row.set("components", new TreeMap<>(Map.of("axis", "A", "sex", "F"))))
                    .people(At.total(), 100)
                    .people(At.stratum("axis", "A"), 100);

            assertThat(verify(draft).findings()).as(attribute).isEmpty();
            for (At at : List.of(At.stratum("axis", "A").scope("CHIP"), At.stratum("axis_x_sex", "A:F"))) {
                assertThat(found(verify(draft.people(at, 100)), Breach.NOT_FOR_PUBLICATION, "never crossed"))
                        .as(attribute + " " + at.stratifier())
                        .isTrue();
                draft.without(at);
            }
        }
    }
}
