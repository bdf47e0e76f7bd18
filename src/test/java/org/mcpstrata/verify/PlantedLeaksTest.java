package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Every leak of stratification.md 5.1 and of the disclosure oracles, planted; beside each, what makes it safe. */
class PlantedLeaksTest {
    @TempDir
    private Path work;

    private int drafts;

    private static ReleaseDraft draft() {
        return new ReleaseDraft().measure("M1", "overall", "", "").entity("PROGRAM", "mcp", "");
    }

    private Verification verify(ReleaseDraft draft, Path... earlier) {
        return draft.verify(work.resolve("r" + drafts++), earlier);
    }

    private static At race(String id) {
        return At.stratum("race", id);
    }

    /** The oracle's one-way table. */
    private static ReleaseDraft oneWay() {
        return draft().exclusive("race", "White", "Black", "Asian", "Hispanic", "Unknown")
                .people(At.total(), 225)
                .people(race("White"), 120)
                .people(race("Black"), 48)
                .people(race("Asian"), 7)
                .people(race("Hispanic"), 35)
                .people(race("Unknown"), 15);
    }

    private static boolean found(Verification verification, Breach breach, String inferred) {
        return verification.findings().stream()
                .anyMatch(finding ->
                        finding.breach() == breach && finding.inferred().contains(inferred));
    }

    @Test
    void smallCountIsShown() {
        assertThat(found(verify(oneWay()), Breach.SMALL_COUNT_SHOWN, "7")).isTrue();
    }

    @Test
    void marginLessOthersGivesTheOnlyHiddenCell() {
        Verification verification = verify(oneWay().hidePeople(race("Asian")));

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
        assertThat(found(verification, Breach.SMALL_RESIDUAL, "sum up to 7")).isTrue();
    }

    @Test
    void twoHiddenCellsOfTheOneWayTableAreSafe() {
        Verification verification = verify(oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).startsWith("[1, 21] of");
    }

    @Test
    void residualOfTheHiddenSetIsSmall() {
        ReleaseDraft draft = draft().exclusive("race", "White", "Asian", "AIAN")
                .people(At.total(), 110)
                .people(race("White"), 100)
                .people(race("Asian"), 4)
                .people(race("AIAN"), 6)
                .hidePeople(race("Asian"))
                .hidePeople(race("AIAN"));

        assertThat(found(verify(draft), Breach.SMALL_RESIDUAL, "sum up to 10")).isTrue();
    }

    /** The oracle's table of met and not met. */
    private static ReleaseDraft metAndNot() {
        return draft().exclusive("race", "White", "Black", "Hispanic", "Asian")
                .metAndNot(At.total(), 308, 50)
                .metAndNot(race("White"), 150, 30)
                .metAndNot(race("Black"), 58, 6)
                .metAndNot(race("Hispanic"), 66, 14)
                .metAndNot(race("Asian"), 34, 0);
    }

    @Test
    void notMetFollowsFromMet() {
        ReleaseDraft draft = metAndNot();
        draft.at(race("Black")).hide("not_met");

        Verification verification = verify(draft);

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[6, 6]")).isTrue();
        assertThat(found(verification, Breach.DERIVED_FROM_HIDDEN, "")).isTrue();
    }

