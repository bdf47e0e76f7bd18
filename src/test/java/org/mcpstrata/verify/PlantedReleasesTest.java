package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** What releases tell together with earlier ones. */
class PlantedReleasesTest extends PlantedLeaks {
    @Test
    void twoReleasesGiveTheNewPeople() {
        Path earlier = write(release(110, 48, 35));

        Verification verification = verify(release(131, 62, 39), earlier);

        assertThat(found(verification, Breach.SMALL_CHANGE, "changed by 4")).isTrue();
    }

    @Test
    void hidingTwoChangedCellsIsSafeWithThePrintedIntervals() {
        Path earlier = write(release(110, 48, 35));

        Verification verification =
                verify(release(131, 62, 39).hidePeople(race("Black")).hidePeople(race("Hispanic")), earlier);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).matches("\\[(49, 65|36, 52)\\] of .*");
    }

    @Test
    void oneMorePersonIsCaughtAndTheCarriedReleaseIsSafe() {
        Path earlier = write(release(110, 48, 35));

        assertThat(found(verify(release(110, 49, 35), earlier), Breach.SMALL_CHANGE, "changed by 1"))
                .isTrue();
        assertThat(verify(release(110, 48, 35), earlier).findings()).isEmpty();
    }

    @Test
    void whatAnEarlierReleaseHidIsNotShownWhileNothingChanged() {
        Path earlier = write(oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")));

        Verification verification = verify(oneWay().hidePeople(race("Asian")).hidePeople(race("White")), earlier);

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
    }

    @Test
    void countsThatDoNotAddUpAreTold() {
        assertThat(found(verify(release(110, 48, 35).people(At.total(), 194)), Breach.DOES_NOT_ADD_UP, "off by"))
                .isTrue();
    }
}
