package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Strata published at several steps: what the finer one shows, the coarser one's hidden counts follow from, and the reverse. */
class PlantedStepsTest extends PlantedLeaks {
    private static final String MERGED = "Asian or NHPI";

    /** The program at step 0, states at step 1. */
    private static ReleaseDraft described() {
        return draft().exclusive("race", "White", "Asian", "NHPI")
                .stratum("race", MERGED, "VALUE", row -> row.set("merges", List.of("Asian", "NHPI")));
    }

    private static At state(String id, String stratum) {
        return race(stratum).of("STATE", id);
    }

    private static ReleaseDraft programAndStates(long asian, long nhpi, long inColorado, long inMaine) {
        return described()
                .entity("STATE", "CO", "CO")
                .entity("STATE", "ME", "ME")
                .people(At.total(), 200 + asian + nhpi)
                .people(race("White"), 200)
                .people(race("Asian"), asian)
                .people(race("NHPI"), nhpi)
                .people(At.total().of("STATE", "CO"), 100 + inColorado)
                .people(At.total().of("STATE", "ME"), 100 + inMaine)
                .people(state("CO", "White"), 100)
                .people(state("ME", "White"), 100)
                .people(state("CO", MERGED), inColorado)
                .people(state("ME", MERGED), inMaine)
                .step(state("CO", "White"), 1)
                .step(state("ME", "White"), 1)
                .step(state("CO", MERGED), 1)
                .step(state("ME", MERGED), 1);
    }

    @Test
    void finerStrataOfTheProgramAddUpToMergedOnesOfStates() {
        assertThat(verify(programAndStates(40, 30, 35, 35)).findings()).isEmpty();
        assertThat(found(verify(programAndStates(40, 30, 35, 36)), Breach.DOES_NOT_ADD_UP, "off by 1"))
                .isTrue();
    }