    @Test
    void metAndNotMetOfTwoGroupsHiddenIsSafeWithThePrintedIntervals() {
        Verification verification = verify(metAndNot().hideMet(race("Black")).hideMet(race("Hispanic")));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).matches("\\[(1, 19|45, 63|61, 79)\\] of .*");
    }

    @Test
    void showingAnyOneHiddenFieldOfMetAndNotMetIsCaught() {
        for (String group : List.of("Black", "Hispanic")) {
            for (String field : List.of("numerator", "not_met")) {
                ReleaseDraft draft = metAndNot().hideMet(race("Black")).hideMet(race("Hispanic"));
                ReleaseDraft.Row row = draft.at(race(group));
                long shown = group.equals("Black")
                        ? field.equals("numerator") ? 58 : 6
                        : field.equals("numerator") ? 66 : 14;
                row.show(field, shown);

                assertThat(verify(draft).isSafe()).as(group + " " + field).isFalse();
            }
        }
    }

    @Test
    void rateWithAKnownDenominatorGivesTheNumerator() {
        ReleaseDraft draft = draft().exclusive("race", "White", "Black").metAndNot(At.total(), 4, 133);
        draft.hideMet(At.total()).at(At.total()).set("value", 0.029);

        assertThat(found(verify(draft), Breach.DERIVED_FROM_HIDDEN, "numerator [4]"))
                .isTrue();
    }

    @Test
    void intervalWithoutCountsGivesThem() {
        ReleaseDraft draft = draft().metAndNot(At.total(), 7, 2);
        draft.hideMet(At.total())
                .at(At.total())
                .hide("performance_denominator", "denominator", "initial_population")
                .set("value", 0.778)
                .set("value_lo", 0.453)
                .set("value_hi", 0.937);

        assertThat(found(verify(draft), Breach.DERIVED_FROM_HIDDEN, "denominator [7/9]"))
                .isTrue();
    }

    @Test
    void roundedPercentagesAreTakenAsPrinted() {
        assertThat(Inference.numerators(new BigDecimal("0.029"), 137)).containsExactly(4);
        assertThat(Inference.numerators(new BigDecimal("0.03"), 137)).containsExactly(4);
    }

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

    private static ReleaseDraft release(long white, long black, long hispanic) {
        return draft().exclusive("race", "White", "Black", "Hispanic")
                .people(At.total(), white + black + hispanic)
                .people(race("White"), white)
                .people(race("Black"), black)
                .people(race("Hispanic"), hispanic);
    }

    @Test
    void twoReleasesGiveTheNewPeople() {
        Path earlier = release(110, 48, 35).write(work.resolve("first"));

        Verification verification = verify(release(131, 62, 39), earlier);

        assertThat(found(verification, Breach.SMALL_CHANGE, "changed by 4")).isTrue();
    }

    @Test
    void hidingTwoChangedCellsIsSafeWithThePrintedIntervals() {
        Path earlier = release(110, 48, 35).write(work.resolve("first"));

        Verification verification =
                verify(release(131, 62, 39).hidePeople(race("Black")).hidePeople(race("Hispanic")), earlier);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).matches("\\[(49, 65|36, 52)\\] of .*");
    }

    @Test
    void oneMorePersonIsCaughtAndTheCarriedReleaseIsSafe() {
        Path earlier = release(110, 48, 35).write(work.resolve("first"));

        assertThat(found(verify(release(110, 49, 35), earlier), Breach.SMALL_CHANGE, "changed by 1"))
                .isTrue();
        assertThat(verify(release(110, 48, 35), earlier).findings()).isEmpty();
    }

    @Test
    void whatAnEarlierReleaseHidIsNotShownWhileNothingChanged() {
        Path earlier =
                oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")).write(work.resolve("first"));

        Verification verification = verify(oneWay().hidePeople(race("Asian")).hidePeople(race("White")), earlier);

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
    }

    @Test
    void threeTwoWayTablesPinTheCellsNobodyPrints() {
        // S6b and S6 of the oracle; here the cells stand as hidden ones in a fourth table, so that none of them is 0.
        assertThat(threeTwoWay(new long[] {14, 3, 9, 22, 6, 4, 5, 31})).contains("[11, 16]", "[1, 6]", "[29, 34]");
        assertThat(threeTwoWay(new long[] {14, 3, 9, 22, 0, 0, 5, 31})).contains("[14, 14]", "[3, 3]", "[31, 31]");
    }

    private List<String> threeTwoWay(long[] cube) {
        ReleaseDraft draft =
                draft().exclusive("a", "1", "2").exclusive("b", "1", "2").exclusive("c", "1", "2");
        long total = 0;
        for (long cell : cube) {
            total += cell;
        }
        draft.people(At.total(), total);
        for (int mask = 1; mask < 8; mask++) {
            Map<String, Long> sums = new TreeMap<>();
            for (int cell = 0; cell < 8; cell++) {
                sums.merge(id(mask, cell), cube[cell], Long::sum);
            }
            String stratifier = name(mask);
            int axes = mask;
            sums.forEach((id, people) -> {
                if (Integer.bitCount(axes) > 1) {
                    TreeMap<String, String> components = new TreeMap<>();
                    components(axes, id, components);
                    draft.stratum(stratifier, id, "VALUE", row -> row.set("components", components));
                }
                if (people > 0) {
                    draft.people(At.stratum(stratifier, id), people);
                    if (axes == 7) {
                        draft.hidePeople(At.stratum(stratifier, id));
                    }
                }
            });
        }
        return verify(draft).findings().stream()
                .filter(finding -> finding.breach() == Breach.INTERVAL_TOO_NARROW)
                .map(finding -> finding.inferred().substring("interval ".length()))
                .toList();
    }

    private static String name(int mask) {
        StringBuilder name = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                name.append(name.isEmpty() ? "" : ":").append("abc".charAt(axis));
            }
        }
        return name.toString();
    }

    private static String id(int mask, int cell) {
        StringBuilder id = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                id.append(id.isEmpty() ? "" : ":").append((cell >> (2 - axis) & 1) == 0 ? "1" : "2");
            }
        }
        return id.toString();
    }

    /** A triple's components are the pairs that it lies in, a pair's the axes. */
    private static void components(int mask, String id, TreeMap<String, String> components) {
        String[] parts = id.split(":");
        int at = 0;
        Map<Integer, String> ofAxis = new TreeMap<>();
        for (int axis = 0; axis < 3; axis++) {
            if ((mask >> axis & 1) == 1) {
                ofAxis.put(axis, parts[at++]);
            }
        }
        if (Integer.bitCount(mask) == 2) {
            ofAxis.forEach((axis, value) -> components.put(name(1 << axis), value));
        } else {
            for (int left = 0; left < 3; left++) {
                int pair = mask & ~(1 << left);
                StringBuilder value = new StringBuilder();
                ofAxis.forEach((axis, part) -> {
                    if ((pair >> axis & 1) == 1) {
                        value.append(value.isEmpty() ? "" : ":").append(part);
                    }
                });
                components.put(name(pair), value.toString());
            }
        }
    }

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
    void distinctCodesForDistinctReasonsAreCaught() {
        ReleaseDraft draft = oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown"));
        draft.at(race("Asian")).set("suppression", "HIDDEN_SMALL");

        assertThat(found(verify(draft), Breach.SECOND_MARKER, "")).isTrue();
    }

    @Test
    void rowsOfOnePayerAndStrataOfPracticesAreNotForPublication() {
        ReleaseDraft draft = oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown"));
        draft.people(At.total().scope("payer:one"), 100)
                .people(race("White").of("PRACTICE", "p1"), 50)
                .entity("PRACTICE", "p1", "CO");

        Verification verification = verify(draft);

        assertThat(found(verification, Breach.PAYER_NAMED, "")).isTrue();
        assertThat(found(verification, Breach.NOT_FOR_PUBLICATION, "")).isTrue();
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

    @Test
    void countsThatDoNotAddUpAreTold() {
        assertThat(found(verify(release(110, 48, 35).people(At.total(), 194)), Breach.DOES_NOT_ADD_UP, "off by"))
                .isTrue();
    }
}
