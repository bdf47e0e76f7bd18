package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.canonicalize.Fate;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/**
 * Promise 25: random chains of originals, voids and replacements, out of order, with originals that never came and voids
 * that came twice, against oracles that know only the list of events.
 */
class ReversalsAndAdjustmentsNetOutTest {
    private static final int CHAINS = 400;
    private static final List<String> DROPS = List.of(TestRows.FIRST, TestRows.SECOND, TestRows.THIRD);

    /** One delivered event of a claim with a natural key. */
    private record Event(String key, int number, int day, boolean cancels, int cents) {
        String claim() {
            return "%04d".formatted(number);
        }
    }

    @Test
    void pairedOffClaimsAndTheirMoneyAreThoseOfTheOracle() {
        for (long seed = 0; seed < CHAINS; seed++) {
            List<Event> events = events(new Random(seed));

            FinalAction.Result result = settle(events, CancellationRules.PAIR_OFF, seed);

            agrees(result, pairedOff(events), seed);
        }
    }

    @Test
    void claimsSettledByTheLatestWordAreThoseOfTheOracle() {
        CancellationRules latest = new CancellationRules(new TreeSet<>(List.of(TestRows.FFS)));
        for (long seed = 0; seed < CHAINS; seed++) {
            List<Event> events = events(new Random(seed));

            agrees(settle(events, latest, seed), latest(events), seed);
        }
    }

    @Test
    void chainsWithoutHolesCostWhatTheirLastLivingClaimsCost() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>();
            int living = 0;
            for (int key = 0; key < 5; key++) {
                living += chain(random, "K" + key, events);
            }

            FinalAction.Result result = settle(events, CancellationRules.PAIR_OFF, seed);

