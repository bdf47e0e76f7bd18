package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** What releases of the same people tell together that call themselves two programs. */
class PlantedProgramsTest extends PlantedLeaks {
    private static final String OTHER = "another-program";

    /** As in {@link #oneWay()}. */
    private static final Map<String, Long> PEOPLE =
            Map.of("White", 120L, "Black", 48L, "Asian", 7L, "Hispanic", 35L, "Unknown", 15L);

    @Test
    void twoProgramsTogetherDoNotGiveAwayWhatEachHides() {
        Path earlier = write(oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")));
        ReleaseDraft other = oneWay().ofProgram(OTHER).hidePeople(race("Asian")).hidePeople(race("White"));

        assertThat(verify(other).findings()).isEmpty();
        assertThat(found(verify(other, earlier), Breach.INTERVAL_TOO_NARROW, "[7, 7]"))
                .isTrue();
    }

    @Test
    void twoProgramsThatHideTheSameAreSafe() {
        Path earlier = write(oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")));
        ReleaseDraft other = oneWay().ofProgram(OTHER).hidePeople(race("Asian")).hidePeople(race("Unknown"));

        assertThat(verify(other, earlier).findings()).isEmpty();
    }

    @Test
    void fewPeopleMoreInAnotherProgramAreASmallGroup() {
        Path earlier = write(release(110, 48, 35));

        assertThat(found(verify(release(131, 62, 39).ofProgram(OTHER), earlier), Breach.SMALL_CHANGE, "changed by 4"))
                .isTrue();
    }

    @Test
    void programsWithMeasuresOfTheirOwnAreRefused() {
        Path earlier = write(release(110, 48, 35).alsoWith("M2"));
        ReleaseDraft other = release(110, 48, 35).ofProgram(OTHER).alsoWith("M3");

        assertThat(verify(other, earlier).findings())
                .extracting(Finding::breach)
                .containsOnly(Breach.PROGRAMS_DIFFER);
        assertThat(verify(other, earlier).findings())
                .extracting(Finding::inferred)
                .containsExactly("without M2 1", "without M3 1");
    }

    @Test
    void aProgramWithSomeOfTheMeasuresIsHeldAgainstTheOneWithAll() {
        Path earlier = write(release(110, 48, 35).alsoWith("M2"));

        assertThat(verify(release(110, 48, 35).ofProgram(OTHER), earlier).findings())
                .isEmpty();
    }

    @Test
    void aMeasureThatALaterReleaseAddsSharesItsPopulationWithThoseThatAreUnchanged() {
        Path earlier = write(ofPopulation("M1 overall"));
        ReleaseDraft later = ofPopulation("M0 overall").measure("M0", "overall", null, "M0 overall");
        later.people(At.total().rate("M0", "overall"), 225);
        PEOPLE.forEach((race, people) -> later.people(race(race).rate("M0", "overall"), people));
        later.hidePeople(race("Asian").rate("M0", "overall"))
                .hidePeople(race("White").rate("M0", "overall"));

        assertThat(found(verify(later, earlier), Breach.INTERVAL_TOO_NARROW, "[7, 7]"))
                .isTrue();
    }

    /** The oracle's table, in which 7 people and 15 are hidden, of a measure whose population has a name. */
    private static ReleaseDraft ofPopulation(String name) {
        return oneWay().populationOf("M1", name).hidePeople(race("Asian")).hidePeople(race("Unknown"));
    }
}