    @Test
    void mergedStrataOfStatesGiveTheProgramsHiddenFinerOne() {
        ReleaseDraft draft = programAndStates(40, 7, 20, 27).hidePeople(race("NHPI"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
    }

    @Test
    void bothPartsHiddenAreSafe() {
        ReleaseDraft draft =
                programAndStates(40, 7, 20, 27).hidePeople(race("NHPI")).hidePeople(race("Asian"));

        Verification verification = verify(draft);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).startsWith("[1, 46] of");
    }

    /** A program at one step for everybody, and at another for a line of business. */
    private static ReleaseDraft lineOfBusiness() {
        ReleaseDraft draft = described()
                .people(At.total(), 270)
                .people(race("White"), 200)
                .people(race("Asian"), 40)
                .people(race("NHPI"), 30)
                .people(At.total().scope("CHIP"), 165)
                .people(race("White").scope("CHIP"), 100);
        draft.people(race(MERGED).scope("CHIP"), 65);
        draft.step(race("White").scope("CHIP"), 1).step(race(MERGED).scope("CHIP"), 1);
        return draft;
    }

    @Test
    void everybodyElseOfMergedStrataIsAGroupToo() {
        assertThat(found(verify(lineOfBusiness()), Breach.SMALL_RESIDUAL, "difference is 5"))
                .isTrue();
    }

    @Test
    void anEarlierReleaseAtAFinerStepGivesTheMergedRest() {
        Path earlier = write(described()
                .people(At.total(), 236)
                .people(race("White"), 200)
                .people(race("Asian"), 30)
                .people(race("NHPI"), 6)
                .hidePeople(race("White"))
                .hidePeople(race("NHPI")));
        ReleaseDraft coarser = described()
                .people(At.total(), 236)
                .people(race("White"), 200)
                .people(race(MERGED), 36)
                .step(race("White"), 1)
                .step(race(MERGED), 1);

        Verification verification = verify(coarser, earlier);

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[6, 6]")).isTrue();
        assertThat(verify(coarser).findings()).isEmpty();
    }

    @Test
    void whoeverCameSinceAnEarlierReleaseFollowsAcrossSteps() {
        Path earlier = write(described()
                .people(At.total(), 270)
                .people(race("White"), 200)
                .people(race("Asian"), 40)
                .people(race("NHPI"), 30));
        ReleaseDraft now = described()
                .people(At.total(), 274)
                .people(race("White"), 200)
                .people(race(MERGED), 74)
                .step(race("White"), 1)
                .step(race(MERGED), 1);

        Verification verification = verify(now, earlier);

        assertThat(verification.findings())
                .anyMatch(finding -> finding.breach() == Breach.SMALL_CHANGE
                        && finding.place().contains(MERGED)
                        && finding.inferred().contains("changed by 4"));
    }

    @Test
    void aCrossingOfMergedStrataAddsUpToTheFinerOnes() {
        ReleaseDraft draft = described().exclusive("sex", "F", "M");
        for (String sex : List.of("F", "M")) {
            for (String race : List.of("White", MERGED)) {
                draft.stratum(
                        "race_x_sex",
                        race + ":" + sex,
                        "VALUE",
                        row -> row.set("components", new TreeMap<>(Map.of("race", race, "sex", sex))));
            }
        }
        draft.people(At.total(), 147)
                .people(race("White"), 100)
                .people(race("Asian"), 40)
                .people(race("NHPI"), 7)
                .hidePeople(race("NHPI"))
                .people(At.stratum("sex", "F"), 77)
                .people(At.stratum("sex", "M"), 70)
                .people(At.stratum("race_x_sex", "White:F"), 50)
                .people(At.stratum("race_x_sex", "White:M"), 50)
                .people(At.stratum("race_x_sex", MERGED + ":F"), 27)
                .people(At.stratum("race_x_sex", MERGED + ":M"), 20);
        for (String stratum : List.of("White:F", "White:M", MERGED + ":F", MERGED + ":M")) {
            draft.step(At.stratum("race_x_sex", stratum), 1);
        }

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
    }

    @Test
    void twoStepsInOneTableAreNotTakenForTwoGroups() {
        ReleaseDraft draft = described()
                .people(At.total(), 270)
                .people(race("White"), 200)
                .people(race("Asian"), 40)
                .people(race("NHPI"), 30)
                .people(race(MERGED), 70)
                .step(race(MERGED), 1);

        assertThat(verify(draft).findings())
                .anyMatch(finding -> finding.breach() == Breach.NOT_DESCRIBED
                        && finding.inferred().contains("two steps"))
                .anyMatch(finding -> finding.breach() == Breach.NOT_DESCRIBED
                        && finding.inferred().contains("the same people"));
    }

    @Test
    void strataThatMeanSomethingElseThanInAnEarlierReleaseProveNothing() {
        Path earlier = write(described().people(At.total(), 200).people(race("White"), 200));
        ReleaseDraft now = draft().exclusive("race", "White", "Asian", "NHPI")
                .stratum("race", MERGED, "VALUE", row -> row.set("merges", List.of("White", "NHPI")))
                .people(At.total(), 200)
                .people(race(MERGED), 200)
                .step(race(MERGED), 1);

        assertThat(found(verify(now, earlier), Breach.NOT_DESCRIBED, "otherwise"))
                .isTrue();
    }

    @Test
    void strataOfPracticesAreNotMerged() {
        ReleaseDraft draft = draft();
        for (String track : List.of("1", "2")) {
            draft.stratum("track", "TRACK_" + track, "VALUE", row -> row.set("attribute", "practice:track")
                    .set("rule", "practice fact")
                    .set("answers", List.of(track)));
        }
        draft.stratum("track", "ANY", "VALUE", row -> row.set("attribute", "practice:track")
                        .set("rule", "practice fact")
                        .set("merges", List.of("TRACK_1", "TRACK_2")))
                .people(At.total(), 100)
                .people(At.stratum("track", "ANY"), 100)
                .step(At.stratum("track", "ANY"), 1);

        assertThat(found(verify(draft), Breach.NOT_DESCRIBED, "cannot be added up"))
                .isTrue();
    }
}