            assertThat(result.counts().of(Fate.FINAL_ACTION).paid())
                    .as("seed %s", seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(living, 2))
                    .isEqualByComparingTo(result.counts().paid());
            assertThat(result.counts().of(Fate.ORPHANED_VOID).versions()).isZero();
        }
    }

    @Test
    void versionsReplacedAndVoidedByNumberCostWhatStands() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Random random = new Random(seed);
            List<CanonicalRow> rows = new ArrayList<>();
            TestRows draft = new TestRows();
            int standing = 0;
            int orphaned = 0;
            for (int claim = 0; claim < 6; claim++) {
                int versions = random.nextInt(4);
                int last = 0;
                for (int version = 0; version < versions; version++) {
                    last = amount(random);
                    rows.add(version(
                            draft, random, "C" + claim, null, version, version == 0 ? "ORIGINAL" : "ADJUSTMENT", last));
                }
                int voids = random.nextInt(3);
                for (int i = 0; i < voids; i++) {
                    rows.add(version(draft, random, "V" + claim + i, "C" + claim, 0, "CANCELLATION", -last));
                }
                boolean replaced = voids == 0 && random.nextInt(3) == 0;
                if (replaced) {
                    last = amount(random);
                    rows.add(version(draft, random, "R" + claim, "C" + claim, 0, "ADJUSTMENT", last));
                }
                standing += voids == 0 && (versions > 0 || replaced) ? last : 0;
                orphaned += versions == 0 ? voids : 0;
            }

            FinalAction.Result result = new FinalAction(TestRows.DROPS).of(TestRows.shuffled(rows, seed));

            assertThat(result.counts().of(Fate.FINAL_ACTION).paid())
                    .as("seed %s", seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(standing, 2));
            assertThat(result.counts().of(Fate.ORPHANED_VOID).versions())
                    .as("seed %s", seed)
                    .isEqualTo(orphaned);
            assertThat(result.counts().laws()).as("seed %s", seed).allMatch(Law::holds);
        }
    }

    /** Any events of a few keys, so that originals are missing, voids come twice and equal amounts meet. */
    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        int count = 1 + random.nextInt(14);
        for (int number = 1; number <= count; number++) {
            String key = "K" + random.nextInt(3);
            events.add(new Event(key, number, random.nextInt(20), random.nextInt(5) < 2, amount(random)));
        }
        return events;
    }

    /** Original, then any number of void and adjustment, then perhaps a last void; returns what is left of it. */
    private static int chain(Random random, String key, List<Event> events) {
        int paid = amount(random);
        events.add(new Event(key, events.size() + 1, events.size(), false, paid));
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(new Event(key, events.size() + 1, events.size(), true, paid));
            paid = amount(random);
            events.add(new Event(key, events.size() + 1, events.size(), false, paid));
        }
        if (random.nextBoolean()) {
            events.add(new Event(key, events.size() + 1, events.size(), true, paid));
            return 0;
        }
        return paid;
    }

    private static int amount(Random random) {
        return 1000 * (1 + random.nextInt(3));
    }

    private static void agrees(FinalAction.Result result, List<Event> expected, long seed) {
        assertThat(result.rows())
                .as("seed %s", seed)
                .extracting(row -> row.text("claim_id"))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Event::claim).toList());
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid())
                .as("seed %s", seed)
                .isEqualByComparingTo(BigDecimal.valueOf(
                        expected.stream().mapToInt(Event::cents).sum(), 2));
        assertThat(result.counts().laws()).as("seed %s", seed).allMatch(Law::holds);
    }

    /**
     * Of each key and amount as many claims go as there are voids of it, the earliest first; voids that are left take the
     * earliest of what is left, whatever it cost.
     */
    private static List<Event> pairedOff(List<Event> events) {
        List<Event> survivors = new ArrayList<>();
        for (List<Event> key : byKey(events).values()) {
            List<Event> left = new ArrayList<>();
            int voidsLeft = 0;
            for (int cents : new TreeSet<>(key.stream().map(Event::cents).toList())) {
                List<Event> claims = key.stream()
                        .filter(event -> !event.cancels() && event.cents() == cents)
                        .toList();
                int voids = (int) key.stream()
                        .filter(event -> event.cancels() && event.cents() == cents)
                        .count();
                left.addAll(claims.subList(Math.min(voids, claims.size()), claims.size()));
                voidsLeft += Math.max(0, voids - claims.size());
            }
            left.sort(BY_TIME);
            survivors.addAll(left.subList(Math.min(voidsLeft, left.size()), left.size()));
        }
        return survivors;
    }

    private static List<Event> latest(List<Event> events) {
        return byKey(events).values().stream()
                .map(key -> key.get(key.size() - 1))
                .filter(event -> !event.cancels())
                .toList();
    }

    private static final Comparator<Event> BY_TIME =
            Comparator.comparingInt(Event::day).thenComparingInt(Event::number);

    private static Map<String, List<Event>> byKey(List<Event> events) {
        Map<String, List<Event>> byKey = new HashMap<>();
        events.stream().sorted(BY_TIME).forEach(event -> byKey.computeIfAbsent(event.key(), key -> new ArrayList<>())
                .add(event));
        return byKey;
    }

    private static FinalAction.Result settle(List<Event> events, CancellationRules rules, long seed) {
        Random random = new Random(~seed);
        TestRows draft = new TestRows();
        List<CanonicalRow> rows = new ArrayList<>();
        for (Event event : events) {
            rows.add(draft.inDrop(
                    DROPS.get(random.nextInt(DROPS.size())),
                    Table.MEDICAL_CLAIM,
                    TestRows.FFS,
                    "1S00A00AA00",
                    "claim_id",
                    event.claim(),
                    "claim_line_number",
                    0,
                    "claim_type",
                    "institutional",
                    "record_version",
                    0,
                    "adjustment_type",
                    event.cancels() ? "CANCELLATION" : "ORIGINAL",
                    "final_action_key",
                    event.key(),
                    "effective_date",
                    LocalDate.of(2025, 1, 1).plusDays(event.day()).toString(),
                    "claim_status",
                    "paid",
                    "line_status",
                    "paid",
                    "paid_amount",
                    BigDecimal.valueOf(event.cents(), 2).toString()));
        }
        Collections.shuffle(rows, random);
        return new FinalAction(TestRows.DROPS, rules).of(rows);
    }

    private static CanonicalRow version(
            TestRows draft, Random random, String claim, String replaces, int version, String type, int cents) {
        return draft.inDrop(
                DROPS.get(random.nextInt(DROPS.size())),
                Table.MEDICAL_CLAIM,
                TestRows.PLAN,
                "m1",
                "claim_id",
                claim,
                "claim_line_number",
                1,
                "claim_type",
                "professional",
                "record_version",
                version,
                "adjustment_type",
                type,
                "replaces_claim_id",
                replaces,
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                BigDecimal.valueOf(cents, 2).toString());
    }
}
