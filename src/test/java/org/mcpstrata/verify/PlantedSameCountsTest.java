package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** One count under two names, hidden under one and shown under the other; beside each, what makes it safe. */
class PlantedSameCountsTest extends PlantedLeaks {
    private static final At DUAL = At.stratum("dual", "NOT_APPLICABLE");
    private static final At DISABILITY = At.stratum("disability", "NOT_APPLICABLE");

    /** Nobody without Medicare has an answer to either question. */
    private static ReleaseDraft medicare(String people) {
        return draft().exclusive("dual", "FULL", "NON_DUAL")
                .stratum("dual", "NOT_APPLICABLE", "NOT_APPLICABLE", row -> row.set("people_id", people))
                .exclusive("disability", "AGED", "DISABLED")
                .stratum("disability", "NOT_APPLICABLE", "NOT_APPLICABLE", row -> row.set("people_id", people))
                .people(At.total(), 300)
                .people(At.stratum("dual", "FULL"), 50)
                .people(At.stratum("dual", "NON_DUAL"), 80)
                .people(DUAL, 170)
                .people(At.stratum("disability", "AGED"), 100)
                .people(At.stratum("disability", "DISABLED"), 30)
                .people(DISABILITY, 170);
    }

    @Test
    void peopleWithoutMedicareHiddenInOneTableAreShownInTheOther() {
        ReleaseDraft draft = medicare("NO_MEDICARE").hidePeople(DUAL).hidePeople(At.stratum("dual", "FULL"));

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[170, 170]"))
                .isTrue();
        assertThat(verify(medicare("NO_MEDICARE")).findings()).isEmpty();
    }

    @Test
    void strataWithoutACommonNameAreNotTheSamePeople() {
        ReleaseDraft draft = medicare(null).hidePeople(DUAL).hidePeople(At.stratum("dual", "FULL"));

        assertThat(verify(draft).findings()).isEmpty();
    }

    /** Whether all counts agree is a fact of a run: with the first person of whom it is not true the name is gone. */
    @Test
    void aNameThatOneReleaseGivesAndAnotherDoesNotIsNoOtherDescription() {
        assertThat(verify(medicare(null), write(medicare("NO_MEDICARE"))).findings())
                .isEmpty();
        assertThat(verify(medicare("NO_MEDICARE"), write(medicare(null))).findings())
                .isEmpty();
    }

    @Test
    void peopleWithoutMedicareHiddenInBothTablesAreSafe() {
        ReleaseDraft draft = medicare("NO_MEDICARE")
                .hidePeople(DUAL)
                .hidePeople(At.stratum("dual", "FULL"))
                .hidePeople(DISABILITY)
                .hidePeople(At.stratum("disability", "AGED"));

        assertThat(verify(draft).findings()).isEmpty();
    }

    /** Two measures of the same people, one of which hides whom it excludes. */
    private static ReleaseDraft sameExclusions() {
        ReleaseDraft draft = draft().measure("M2", "overall", "", "")
                .excluding(At.total(), 200, 20)
                .excluding(At.total().rate("M2", "overall"), 200, 20);
        draft.at(At.total().rate("M2", "overall"))
                .hide("denominator_exclusion", "performance_denominator", "not_met", "value");
        return draft;
    }

    @Test
    void exclusionsThatOneMeasureHidesAreShownByAnother() {
        Map<String, String> same = Map.of("denominator_exclusion", "M1 overall");
        ReleaseDraft draft = sameExclusions().sameCounts("M1", same).sameCounts("M2", same);

        assertThat(found(verify(draft), Breach.INTERVAL_TOO_NARROW, "[20, 20]")).isTrue();
        assertThat(verify(sameExclusions()).findings()).isEmpty();
    }

    private static ReleaseDraft lines(long commercial, long medicare) {
        return draft().people(At.total(), 50)
                .people(At.total().scope("COMMERCIAL"), commercial)
                .people(At.total().scope("MEDICARE_FFS"), medicare);
    }

    @Test
    void linesOfBusinessLessEverybodyTellWhoHasTwo() {
        assertThat(found(verify(lines(30, 24)), Breach.SMALL_RESIDUAL, "difference is 4"))
                .isTrue();
        assertThat(verify(lines(30, 20)).findings()).isEmpty();
        assertThat(verify(lines(39, 22)).findings()).isEmpty();
    }

    @Test
    void linesOfBusinessThatAreHiddenTellNothing() {
        ReleaseDraft draft = lines(30, 24).hidePeople(At.total().scope("MEDICARE_FFS"));

        assertThat(verify(draft).findings()).isEmpty();
    }
}
