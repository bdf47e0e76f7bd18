package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

/** Who has no Medicare is not hidden as neither dual nor not, and shown as entitled for no reason. */
class SharedStrataTest {
    private static final String NOBODY = SharedStrata.NOT_APPLICABLE;
    private static final LargeRelease PROGRAM = new LargeRelease(80, 1, 60);

    /** The invented program with one stratum that does not apply, and a second stratifier of the same people. */
    private static final List<TableRow> ROWS = invented();

    private static List<TableRow> invented() {
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : PROGRAM.rows()) {
            switch (row.text("stratifier_id")) {
                case "disability" -> {}
                case "dual" -> {
                    rows.add(inapplicable(row, "dual"));
                    rows.add(inapplicable(row, "disability"));
                }
                case "race_x_dual" -> {}
                default -> rows.add(row);
            }
        }
        return rows;
    }

    private static TableRow inapplicable(TableRow row, String stratifier) {
        TableRow.Builder out = TableRow.of(row.schema());
        row.schema().columns().forEach(column -> out.set(column.name(), row.value(column.name())));
        boolean applies = !row.text("stratum_id").equals("d0");
        return out.set("stratifier_id", stratifier)
                .set("stratum_id", applies ? row.text("stratum_id") : NOBODY)
                .set("stratum_kind", applies ? "VALUE" : NOBODY)
                .build();
    }

    private static List<TableRow> strata() {
        List<TableRow> strata = new ArrayList<>(PROGRAM.strata());
        strata.removeIf(row -> List.of("dual", "disability", "race_x_dual").contains(row.text("stratifier_id")));
        for (String stratifier : List.of("disability", "dual")) {
            for (String id : List.of("d1", "d2", "d3", "d4", NOBODY)) {
                strata.add(InventedDimensions.stratum(
                        stratifier, id, id.equals(NOBODY) ? NOBODY : "VALUE", strata.size(), Map.of()));
            }
        }
        return strata;
    }

    private static GatedRelease gated(String people) {
        ProtectionPolicy policy = LargeRelease.policy();
        SortedMap<String, StratifierFacts> facts = new TreeMap<>(policy.stratifiers());
        for (String stratifier : List.of("dual", "disability")) {
            facts.put(stratifier, new StratifierFacts("", true, StratifierFacts.Guard.NONE, people, new TreeMap<>()));
        }
        ProtectionPolicy sharing = new ProtectionPolicy(
                policy.rule(),
                facts,
                policy.programOnly(),
                List.of(),
                policy.lineStrata(),
                policy.coarsening(),
                policy.totalWeight(),
                policy.missingWeight());
        ReleaseGate gate = new ReleaseGate(
                sharing,
                "a salt of some length".getBytes(StandardCharsets.UTF_8),
                PROGRAM.measures(),
                strata(),
                Practices.of(PROGRAM.entities()),
                List.of());
        return gate.protect(ROWS.stream().filter(gate::wants).toList(), 2);
    }

    /** How many counts of who has no Medicare are hidden in one of the tables only. */
    private static long hiddenInOneOnly(GatedRelease gated) {
        Map<String, Boolean> hidden = new HashMap<>();
        long differing = 0;
        for (TableRow row : gated.rows("a-release")) {
            if (row.text("stratum_id").equals(NOBODY)) {
                for (Count count : Count.values()) {
                    String place = row.text("entity_id") + row.text("payer_scope") + count;
                    boolean isHidden = row.value(count.column()) == null;
                    Boolean before = hidden.put(place, isHidden);
                    differing += before != null && before != isHidden ? 1 : 0;
                }
            }
        }
        assertThat(hidden).isNotEmpty();
        return differing;
    }

    @Test
    void peopleToWhomNeitherQuestionAppliesAreHiddenInBothTablesOrInNone() {
        assertThat(hiddenInOneOnly(gated("NO_MEDICARE"))).isZero();
    }

    @Test
    void rowsOfTheSamePeopleHaveOneNameAndAllOthersTheirOwn() {
        SharedStrata shared =
                new SharedStrata(new TreeMap<>(Map.of("dual", "NO_MEDICARE", "disability", "NO_MEDICARE")));
        Map<String, List<String>> named = new TreeMap<>();
        for (TableRow row : ROWS) {
            if (row.text("entity_type").equals(PublicTable.PROGRAM)
                    && List.of("dual", "disability").contains(row.text("stratifier_id"))) {
                named.computeIfAbsent(shared.name(CountedRow.of(row, Map.of())), name -> new ArrayList<>())
                        .add(row.text("stratifier_id"));
            }
        }

        assertThat(named.get("NO_MEDICARE")).containsExactlyInAnyOrder("dual", "disability");
        assertThat(named).hasSize(9);
    }

    @Test
    void whatDoesNotHoldInEveryRowIsNotTaken() {
        SortedMap<String, StratifierFacts> facts = new TreeMap<>();
        for (String stratifier : List.of("dual", "track")) {
            facts.put(
                    stratifier,
                    new StratifierFacts("", true, StratifierFacts.Guard.NONE, "NO_MEDICARE", new TreeMap<>()));
        }
        List<CountedRow> rows =
                ROWS.stream().map(row -> CountedRow.of(row, Map.of())).toList();

        assertThat(SharedStrata.of(facts, rows).inapplicable()).containsOnlyKeys("dual");
    }
}
