package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.Drops;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class DropLedgerTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T06:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-01-07T06:00:00Z");

    private static DropOutcome drop(String payer, String drop, String digest, DropState state) {
        FileOutcome file = new FileOutcome("a.csv", "eligibility", 10, 9, new TreeMap<>(), 0, null);
        return new DropOutcome(payer, drop, state, digest, List.of(), List.of(file));
    }

    private static DropLedger after(DropLedger before, Instant now, DropOutcome... found) {
        return before.after(List.of(found), Set.of(), Set.of(), now, "build");
    }

    private static List<ProblemCode> codes(DropLedger after, DropLedger before) {
        return after.problems(before).stream().map(Problem::code).toList();
    }

    @Test
    void lookingAgainAtTheSameDropsChangesNothing() {
        DropOutcome found = drop("alpha", "d1", "aa", DropState.ACCEPTED);
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, found);
        DropLedger tuesday = monday.after(List.of(found), Set.of(), Set.of(), TUESDAY, "another build");
        assertThat(monday.version()).isEqualTo(1);
        assertThat(tuesday).isSameAs(monday);
        assertThat(monday.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.arrived()).isEqualTo("2026-01-05T06:00:00Z");
            assertThat(entry.delivered()).isEqualTo(10);
            assertThat(entry.accepted()).isEqualTo(9);
        });
    }

    @Test
    void aPendingDropKeepsItsArrivalWhenItsManifestComes() {
        DropLedger monday = after(
                DropLedger.EMPTY, MONDAY, new DropOutcome("alpha", "d1", DropState.PENDING, "", List.of(), List.of()));
        DropLedger tuesday = after(monday, TUESDAY, drop("alpha", "d1", "aa", DropState.ACCEPTED));
        assertThat(tuesday.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DropState.ACCEPTED);
            assertThat(entry.digest()).isEqualTo("aa");
            assertThat(entry.arrived()).isEqualTo(MONDAY.toString());
            assertThat(entry.changed()).isEqualTo(TUESDAY.toString());
        });
        assertThat(codes(tuesday, monday)).isEmpty();
    }

    @Test
    void aDropThatCouldNotBeReadIsOneDropWhenItCan() {
        DropOutcome unreadable = new DropOutcome("alpha", "d1", DropState.REJECTED, "", List.of(), List.of());
        DropOutcome readable = drop("alpha", "d1", "aa", DropState.ACCEPTED);
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, unreadable);
        DropLedger tuesday = after(monday, TUESDAY, readable);
        DropLedger wednesday = after(tuesday, WEDNESDAY, unreadable);
        assertThat(tuesday.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DropState.ACCEPTED);
            assertThat(entry.arrived()).isEqualTo(MONDAY.toString());
        });
        assertThat(codes(tuesday, monday)).isEmpty();
        assertThat(codes(wednesday, tuesday)).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(after(wednesday, WEDNESDAY, readable).entries())
                .singleElement()
                .extracting(DropEntry::inLanding, DropEntry::state)
                .containsExactly(true, DropState.ACCEPTED);
    }

    @Test
    void aManifestThatWasTakenAwayAndPutBackIsOneDropAgain() {
        DropOutcome whole = drop("alpha", "d1", "aa", DropState.ACCEPTED);
        DropOutcome pending = new DropOutcome("alpha", "d1", DropState.PENDING, "", List.of(), List.of());
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, whole);
        DropLedger tuesday = after(monday, TUESDAY, pending);
        DropLedger wednesday = after(tuesday, WEDNESDAY, whole);
        assertThat(codes(tuesday, monday)).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(codes(wednesday, tuesday)).isEmpty();
        assertThat(wednesday.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DropState.ACCEPTED);
            assertThat(entry.arrived()).isEqualTo(MONDAY.toString());
            assertThat(entry.inLanding()).isTrue();
        });
    }

    @Test
    void aNewerDropThatTakesThePlaceOfAnotherChangesItsState() {
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, drop("alpha", "d1", "aa", DropState.ACCEPTED));
        DropLedger tuesday = after(
                monday,
                TUESDAY,
                drop("alpha", "d1", "aa", DropState.SUPERSEDED),
                drop("alpha", "d2", "bb", DropState.ACCEPTED));
        assertThat(tuesday.entries())
                .extracting(DropEntry::state)
                .containsExactly(DropState.SUPERSEDED, DropState.ACCEPTED);
        assertThat(codes(tuesday, monday)).isEmpty();
    }

    @Test
    void otherBytesUnderTheSameNameAreAnotherDropAndAreToldOnce() {
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, drop("alpha", "d1", "aa", DropState.ACCEPTED));
        DropOutcome changed = drop("alpha", "d1", "bb", DropState.ACCEPTED);
        DropLedger tuesday = after(monday, TUESDAY, changed);
        assertThat(tuesday.entries()).extracting(DropEntry::digest).containsExactly("aa", "bb");
        assertThat(tuesday.entries())
                .extracting(DropEntry::state)
                .containsExactly(DropState.SUPERSEDED, DropState.ACCEPTED);
        assertThat(codes(tuesday, monday)).containsExactly(ProblemCode.DROP_CHANGED);
        DropLedger wednesday = after(tuesday, WEDNESDAY, changed);
        assertThat(wednesday).isSameAs(tuesday);
        assertThat(codes(wednesday, tuesday)).isEmpty();
    }

    @Test
    void correctingARejectedDropInItsPlaceIsNoChangeOfWhatCounted() {
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, drop("alpha", "d1", "aa", DropState.REJECTED));
        DropLedger tuesday = after(monday, TUESDAY, drop("alpha", "d1", "bb", DropState.ACCEPTED));
        assertThat(codes(tuesday, monday)).isEmpty();
        assertThat(tuesday.entries())
                .extracting(DropEntry::state)
                .containsExactly(DropState.REJECTED, DropState.ACCEPTED);
    }

    @Test
    void otherBytesThatAreRefusedTakeNothingsPlace() {
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, drop("alpha", "d1", "aa", DropState.ACCEPTED));
        DropLedger tuesday = after(monday, TUESDAY, drop("alpha", "d1", "bb", DropState.REJECTED));
        assertThat(codes(tuesday, monday)).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(tuesday.entries())
                .extracting(DropEntry::state)
                .containsExactly(DropState.ACCEPTED, DropState.REJECTED);
    }

    @Test
    void aDropThatCountedAndIsGoneIsToldEveryNightUntilItIsBackOrWithdrawn() {
        DropOutcome gone = drop("alpha", "d1", "aa", DropState.ACCEPTED);
        DropOutcome other = drop("beta", "d1", "cc", DropState.ACCEPTED);
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, gone, other);
        DropLedger tuesday = after(monday, TUESDAY, other);
        DropLedger wednesday = after(tuesday, WEDNESDAY, other);
        assertThat(codes(tuesday, monday)).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(tuesday.problems(monday).get(0).place().toString()).isEqualTo("alpha/d1");
        assertThat(codes(wednesday, tuesday)).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(wednesday).isSameAs(tuesday);
        DropLedger back = after(wednesday, WEDNESDAY, gone, other);
        assertThat(codes(back, wednesday)).isEmpty();
        assertThat(back.entries()).allMatch(DropEntry::inLanding);
        DropLedger withdrawn = tuesday.after(List.of(other), Set.of(), Set.of("alpha/d1"), WEDNESDAY, "build");
        assertThat(codes(withdrawn, tuesday)).isEmpty();
        assertThat(withdrawn.entries().get(0).state()).isEqualTo(DropState.SUPERSEDED);
    }

    @Test
    void payersThatWereNotLookedAtKeepTheirEntries() {
        DropLedger all = after(
                DropLedger.EMPTY,
                MONDAY,
                drop("alpha", "d1", "aa", DropState.ACCEPTED),
                drop("beta", "d1", "bb", DropState.ACCEPTED));
        DropLedger one = all.after(
                List.of(drop("alpha", "d1", "aa", DropState.ACCEPTED)), Set.of("alpha"), Set.of(), TUESDAY, "build");
        assertThat(one).isSameAs(all);
        assertThat(codes(one, all)).isEmpty();
    }

    @Test
    void theOrderInWhichDropsAreFoundDoesNotMatter() {
        List<DropOutcome> found = IntStream.range(0, 6)
                .mapToObj(i -> drop("p" + i % 2, "d" + i, "x" + i, DropState.ACCEPTED))
                .toList();
        List<DropOutcome> backwards =
                found.stream().sorted((a, b) -> b.drop().compareTo(a.drop())).toList();
        assertThat(DropLedger.EMPTY.after(found, Set.of(), Set.of(), MONDAY, "build"))
                .isEqualTo(DropLedger.EMPTY.after(backwards, Set.of(), Set.of(), MONDAY, "build"));
    }

    @Test
    void aDropThatNobodyEverSawIsNotWithdrawnAndTheSlipIsTold() {
        DropOutcome newer = drop("alpha", "d2", "bb", DropState.ACCEPTED);
        IngestResult ingested = new IngestResult(
                new Drops(List.of()),
                List.of(),
                List.of(newer, drop("alpha", "d3", "cc", DropState.SUPERSEDED)),
                List.of(),
                new TreeSet<>(Set.of("alpha/d1", "alpha/d3", "alpha/dl")),
                List.of(),
                2,
                0,
                new TreeMap<>(),
                Map.of());
        DropLedger monday = after(DropLedger.EMPTY, MONDAY, drop("alpha", "d1", "aa", DropState.ACCEPTED));

        assertThat(monday.neverSeen(ingested)).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo(ProblemCode.SUPERSEDES_UNKNOWN);
            assertThat(note.place().toString()).isEqualTo("alpha/dl");
        });
    }
}
